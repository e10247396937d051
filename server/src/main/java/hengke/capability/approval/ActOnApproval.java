package hengke.capability.approval;

import hengke.capability.approval.flow.Action;
import hengke.capability.approval.flow.Engine;
import hengke.capability.approval.flow.Engine.Outcome;
import hengke.capability.approval.flow.Node;
import hengke.capability.approval.flow.RecordedWorld;
import hengke.capability.approval.flow.State.Status;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What people, and the time, do with an approval: alone with it, and in one transaction with what becomes of its record. */
@Component
public final class ActOnApproval {
    private final Writer writer;
    private final LiveCatalog live;
    private final AskForApproval asking;
    private final ApprovalLog log;
    private final RecordState states;
    private final Amendments amendments;
    private final TellApproval tell;

    ActOnApproval(
            Writer writer,
            LiveCatalog live,
            AskForApproval asking,
            ApprovalLog log,
            RecordState states,
            Amendments amendments,
            TellApproval tell) {
        this.writer = writer;
        this.live = live;
        this.asking = asking;
        this.log = log;
        this.states = states;
        this.amendments = amendments;
        this.tell = tell;
    }

    /** What is done, as far as it does not depend on the state. */
    public interface What {
        /** @param number of the task within its approval; 0 where it is about no task */
        Action on(int number);
    }

    /**
     * The form as whoever decides has seen it, and what they write into it.
     *
     * @param seen which of its forms they saw; null for whatever is there now
     */
    public record Form(@Nullable Integer seen, ObjectNode values) {
        /** Nothing is written, whatever is there. */
        public static Form unseen() {
            return new Form(null, JsonMapper.shared().createObjectNode());
        }
    }

    /**
     * Does something with a task.
     *
     * @param needsWord it is refused without a comment
     */
    public void withTask(Approvals.Entry task, What what, Form form, Said said, boolean needsWord) {
        if (needsWord && said.comment().isBlank()) {
            throw Refusal.Invalid.at("comment", Message.of("approval.sayWhy"));
        }
        long id = task.task().approval();
        Action action = what.on(task.task().number());
        writer.inTransaction(within -> {
            if (form.seen() != null
                    && form.seen()
                            != Approvals.hold(within, id).orElseThrow().state().form()) {
                throw new Refusal.Conflict("formChanged", Message.of("approval.formChanged"), Map.of());
            }
            List<String> fields = Amendments.named(form.values());
            if (!fields.isEmpty()) {
                act(
                        within,
                        id,
                        new Action.Amend(action.by(), task.task().number(), fields),
                        form.values(),
                        Said.NOTHING);
            }
            return act(within, id, action, said);
        });
    }

    /** Submits again what was returned, as the record is now. */
    public void resubmit(long id, long by, Said said) {
        act(id, new Action.Resubmit(by, false), said);
    }

    public void act(long id, Action action, Said said) {
        writer.inTransaction(within -> act(within, id, action, said));
    }

    /** Something is said that decides nothing; those whose turn it is, and whoever asked, are told. */
    public void remark(long id, long by, Said said) {
        if (said.nothing()) {
            throw Refusal.Invalid.at("comment", Message.of("web.required"));
        }
        writer.inTransaction(within -> {
            Approval approval = Approvals.hold(within, id).orElseThrow(Refusal.NotFound::new);
            said.require(within, by);
            note(within, id, "commented", by, said);
            tell.remarked(within, approval, by, moment(within, id));
            return approval;
        });
    }

    /** Whoever asked would have what was approved taken back; an administrator decides. */
    public void wantBack(long id, long by, Said said) {
        writer.inTransaction(within -> {
            Approval approval = Approvals.hold(within, id).orElseThrow(Refusal.NotFound::new);
            if (!approval.revocable() || by != approval.starter()) {
                throw new Refusal.Conflict("notRevocable", Message.of("approval.notRevocable"), Map.of());
            }
            said.require(within, by);
            note(within, id, "wantedBack", by, said);
            ObjectDefinition object = live.current().object(approval.about().object());
            List<Long> administrators = asking.world(
                            within, object, approval.about().id(), asking.now())
                    .administrators();
            tell.wantedBack(within, approval, by, administrators, moment(within, id));
            return approval;
        });
    }

    private void note(DSLContext within, long id, String kind, long by, Said said) {
        ObjectNode details = JsonMapper.shared().createObjectNode();
        ApprovalLog.Act act = new ApprovalLog.Act(kind, by, null, null, null, said, details, null);
        log.note(within, id, act, List.of(), asking.now());
    }

    /** Gives what somebody had to decide to somebody else; was there anything? */
    boolean handOver(DSLContext within, long id, Action.HandOver action) {
        Approval before = Approvals.hold(within, id).orElseThrow(Refusal.NotFound::new);
        Approval after = act(within, id, action, Said.NOTHING);
        return !before.state().runs().equals(after.state().runs());
    }

