package hengke.web.approvals;

import hengke.capability.approval.ActOnApproval;
import hengke.capability.approval.Approval;
import hengke.capability.approval.Approvals;
import hengke.capability.approval.AskForApproval;
import hengke.capability.approval.Said;
import hengke.capability.approval.Template;
import hengke.capability.approval.flow.Action;
import hengke.capability.approval.flow.Forecast;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.web.Body;
import hengke.web.approvals.ApprovalJson.OfRecordJson;
import hengke.web.records.Reading;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Records that are submitted for approval, and what whoever submitted them does with that. */
@RestController
@RequestMapping("/api/approvals")
final class ApprovalsController {
    static final TextualType COMMENT = new TextualType(TextualType.Form.LONG_TEXT, 2_000);
    static final List<String> ACTS =
            List.of("withdraw", "urge", "resubmit", "terminate", "comment", "revoke", "want-back");
    private static final int MOST_FILES = 20;
    private static final int OF_RECORD = 20;
    private static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 100);
    private static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);

    private final AskForApproval asking;
    private final ActOnApproval acting;
    private final Approvals approvals;
    private final ApprovalReading reading;
    private final Steps steps;
    private final Reading records;
    private final Clock clock;

    ApprovalsController(
            AskForApproval asking,
            ActOnApproval acting,
            Approvals approvals,
            ApprovalReading reading,
            Steps steps,
            Reading records,
            Clock clock) {
        this.asking = asking;
        this.acting = acting;
        this.approvals = approvals;
        this.reading = reading;
        this.steps = steps;
        this.records = records;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ApprovalJson submit(Caller caller, Language language, @RequestBody ObjectNode asked) {
        Body body = new Body(asked);
        String name = body.required("object", NAME).orElse("");
        long record = body.required("record", ID).orElse(0L);
        Map<String, List<Long>> chosen = chosen(body);
        Said said = said(body);
        body.done();
        ObjectDefinition object = records.object(caller.actor(), name);
        long id = asking.start(caller, object, record, chosen, said);
        return reading.json(caller.actor(), language, reading.require(caller.actor(), id));
    }

    /** A comment, and files with it. */
    static Said said(Body body) {
        List<Long> files = body.list("files", ID);
        if (files.size() > MOST_FILES) {
            body.refuse("files", Message.of("value.tooMany", MOST_FILES));
        }
        return new Said(body.optional("comment", COMMENT).orElse(""), files);
    }

    static Map<String, List<Long>> chosen(Body body) {
        Map<String, List<Long>> chosen = new LinkedHashMap<>();
        body.object("chosen")
                .ifPresent(given -> given.propertyStream().forEach(entry -> {
                    List<Long> people = new ArrayList<>();
                    for (JsonNode person : entry.getValue()) {
                        if (!person.isIntegralNumber()) {
                            body.refuse("chosen", Message.of("value.list"));
                        } else {
                            people.add(person.longValue());
                        }
                    }
                    chosen.put(entry.getKey(), people);
                }));
        return chosen;
    }

    /** What a record's page tells: whether it needs approval, who would be asked, and what became of those before. */
    @GetMapping("/of/{object}/{record}")
    OfRecordJson of(
            Actor actor, Language language, @PathVariable("object") String name, @PathVariable("record") long record) {
        ObjectDefinition object = records.object(actor, name);
        if (!asking.approves(object)) {
            throw new Refusal.NotFound();
        }
        records.row(actor, object, record);
        Template needed = asking.needed(object, record).orElse(null);
        List<ApprovalJson> before = approvals.of(new Link(object.name(), record), OF_RECORD).stream()
                .map(approval -> reading.json(actor, language, approval))
                .toList();
        return new OfRecordJson(
                needed == null ? null : needed.name(),
                needed != null && asking.may(actor, object, record),
                needed == null ? List.of() : reading.choices(needed.way().flow().nodes()),
                needed == null ? List.of() : path(actor, object, record, needed, Map.of()),
                before);
    }

    /** Who would be asked, with these people named; changes nothing. */
    @PostMapping("/forecast")
    Map<String, Object> forecast(Actor actor, @RequestBody ObjectNode asked) {
        Body body = new Body(asked);
        String name = body.required("object", NAME).orElse("");
        long record = body.required("record", ID).orElse(0L);
        Map<String, List<Long>> chosen = chosen(body);
        body.done();
        ObjectDefinition object = records.object(actor, name);
        records.row(actor, object, record);
        Template needed = asking.needed(object, record)
                .orElseThrow(() -> new Refusal.Conflict("noTemplate", Message.of("approval.noTemplate"), Map.of()));
        return Map.of("items", path(actor, object, record, needed, chosen));
    }

    private List<ApprovalJson.StepJson> path(
            Actor actor, ObjectDefinition object, long record, Template template, Map<String, List<Long>> chosen) {
        Forecast.Path path =
                asking.preview(object, record, actor.user(), template.way().flow(), chosen);
        return steps.path(path, template.way().flow().nodes());
    }

    @GetMapping("/{id}")
    ApprovalJson one(Actor actor, Language language, @PathVariable("id") long id) {
        Approval approval = reading.require(actor, id);
        return reading.json(actor, language, approval);
    }

    /** Whoever was told of it has looked. */
    @PutMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(Actor actor, @PathVariable("id") long id) {
        reading.require(actor, id);
        approvals.read(id, actor.user(), clock.instant());
    }

    @PostMapping("/{id}/{act}")
    ApprovalJson act(
            Caller caller,
            Language language,
            @PathVariable("id") long id,
            @PathVariable("act") String act,
            @RequestBody ObjectNode asked) {
        Actor actor = caller.actor();
        Body body = new Body(asked);
        Said said = said(body);
        body.done();
        reading.require(actor, id);
        switch (act) {
            case "comment" -> acting.remark(id, actor.user(), said);
            case "want-back" -> acting.wantBack(id, actor.user(), because(said));
            default -> acting.act(id, action(act, actor.user(), said), said);
        }
        return reading.json(actor, language, reading.require(actor, id));
    }

    private static Said because(Said said) {
        if (said.comment().isBlank()) {
            throw Refusal.Invalid.at("comment", Message.of("approval.sayWhy"));
        }
        return said;
    }

    private static Action action(String act, long by, Said said) {
        return switch (act) {
            case "withdraw" -> new Action.Withdraw(by);
            case "urge" -> new Action.Urge(by);
            case "resubmit" -> new Action.Resubmit(by, false);
            case "terminate" -> new Action.Terminate(by);
            case "revoke" -> {
                because(said);
                yield new Action.Revoke(by);
            }
            default -> throw new Refusal.NotFound();
        };
    }
}
