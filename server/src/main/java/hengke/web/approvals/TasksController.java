package hengke.web.approvals;

import hengke.capability.approval.ActOnApproval;
import hengke.capability.approval.Approvals;
import hengke.capability.approval.Said;
import hengke.capability.approval.flow.Action;
import hengke.capability.approval.flow.Action.Where;
import hengke.capability.approval.flow.Node;
import hengke.capability.approval.flow.Node.Mode;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.web.Body;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What waits for whom, and what they do with it. */
@RestController
@RequestMapping("/api/approvals/tasks")
final class TasksController {
    static final List<String> MINE = List.of("waiting", "done", "started", "copied");
    static final List<String> ACTS =
            List.of("approve", "reject", "return", "transfer", "delegate", "add-signer", "remove-signer", "take-back");
    private static final int MOST_AT_ONCE = 100;
    private static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);
    private static final TextualType WORD = new TextualType(TextualType.Form.TEXT, 100);
    private static final IntegerType FORM = new IntegerType(0, Integer.MAX_VALUE);
    private static final BooleanType FLAG = new BooleanType();

    private final ActOnApproval acting;
    private final Approvals approvals;
    private final ApprovalReading reading;
    private final Entries entries;

    TasksController(ActOnApproval acting, Approvals approvals, ApprovalReading reading, Entries entries) {
        this.acting = acting;
        this.approvals = approvals;
        this.reading = reading;
        this.entries = entries;
    }

    /** Waiting for me oldest first, all others newest first; {@code before} continues a page. */
    @GetMapping
    Map<String, Object> mine(
            Actor actor,
            Language language,
            @RequestParam(name = "mine", defaultValue = "waiting") String which,
            @RequestParam(name = "before", required = false) @Nullable Long before) {
        if (!MINE.contains(which)) {
            throw Refusal.Invalid.at("mine", Message.of("web.unknownKey", which, String.join(", ", MINE)));
        }
        Entries.Page page = entries.page(actor, language, which, before);
        Map<String, Object> answer = new HashMap<>();
        answer.put("items", page.items());
        answer.put("next", page.next());
        return answer;
    }

    /** How much waits, for the navigation. */
    @GetMapping("/count")
    Map<String, Integer> count(Actor actor) {
        return Map.of(
                "waiting", approvals.countFor(reading.inWhosePlace(actor)),
                "copied", approvals.unreadCopies(actor.user()));
    }

    /** Agrees to several at once, each for itself. */
    @PostMapping("/approve")
    Map<String, Object> approve(Caller caller, Language language, @RequestBody ObjectNode asked) {
        Body body = new Body(asked);
        List<Long> ids = body.list("ids", ID);
        Said said = ApprovalsController.said(body);
        if (ids.isEmpty() || ids.size() > MOST_AT_ONCE) {
            body.refuse("ids", Message.of("value.tooMany", MOST_AT_ONCE));
        }
        body.done();
        List<Map<String, Object>> failed = new ArrayList<>();
        int done = 0;
        long by = caller.actor().user();
        for (long id : ids) {
            try {
                Approvals.Entry task = task(caller.actor(), id);
                acting.withTask(
                        task, number -> new Action.Approve(by, number), ActOnApproval.Form.unseen(), said, false);
                done++;
            } catch (Refusal refusal) {
                failed.add(Map.of("id", id, "reason", refusal.reason().in(language)));
            }
        }
        return Map.of("done", done, "failed", failed);
    }

    private Approvals.Entry task(Actor actor, long id) {
        Approvals.Entry task = approvals.task(id).orElseThrow(Refusal.NotFound::new);
        reading.require(actor, task.task().approval());
        return task;
    }

    @PostMapping("/{id}/{act}")
    ApprovalJson act(
            Caller caller,
            Language language,
            @PathVariable("id") long id,
            @PathVariable("act") String act,
            @RequestBody ObjectNode asked) {
        if (!ACTS.contains(act)) {
            throw new Refusal.NotFound();
        }
        Approvals.Entry task = task(caller.actor(), id);
        Body body = new Body(asked);
        Said said = ApprovalsController.said(body);
        ActOnApproval.What what = what(caller.actor().user(), act, body);
        ActOnApproval.Form form = form(act, body);
        body.done();
        acting.withTask(task, what, form, said, act.equals("reject") || act.equals("return"));
        return after(caller.actor(), language, task.task().approval());
    }

    /** Something that is done with somebody's word that has no task of its own any more, or not yet. */
    @PostMapping("/of/{approval}/{number}/{act}")
    ApprovalJson actByNumber(
            Caller caller,
            Language language,
            @PathVariable("approval") long approval,
            @PathVariable("number") int number,
            @PathVariable("act") String act,
            @RequestBody ObjectNode asked) {
        reading.require(caller.actor(), approval);
        Body body = new Body(asked);
        Said said = ApprovalsController.said(body);
        if (!List.of("transfer", "remove-signer", "take-back").contains(act)) {
            throw new Refusal.NotFound();
        }
        ActOnApproval.What what = what(caller.actor().user(), act, body);
        body.done();
        acting.act(approval, what.on(number), said);
        return after(caller.actor(), language, approval);
    }

    /** Whoever writes into a form tells which they saw. */
    private static ActOnApproval.Form form(String act, Body body) {
        ObjectNode values = act.equals("approve")
                ? body.object("values").orElseGet(JsonMapper.shared()::createObjectNode)
                : JsonMapper.shared().createObjectNode();
        Long seen = values.isEmpty()
                ? body.optional("form", FORM).orElse(null)
                : body.required("form", FORM).orElse(0L);
        return new ActOnApproval.Form(seen == null ? null : Math.toIntExact(seen), values);
    }

    private ApprovalJson after(Actor actor, Language language, long approval) {
        return reading.json(actor, language, approvals.find(approval).orElseThrow(Refusal.NotFound::new));
    }

    private static ActOnApproval.What what(long by, String act, Body body) {
        switch (act) {
            case "approve" -> {
                Map<String, List<Long>> chosen = ApprovalsController.chosen(body);
                return number -> new Action.Approve(by, number, chosen);
            }
            case "reject" -> {
                return number -> new Action.Reject(by, number);
            }
            case "return" -> {
                String to = body.optional("to", WORD).orElse(Node.START);
                boolean directly = body.optional("directly", FLAG).orElse(false);
                return number -> new Action.Return(by, number, to, directly);
            }
            case "transfer" -> {
                long to = body.required("person", ID).orElse(0L);
                return number -> new Action.Transfer(by, number, to);
            }
            case "delegate" -> {
                long to = body.required("person", ID).orElse(0L);
                return number -> new Action.Delegate(by, number, to);
            }
            case "add-signer" -> {
                Where where = FlowReader.constant(body, "where", Where.values(), Where.BEFORE);
                Mode mode = FlowReader.constant(body, "mode", Mode.values(), Mode.ALL);
                List<Long> people = body.list("people", ID);
                return number -> new Action.AddSigners(by, number, where, mode, people);
            }
            case "remove-signer" -> {
                return number -> new Action.RemoveSigner(by, number);
            }
            default -> {
                return number -> new Action.TakeBack(by, number);
            }
        }
    }
}
