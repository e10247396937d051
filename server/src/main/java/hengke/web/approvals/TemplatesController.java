package hengke.web.approvals;

import hengke.capability.approval.Amendments;
import hengke.capability.approval.AskForApproval;
import hengke.capability.approval.FlowCheck;
import hengke.capability.approval.Template;
import hengke.capability.approval.TemplateChanges;
import hengke.capability.approval.Templates;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.Body;
import hengke.web.records.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** How records are approved, as administrators draw it. */
@RestController
@RequestMapping("/api/approvals/templates")
final class TemplatesController {
    private static final TextualType TEXT = new TextualType(TextualType.Form.TEXT, 100);
    private static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);
    private static final IntegerType POSITION = new IntegerType(0, 10_000);
    private static final BooleanType FLAG = new BooleanType();

    private final Templates templates;
    private final TemplateChanges changes;
    private final FlowCheck check;
    private final AskForApproval asking;
    private final Amendments amendments;
    private final Steps steps;
    private final Reading records;
    private final Access access;
    private final LiveOrganisation organisation;

    TemplatesController(
            Templates templates,
            TemplateChanges changes,
            FlowCheck check,
            AskForApproval asking,
            Amendments amendments,
            Steps steps,
            Reading records,
            Access access,
            LiveOrganisation organisation) {
        this.templates = templates;
        this.changes = changes;
        this.check = check;
        this.asking = asking;
        this.amendments = amendments;
        this.steps = steps;
        this.records = records;
        this.access = access;
        this.organisation = organisation;
    }

    @GetMapping
    Map<String, Object> all(Actor actor, Language language) {
        access.requireAdministrator(actor);
        FlowJson json = new FlowJson(organisation.get());
        return Map.of(
                "items", templates.all().stream().map(json::of).toList(),
                "objects",
                        changes.objects().stream()
                                .map(object -> Map.of(
                                        "name",
                                        object.name(),
                                        "label",
                                        object.label().in(language),
                                        "editable",
                                        editable(object, language)))
                                .toList());
    }

    /** What a step can let be written, as flows and people name it. */
    private List<Map<String, String>> editable(ObjectDefinition object, Language language) {
        List<Map<String, String>> editable = new ArrayList<>();
        amendments
                .possible(object)
                .forEach(field -> editable.add(
                        Map.of("name", field.name(), "label", field.label().in(language))));
        for (Amendments.OfLines lines : amendments.possibleOfLines(object)) {
            String kind = lines.kind().relation().label().in(language);
            lines.fields()
                    .forEach(field -> editable.add(Map.of(
                            "name",
                            lines.name(field),
                            "label",
                            kind + " · " + field.label().in(language))));
        }
        return editable;
    }

    @GetMapping("/{id}")
    ObjectNode one(Actor actor, @PathVariable("id") long id) {
        access.requireAdministrator(actor);
        return json(id);
    }

    private ObjectNode json(long id) {
        return new FlowJson(organisation.get()).of(templates.find(id).orElseThrow(Refusal.NotFound::new));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode add(Actor actor, @RequestBody ObjectNode asked) {
        access.requireAdministrator(actor);
        Body body = new Body(asked);
        String object = body.required("object", TEXT).orElse("");
        TemplateChanges.Wanted wanted = wanted(body);
        body.done();
        return json(changes.add(actor, changes.object(object), wanted));
    }

    @PutMapping("/{id}")
    ObjectNode change(Actor actor, @PathVariable("id") long id, @RequestBody ObjectNode asked) {
        access.requireAdministrator(actor);
        Body body = new Body(asked);
        TemplateChanges.Wanted wanted = wanted(body);
        long version = body.required("version", ID).orElse(0L);
        body.done();
        changes.change(actor, id, version, wanted);
        return json(id);
    }

    private static TemplateChanges.Wanted wanted(Body body) {
        return new TemplateChanges.Wanted(
                body.required("name", FlowReader.NAME).orElse(""),
                body.optional("active", FLAG).orElse(false),
                Math.toIntExact(body.optional("position", POSITION).orElse(0L)),
                FlowReader.way(body));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable("id") long id) {
        access.requireAdministrator(actor);
        changes.remove(actor, id);
    }

    /** Who would be asked about a record that is there, by a flow that may not be kept yet; changes nothing. */
    @PostMapping("/trial")
    Map<String, Object> trial(Actor actor, @RequestBody ObjectNode asked) {
        access.requireAdministrator(actor);
        Body body = new Body(asked);
        String name = body.required("object", TEXT).orElse("");
        long record = body.required("record", ID).orElse(0L);
        long starter = body.optional("starter", ID).orElse(actor.user());
        Map<String, List<Long>> chosen = ApprovalsController.chosen(body);
        Template.Way way = FlowReader.way(body);
        body.done();
        ObjectDefinition object = changes.object(name);
        check.require(object, way);
        records.row(actor, object, record);
        if (organisation.get().person(starter).isEmpty()) {
            throw Refusal.Invalid.at("starter", Message.of("approval.gone"));
        }
        Map<String, Object> answer = new HashMap<>();
        answer.put("applies", asking.fits(object, record, way));
        answer.put(
                "items",
                steps.path(
                        asking.preview(object, record, starter, way.flow(), chosen),
                        way.flow().nodes()));
        return answer;
    }
}
