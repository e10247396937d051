package hengke.automation;

import hengke.automation.Runs.Beginning;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins one record because somebody or another program asks for it, and says what became of that. */
@Component
final class BeginOne {
    private final Beginnings beginnings;
    private final Acting acting;

    BeginOne(Beginnings beginnings, Acting acting) {
        this.beginnings = beginnings;
        this.acting = acting;
    }

    /**
     * What became of it.
     *
     * @param run the run that began, now or when it was asked for before; null where none did
     * @param refused why none began
     */
    public record Begun(@Nullable Long run, @Nullable Message refused) {}

    /** Once for each cause. */
    Begun begin(DSLContext within, Automation automation, ObjectDefinition object, long record, String cause) {
        if (acting.as(automation).isEmpty()) {
            return new Begun(null, Message.of("automation.actingGone"));
        }
        beginnings.begin(within, automation, object, List.of(new Beginning(record, cause, List.of())));
        Optional<Record> its = within.fetchOptional(
                "select id, reason from automation_run where automation = ? and record_id = ? and cause = ?",
                automation.id(),
                record,
                cause);
        if (its.isPresent()) {
            return Outcome.Reason.OFTEN.wire().equals(its.get().get("reason", String.class))
                    ? new Begun(null, Message.of("automation.tooOften", Runs.MOST_A_DAY))
                    : new Begun(its.get().get("id", Long.class), null);
        }
        boolean underWay = !automation.plan().again()
                && within.fetchSingle(
                                "select exists (select 1 from automation_run where automation = ? and record_id = ?"
                                        + " and status = 'live')",
                                automation.id(),
                                record)
                        .get(0, Boolean.class);
        return new Begun(null, Message.of(underWay ? "automation.underWay" : "automation.notForRecord"));
    }
}
