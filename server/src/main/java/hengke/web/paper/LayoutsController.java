package hengke.web.paper;

import hengke.capability.layout.Clauses;
import hengke.capability.layout.CompanyLayout;
import hengke.capability.layout.CompanyLayouts;
import hengke.capability.layout.LayoutChanges;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.paper.Layout;
import hengke.kernel.paper.PageImages;
import hengke.kernel.paper.Printed;
import hengke.kernel.paper.Printer;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.Body;
import hengke.web.records.Reading;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How the company lays out its papers: drafts, what they look like, editions; and which of them one may choose. */
@RestController
@RequestMapping("/api/paper-layouts")
final class LayoutsController {
    private static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);
    private static final int SHOWN_PAGES = 6;

    private final LayoutChanges changes;
    private final CompanyLayouts layouts;
    private final Clauses clauses;
    private final Printer printer;
    private final PageImages images;
    private final Reading reading;
    private final Access access;
    private final LiveOrganisation organisation;

    LayoutsController(
            LayoutChanges changes,
            CompanyLayouts layouts,
            Clauses clauses,
            Printer printer,
            PageImages images,
            Reading reading,
            Access access,
            LiveOrganisation organisation) {
        this.changes = changes;
        this.layouts = layouts;
        this.clauses = clauses;
        this.printer = printer;
        this.images = images;
        this.reading = reading;
        this.access = access;
        this.organisation = organisation;
    }

    /** All layouts, and what can have one. */
    record All(List<LayoutJson> items, List<LayoutJson.Printable> objects) {}

    /** The pages as pictures, each PNG in Base64. */
    record Preview(List<String> pages) {}

    @GetMapping
    All all(Actor actor, Language language) {
        access.requireAdministrator(actor);
        return new All(
                layouts.all().stream().map(this::json).toList(),
                changes.objects().stream()
                        .map(object -> new LayoutJson.Printable(
                                object.name(), object.label().in(language)))
                        .toList());
    }

    /** By what the records of an object can be printed, for whoever may read them. */
    @GetMapping("/offered/{object}")
    Map<String, List<LayoutJson.Offered>> offered(Actor actor, Language language, @PathVariable("object") String name) {
        ObjectDefinition object = reading.object(actor, name);
        if (!object.has(Printed.class)) {
            throw new Refusal.NotFound();
        }
        List<CompanyLayout> own =
                layouts.of(object).stream().filter(CompanyLayout::offered).toList();
        List<LayoutJson.Offered> offered = new ArrayList<>();
        boolean standard = own.stream().anyMatch(CompanyLayout::standard);
        own.forEach(layout -> offered.add(new LayoutJson.Offered(
                layout.id(),
                layout.name(),
                layout.standard(),
                layout.content().word().isPresent())));
        offered.add(new LayoutJson.Offered(
                CompanyLayouts.SHIPPED, Message.of("paper.shipped").in(language), !standard, false));
        return Map.of("items", offered);
    }

    @GetMapping("/{id}")
    LayoutJson.Whole one(Actor actor, Language language, @PathVariable("id") long id) {
        access.requireAdministrator(actor);
        return whole(layouts.find(id), language);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    LayoutJson.Whole add(Actor actor, Language language, @RequestBody ObjectNode asked) {
        access.requireAdministrator(actor);
        Body body = new Body(asked);
        String object = body.required("object", LayoutReader.LINE).orElse("");
        String name = body.required("name", LayoutReader.LINE).orElse("");
        Long from = body.optional("from", ID).orElse(null);
        Long word = body.optional("word", ID).orElse(null);
        body.done();
        ObjectDefinition its = changes.object(object);
        long id = word == null ? changes.add(actor, its, name, from) : changes.addWord(actor, its, name, word);
        return whole(layouts.find(id), language);
    }

    @PatchMapping("/{id}")
    LayoutJson.Whole change(
            Actor actor, Language language, @PathVariable("id") long id, @RequestBody ObjectNode asked) {
        access.requireAdministrator(actor);
        CompanyLayout before = layouts.find(id);
        Body body = new Body(asked);
        long seen = body.required("version", ID).orElse(0L);
        LayoutChanges.Wanted wanted = new LayoutChanges.Wanted(
                body.kept("name", LayoutReader.LINE, before.name()),
                body.kept("active", new BooleanType(), before.active()),
                body.kept("standard", new BooleanType(), before.standard()),
                body.inside("content").map(LayoutReader::read).orElse(before.draft()));
        body.done();
        changes.change(actor, id, seen, wanted);
        return whole(layouts.find(id), language);
    }

    @PostMapping("/{id}/publish")
    LayoutJson.Whole publish(
            Actor actor, Language language, @PathVariable("id") long id, @RequestBody ObjectNode asked) {
        access.requireAdministrator(actor);
        Body body = new Body(asked);
        long seen = body.required("version", ID).orElse(0L);
        body.done();
        changes.publish(actor, id, seen);
        return whole(layouts.find(id), language);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable("id") long id) {
        changes.remove(actor, id);
    }

    /** What an edition consisted of. */
    @GetMapping("/{id}/editions/{number}")
    JsonNode edition(Actor actor, @PathVariable("id") long id, @PathVariable("number") int number) {
        access.requireAdministrator(actor);
        return layouts.editions(id).stream()
                .filter(edition -> edition.number() == number)
                .findFirst()
                .map(edition -> LayoutJson.content(edition.content()))
                .orElseThrow(Refusal.NotFound::new);
    }

    /** What a layout makes of a record that is there; keeps nothing. */
    @PostMapping("/preview")
    Preview preview(Actor actor, Language language, @RequestBody ObjectNode asked) {
        access.requireAdministrator(actor);
        Body body = new Body(asked);
        String name = body.required("object", LayoutReader.LINE).orElse("");
        long record = body.required("record", ID).orElse(0L);
        Layout layout = body.inside("content").map(LayoutReader::read).orElse(new Layout(List.of(), ""));
        Language in =
                body.optional("language", LayoutReader.LINE).map(Language::of).orElse(language);
        body.done();
        ObjectDefinition object = changes.object(name);
        changes.requireValid(object, layout);
        Printer.Paper paper = printer.print(actor, object, record, changes.whole(object, layout), in);
        return new Preview(images.of(paper.content(), SHOWN_PAGES).stream()
                .map(Base64.getEncoder()::encodeToString)
                .toList());
    }

    private LayoutJson.Whole whole(CompanyLayout layout, Language language) {
        ObjectDefinition object = changes.object(layout.object());
        return new LayoutJson.Whole(
                json(layout),
                LayoutJson.content(layout.draft()),
                changes.faults(object, layout.draft()).stream()
                        .map(error -> LayoutJson.Fault.of(error, language))
                        .toList(),
                layouts.editions(layout.id()).stream()
                        .map(edition -> new LayoutJson.Edition(edition.number(), edition.at(), nameOf(edition.by())))
                        .toList());
    }

    private LayoutJson json(CompanyLayout layout) {
        return LayoutJson.of(layout, clauses.filled(layout.draft()), nameOf(layout.updatedBy()));
    }

    private @Nullable String nameOf(long person) {
        return organisation.get().person(person).map(Person::name).orElse(null);
    }
}
