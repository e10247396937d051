package hengke.kernel.records;

import hengke.kernel.access.Access;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is done with each of several records by whoever may change it, while it is held. */
public abstract class HeldCommand implements Command {
    private final Access access;

    protected HeldCommand(Access access) {
        this.access = access;
    }

    /** Does it with one of them. */
    protected abstract Verdict run(Run run, Row held);

    protected final Access access() {
        return access;
    }

    @Override
    public final List<Verdict> run(Run run) {
        Set<Long> reached =
                access.reached(run.database(), run.caller().actor(), run.object(), Verb.EDIT, run.records());
        run.hold();
        Map<Long, Row> held = new Pages(run.database())
                        .byIds(
                                run.object(),
                                Visibility.EVERYTHING,
                                run.records(),
                                run.object().fields())
                        .stream()
                        .collect(Collectors.toMap(Row::id, row -> row));
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

    /** Writes new values of the one that is held. */
    protected static Verdict write(Run run, Row held, Map<Field<?>, @Nullable Object> values) {
        return Objects.requireNonNull(run.write(List.of(Draft.update(held.id(), held.version(), values)))
                .getFirst());
    }

    protected static Verdict forbidden(Run run) {
        return new Verdict.Refused(new Refusal.Forbidden(
                Message.of("records.verb." + Verb.EDIT.wire(), run.object().label())));
    }

    protected static Verdict refused(String code, String message) {
        return new Verdict.Refused(new Refusal.Conflict(code, Message.of(message), Map.of()));
    }
}
