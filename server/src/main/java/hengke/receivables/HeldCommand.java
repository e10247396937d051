package hengke.receivables;

import hengke.kernel.access.Access;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Command;
import hengke.kernel.records.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is done with each of several records by whoever may change it, while it is held. */
abstract class HeldCommand implements Command {
    private final Access access;

    HeldCommand(Access access) {
        this.access = access;
    }

    /** Does it with one of them. */
    abstract Verdict run(Run run, Row held);

    final Access access() {
        return access;
    }

    @Override
    public final List<Verdict> run(Run run) {
        Set<Long> reached =
                access.reached(run.database(), run.caller().actor(), run.object(), Verb.EDIT, run.records());
        Map<Long, Row> held = Stored.held(run.database(), run.object(), run.records());
        return run.records().stream()
                .map(id -> {
                    Row row = held.get(id);
                    if (row == null) {
                        return new Verdict.Refused(new Refusal.NotFound());
                    }
                    return reached.contains(id) ? run(run, row) : forbidden(run);
                })
                .toList();
    }

    static Verdict forbidden(Run run) {
        return new Verdict.Refused(new Refusal.Forbidden(
                Message.of("records.verb." + Verb.EDIT.wire(), run.object().label())));
    }

    static Verdict refused(String code, String message) {
        return new Verdict.Refused(new Refusal.Conflict(code, Message.of(message), Map.of()));
    }
}
