package hengke.web.catalog;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.configuration.Draft;
import hengke.kernel.configuration.Versions;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Language;
import hengke.web.Body;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Drafts of changes, what they would mean, and the versions that have been in force. */
@RestController
@RequestMapping("/api/catalog")
final class VersionsController {
    private static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 100);
    private static final TextualType NOTE = new TextualType(TextualType.Form.TEXT, 500);
    private static final IntegerType VERSION = new IntegerType(1, Long.MAX_VALUE);

    private final Access access;
    private final Versions versions;
    private final ConfigurationFile file;
    private final VersionJson json;

    VersionsController(Access access, Versions versions, ConfigurationFile file, VersionJson json) {
        this.access = access;
        this.versions = versions;
        this.file = file;
        this.json = json;
    }

    @GetMapping("/versions")
    ObjectNode history(Actor actor, Language language, @RequestParam(required = false) @Nullable Long before) {
        access.requireAdministrator(actor);
        return json.history(versions.history(before), language);
    }

    @GetMapping("/drafts")
    ObjectNode drafts(Actor actor) {
        access.requireAdministrator(actor);
        return json.drafts(versions.drafts());
    }

    /** Begins one: of what is in force, to go back to an earlier version, or from a file. */
    @PostMapping("/drafts")
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode begin(Actor actor, @RequestBody ObjectNode request) {
        access.requireAdministrator(actor);
        Body body = new Body(request);
        String name = body.required("name", NAME).orElse("");
        Optional<Long> backTo = body.optional("backTo", VERSION);
        Optional<ObjectNode> document = body.object("document");
        body.done();
        long id = document.isPresent()
                ? file.read(actor, name, document.get())
                : backTo.isPresent() ? versions.beginBackTo(actor, name, backTo.get()) : versions.begin(actor, name);
        return json.of(versions.draft(id));
    }

    /** With what would happen if it were published now. */
    @GetMapping("/drafts/{id}")
    ObjectNode draft(Actor actor, Language language, @PathVariable long id) {
        access.requireAdministrator(actor);
        Draft draft = versions.draft(id);
        return json.of(draft, versions.impact(draft), language);
    }

    @DeleteMapping("/drafts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(Actor actor, @PathVariable long id) {
        access.requireAdministrator(actor);
        versions.discard(id);
    }

    @PostMapping("/drafts/{id}/publish")
    ObjectNode publish(Actor actor, @PathVariable long id, @RequestBody ObjectNode request) {
        access.requireAdministrator(actor);
        Body body = new Body(request);
        String note = body.optional("note", NOTE).orElse("");
        body.done();
        return json.published(versions.publish(actor, id, note));
    }

    @GetMapping("/export")
    ObjectNode export(Actor actor) {
        access.requireAdministrator(actor);
        return file.write();
    }
}