    /** Does what is agreed for a task that has waited too long; nothing where it does not wait any more. */
    void late(long id, long task, int number) {
        writer.inTransaction(within -> {
            boolean still = Approvals.hold(within, id).isPresent()
                    && !within.fetch(
                                    "select 1 from approval_task where id = ? and state = 'live' and due_at < cast(? as timestamptz)",
                                    task,
                                    asking.now())
                            .isEmpty();
            if (still) {
                act(within, id, new Action.TimeOut(Actor.SYSTEM.user(), number), Said.NOTHING);
            }
            return still;
        });
    }

    private Approval act(DSLContext within, long id, Action asked, Said said) {
        return act(within, id, asked, JsonMapper.shared().createObjectNode(), said);
    }

    private Approval act(DSLContext within, long id, Action asked, ObjectNode values, Said said) {
        Approval approval = Approvals.hold(within, id).orElseThrow(Refusal.NotFound::new);
        said.require(within, asked.by());
        ObjectDefinition object = live.current().find(approval.about().object()).orElseThrow(Refusal.NotFound::new);
        Instant now = asking.now();
        ObjectNode details = JsonMapper.shared().createObjectNode();
        ObjectNode snapshot = approval.snapshot();
        Action action = asked;
        if (asked instanceof Action.Resubmit(long by, boolean _)) {
            RecordState.lock(within, object, approval.about().id());
            snapshot = snapshot(within, object, approval);
            action = new Action.Resubmit(by, differ(object, approval, snapshot, details));
        }
        if (asked instanceof Action.Revoke) {
            RecordState.lock(within, object, approval.about().id());
            requireLast(within, approval);
            states.requireRevocable(within, object, approval.about().id());
        }
        RecordedWorld world =
                new RecordedWorld(asking.world(within, object, approval.about().id(), now));
        Outcome outcome = new Engine(approval.flow(), world).act(approval.state(), action);
        if (action instanceof Action.Amend amend) {
            Node.Ask step = (Node.Ask) approval.state()
                    .task(amend.task())
                    .flatMap(at -> approval.node(at.run().node()))
                    .orElseThrow();
            amendments.write(within, object, approval.about().id(), step, values, amend.by());
            snapshot = snapshot(within, object, approval);
            differ(object, approval, snapshot, details);
        }
        ApprovalLog.Act act = Told.of(approval, action, outcome.state(), said, details);
        Approval next = approval.with(outcome.state(), snapshot);
        if (action instanceof Action.TakeBack takeBack) {
            log.takenBack(within, id, takeBack.task());
        }
        log.write(within, next, outcome, act, world.answers(), now);
        Status status = outcome.state().status();
        if (status != approval.state().status()) {
            if (action instanceof Action.Resubmit && status != Status.RUNNING) {
                states.follow(within, object, approval.about().id(), Status.RUNNING, action.by(), said.comment(), now);
            }
            states.follow(within, object, approval.about().id(), status, action.by(), said.comment(), now);
        }
        tell.tell(within, next, outcome.events(), action.by(), moment(within, id));
        return next;
    }

    /** One that was approved anew since does not stand or fall with an earlier one. */
    private static void requireLast(DSLContext within, Approval approval) {
        long last = within.fetchSingle(
                        "select max(id) from approval where object = ? and record_id = ?",
                        approval.about().object(),
                        approval.about().id())
                .get(0, Long.class);
        if (last != approval.id()) {
            throw new Refusal.Conflict("notLast", Message.of("approval.notLast"), Map.of());
        }
    }

    private ObjectNode snapshot(DSLContext within, ObjectDefinition object, Approval approval) {
        Row row = RecordState.row(within, object, approval.about().id()).orElseThrow(Refusal.NotFound::new);
        return Snapshot.of(within, live.current(), object, row);
    }

    /** Writes down what the record was before, and what it became. */
    private static boolean differ(ObjectDefinition object, Approval approval, ObjectNode snapshot, ObjectNode details) {
        List<String> changed = Snapshot.differing(object, approval.snapshot(), snapshot);
        ObjectNode was = details.putObject("was");
        ObjectNode became = details.putObject("became");
        for (String field : changed) {
            was.set(field, Snapshot.under(approval.snapshot(), field));
            became.set(field, Snapshot.under(snapshot, field));
        }
        return !changed.isEmpty();
    }

    /** The number of the step in the log: what is told of it is told once. */
    private static long moment(DSLContext within, long id) {
        return within.fetchSingle("select max(id) from approval_action where approval = ?", id)
                .get(0, Long.class);
    }
}
