package hengke.web.signing;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.signing.Seals;
import hengke.web.Body;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.node.ObjectNode;

/** The seals of the company: administrators keep them, and their holders see them. */
@RestController
@RequestMapping("/api/signing/seals")
final class SealsController {
    private static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 60);
    private static final DecimalType MILLIMETRES =
            new DecimalType(DecimalType.Form.DECIMAL, 1, BigDecimal.TEN, new BigDecimal("80"));
    private static final BigDecimal USUAL = new BigDecimal("40");

    private final Seals seals;
    private final Access access;
    private final LiveOrganisation organisation;

    SealsController(Seals seals, Access access, LiveOrganisation organisation) {
        this.seals = seals;
        this.access = access;
        this.organisation = organisation;
    }

    /** Somebody of the company. */
    record Holder(long id, String name) {}

    /** A seal with those who may use it. */
    record Shown(
            long id,
            String name,
            double millimetres,
            boolean active,
            List<Holder> holders,
            long uses,
            Instant createdAt) {}

    /** Once that it was used. */
    record Used(Instant at, String person, String object, long record, String title) {}

    @GetMapping
    Map<String, List<Shown>> list(Actor actor) {
        access.requireAdministrator(actor);
        return Map.of("items", seals.all().stream().map(this::shown).toList());
    }

    /** Drawn from the name of the company. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Shown draw(Actor actor, @RequestBody ObjectNode asked) {
        access.requireAdministrator(actor);
        Body body = new Body(asked);
        String name = body.required("name", NAME).orElse("");
        String company = body.required("company", NAME).orElse("");
        String below = body.optional("below", NAME).orElse("");
        double millimetres =
                body.optional("millimetres", MILLIMETRES).orElse(USUAL).doubleValue();
        Set<Long> holders = holders(body);
        body.done();
        return shown(seals.draw(actor, name, company, below, millimetres, holders));
    }

    /** Brought as a picture. */
    @PostMapping("/picture")
    @ResponseStatus(HttpStatus.CREATED)
    Shown bring(
            Actor actor,
            @RequestParam("file") MultipartFile file,
            @RequestParam("name") String name,
            @RequestParam(name = "millimetres", defaultValue = "40") double millimetres)
            throws IOException {
        access.requireAdministrator(actor);
        if (name.isBlank() || name.length() > 60) {
            throw Refusal.Invalid.at("name", Message.of("web.required"));
        }
        if (millimetres < 10 || millimetres > 80) {
            throw Refusal.Invalid.at("millimetres", Message.of("signing.sealSize"));
        }
        return shown(seals.bring(actor, name.strip(), file.getBytes(), millimetres, Set.of()));
    }

    @PutMapping("/{id}")
    Shown change(Actor actor, @PathVariable("id") long id, @RequestBody ObjectNode asked) {
        access.requireAdministrator(actor);
        Body body = new Body(asked);
        String name = body.required("name", NAME).orElse("");
        boolean active = body.optional("active", new BooleanType()).orElse(true);
        Set<Long> holders = holders(body);
        body.done();
        return shown(seals.change(actor, id, name, holders, active));
    }

    private Set<Long> holders(Body body) {
        Set<Long> holders = new HashSet<>(body.list("holders", new IntegerType(1, Long.MAX_VALUE)));
        if (holders.stream().anyMatch(id -> organisation.get().person(id).isEmpty())) {
            body.refuse("holders", Message.of("web.required"));
        }
        return holders;
    }

    @GetMapping("/{id}/uses")
    Map<String, List<Used>> uses(Actor actor, @PathVariable("id") long id) {
        access.requireAdministrator(actor);
        return Map.of(
                "items",
                seals.uses(id).stream()
                        .map(use -> new Used(use.at(), name(use.person()), use.object(), use.record(), use.title()))
                        .toList());
    }

    @GetMapping("/{id}/picture")
    ResponseEntity<byte[]> picture(Actor actor, @PathVariable("id") long id) {
        boolean holds = seals.find(id)
                .filter(seal -> seal.holders().contains(actor.user()))
                .isPresent();
        if (!holds) {
            access.requireAdministrator(actor);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .body(seals.png(id).orElseThrow(Refusal.NotFound::new));
    }

    private Shown shown(Seals.Seal seal) {
        return new Shown(
                seal.id(),
                seal.name(),
                seal.millimetres(),
                seal.active(),
                seal.holders().stream()
                        .sorted()
                        .map(id -> new Holder(id, name(id)))
                        .toList(),
                seal.uses(),
                seal.createdAt());
    }

    private String name(long person) {
        return organisation.get().person(person).map(Person::name).orElse("");
    }
}
