package hengke.capability.approval;

import hengke.capability.approval.flow.Action;
import hengke.capability.approval.flow.Engine.Outcome;
import hengke.capability.approval.flow.Event;
import hengke.capability.approval.flow.Node;
import hengke.capability.approval.flow.State;
import hengke.kernel.calendar.WorkingCalendar;
import hengke.kernel.identity.LiveOrganisation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Keeps approvals: their state, the words that are asked for, and the log; all in the transaction of the action. */
@Component
class ApprovalLog {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final WorkingCalendar calendar;
    private final LiveOrganisation organisation;

    ApprovalLog(WorkingCalendar calendar, LiveOrganisation organisation) {
        this.calendar = calendar;
        this.organisation = organisation;
    }

    /**
     * What was done, as the log tells it.
     *
     * @param actingFor in whose place
     */
    record Act(
            String kind,
            long by,
            @Nullable Long actingFor,
            @Nullable Integer task,
            @Nullable String node,
            Said said,
            ObjectNode details,
            @Nullable Action action) {}

    long begin(DSLContext within, Approval approval) {
        return Objects.requireNonNull(within.fetchOne(
                        """
                        insert into approval (template, edition, name, object, record_id, title, starter, status,
                            definition, state, snapshot, started_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), cast(? as jsonb),
                            cast(? as timestamptz))
                        returning id""",
                        approval.template(),
                        approval.edition(),
                        approval.name(),
                        approval.about().object(),
                        approval.about().id(),
                        approval.title(),
                        approval.starter(),
                        wire(approval.state().status()),
                        JSON.writeValueAsString(approval.flow()),
                        JSON.writeValueAsString(approval.state()),
                        JSON.writeValueAsString(approval.snapshot()),
                        approval.startedAt()))
                .get("id", Long.class);
    }

    /** @param approval with the record as it is to be kept from now on */
    void write(
            DSLContext within, Approval approval, Outcome outcome, Act act, List<List<String>> answers, Instant now) {
        State state = outcome.state();
        long id = approval.id();
        within.execute(
                """
                update approval set state = cast(? as jsonb), status = ?, snapshot = cast(? as jsonb),
                    ended_at = cast(? as timestamptz), version = version + 1
                where id = ?""",
                JSON.writeValueAsString(state),
                wire(state.status()),
                JSON.writeValueAsString(approval.snapshot()),
                state.status().over() ? now : null,
                id);
        note(within, id, act, answers, now);
        for (Event event : outcome.events()) {
            switch (event) {
                case Event.Dropped dropped -> drop(within, id, dropped, act, now);
                case Event.Asked asked -> ask(within, id, approval, asked, now);
                case Event.Copied copied ->
                    copied.people().forEach(person -> within.execute("""
                                insert into approval_copy (approval, person, node, at)
                                values (?, ?, ?, cast(? as timestamptz)) on conflict do nothing
                                """, id, person, copied.node(), now));
                case Event.Reminded reminded ->
                    within.execute("""
                            update approval_task set due_at = cast(? as timestamptz)
                            where approval = ? and number = ? and state = 'live'""", due(approval, node(state, reminded.task()), now), id, reminded.task());
                case Event.Passed passed ->
                    note(
                            within,
                            id,
                            new Act(
                                    "passed",
                                    0,
                                    null,
                                    null,
                                    passed.node(),
                                    Said.NOTHING,
                                    JSON.createObjectNode().put("why", wire(passed.why())),
                                    null),
                            List.of(),
                            now);
                case Event.Urged _, Event.Became _ -> {}
            }
        }
    }

    private static String node(State state, int task) {
        return state.task(task).orElseThrow().run().node();
    }

    private void ask(DSLContext within, long id, Approval approval, Event.Asked asked, Instant now) {
        within.execute("""
                insert into approval_task (approval, number, node, person, state, asked_at, due_at)
                values (?, ?, ?, ?, 'live', cast(? as timestamptz), cast(? as timestamptz))""", id, asked.task(), asked.node(), asked.person(), now, due(approval, asked.node(), now));
    }

    /** Only what its holder has done with it is theirs. */
    private static void drop(DSLContext within, long id, Event.Dropped dropped, Act act, Instant now) {
        boolean own = act.task() != null && act.task() == dropped.task() && act.action() != null;
        within.execute("""
                update approval_task set state = 'ended', ended_at = cast(? as timestamptz), ended_by = ?, word = ?
                where approval = ? and number = ? and state = 'live'""", now, own ? act.by() : null, own ? act.kind() : "dropped", id, dropped.task());
    }

    private @Nullable Instant due(Approval approval, String node, Instant now) {
        return switch (approval.node(node).orElse(null)) {
            case Node.Ask ask when ask.late() instanceof Node.Late late -> hours(late.hours(), now);
            case Node.Wait wait ->
                switch (wait.unit()) {
                    case WORKING_HOURS -> hours(wait.many(), now);
                    case WORKING_DAYS -> days(wait.many(), now);
                };
            case null, default -> null;
        };
    }

    private Instant hours(int many, Instant now) {
        return calendar.time().add(now, Duration.ofHours(many));
    }

    private Instant days(int many, Instant now) {
        ZonedDateTime local = now.atZone(organisation.get().company().timeZone());
        return local.with(calendar.time().addDays(local.toLocalDate(), many)).toInstant();
    }

    /** It is as if they had never answered. */
    void takenBack(DSLContext within, long id, int task) {
        within.execute(
                "update approval_task set ended_by = null, word = 'takenBack' where approval = ? and number = ? and state = 'ended'",
                id,
                task);
    }

    void note(DSLContext within, long id, Act act, List<List<String>> answers, Instant now) {
        within.execute(
                """
                insert into approval_action (approval, at, person, acting_for, kind, task, node, comment, files, details, action,
                    answers)
                values (?, cast(? as timestamptz), ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), cast(? as jsonb))""",
                id,
                now,
                act.by(),
                act.actingFor(),
                act.kind(),
                act.task(),
                act.node(),
                act.said().comment().isBlank() ? null : act.said().comment(),
                act.said().files().toArray(Long[]::new),
                JSON.writeValueAsString(act.details()),
                act.action() == null ? null : JSON.writeValueAsString(act.action()),
                JSON.writeValueAsString(answers));
    }

    static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
