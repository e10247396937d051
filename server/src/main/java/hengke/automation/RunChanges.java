package hengke.automation;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Writer;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What administrators do with runs that could not go on. */
@Component
public final class RunChanges {
    private final Writer writer;
    private final Access access;
    private final Beginnings beginnings;
    private final Clock clock;

    RunChanges(Writer writer, Access access, Beginnings beginnings, Clock clock) {
        this.writer = writer;
        this.access = access;
        this.beginnings = beginnings;
        this.clock = clock;
    }

    /** Has a failed run take its step again, now. */
    public void again(Actor by, long run) {
        move(by, run, """
                update automation_run
                set status = 'live', attempts = 0, error = null, ended_at = null, due_at = cast(? as timestamptz)
                where id = ? and status = 'failed'""");
    }

    /** Gives a failed run up. */
    public void dismiss(Actor by, long run) {
        move(by, run, """
                update automation_run
                set status = 'stopped', reason = 'ended', ended_at = cast(? as timestamptz)
                where id = ? and status = 'failed'""");
    }

    private void move(Actor by, long run, String sql) {
        access.requireAdministrator(by);
        writer.inTransaction(within -> {
            String now = clock.instant().truncatedTo(ChronoUnit.MICROS).toString();
            if (within.execute(sql, now, run) == 0) {
                throw new Refusal.Conflict("notFailed", Message.of("automation.notFailed"), Map.of());
            }
            beginnings.promise();
            return run;
        });
    }
}
