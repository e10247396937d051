package hengke.web.settings;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Refusal;
import hengke.kernel.sms.SmsTemplate;
import hengke.kernel.sms.SmsTemplates;
import hengke.web.Body;
import java.util.List;
import java.util.Map;
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
import tools.jackson.databind.node.ObjectNode;

/** The templates for notices by text message, as administrators write them down. */
@RestController
@RequestMapping("/api/settings/sms/templates")
final class SmsTemplatesController {
    static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 60);
    static final TextualType TEXT = new TextualType(TextualType.Form.TEXT, 500);
    private static final IntegerType VERSION = new IntegerType(1, Long.MAX_VALUE);

    private final SmsTemplates templates;
    private final Access access;

    SmsTemplatesController(SmsTemplates templates, Access access) {
        this.templates = templates;
        this.access = access;
    }

    /** A template with the names of its gaps, in order. */
    record Shown(long id, String name, String template, String text, List<String> gaps, long version) {
        static Shown of(SmsTemplate template) {
            return new Shown(
                    template.id(),
                    template.name(),
                    template.template(),
                    template.text(),
                    template.gaps(),
                    template.version());
        }
    }

    @GetMapping
    Map<String, List<Shown>> list(Actor actor) {
        access.requireAdministrator(actor);
        return Map.of("items", templates.all().stream().map(Shown::of).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Shown add(Actor actor, @RequestBody ObjectNode asked) {
        access.requireAdministrator(actor);
        Body body = new Body(asked);
        SmsTemplate wanted = new SmsTemplate(
                0,
                body.required("name", NAME).orElse(""),
                body.required("template", NAME).orElse(""),
                body.required("text", TEXT).orElse(""),
                0);
        body.done();
        return Shown.of(templates.add(actor, wanted));
    }

    @PatchMapping("/{id}")
    Shown change(Actor actor, @PathVariable long id, @RequestBody ObjectNode asked) {
        access.requireAdministrator(actor);
        SmsTemplate present = templates.find(id).orElseThrow(Refusal.NotFound::new);
        Body body = new Body(asked);
        SmsTemplate wanted = new SmsTemplate(
                id,
                body.kept("name", NAME, present.name()),
                body.kept("template", NAME, present.template()),
                body.kept("text", TEXT, present.text()),
                body.kept("version", VERSION, present.version()));
        body.done();
        return Shown.of(templates.change(actor, wanted));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable long id) {
        access.requireAdministrator(actor);
        templates.remove(actor, id);
    }
}
