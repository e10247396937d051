package hengke.capability.routing;

import hengke.capability.owner.Owned;
import hengke.capability.pool.Pooled;
import hengke.capability.routing.Decision.Cause;
import hengke.capability.routing.Decision.Outcome;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Verdict;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives records that are there already to whom was decided, and writes down why. */
@Component
final class Handing {
    private final TellRouted telling;
    private final Clock clock;

    Handing(TellRouted telling, Clock clock) {
        this.telling = telling;
        this.clock = clock;
    }

    /**
     * Whose doing it is.
     *
     * @param actor who asked; the product when it acts by itself
     * @param tells are people told by this? What colleagues do is told anyway
     */
    record Doing(Cause cause, long operation, long actor, boolean tells) {}

    /** A record and what was decided about it. */
    record Decided(Row row, Decision decision) {}

    /** What became of each, by id; a record that stays where it is has no verdict. */
    Map<Long, Verdict> hand(
            DSLContext database,
            ObjectDefinition object,
            Doing doing,
            List<Decided> decided,
            Function<List<Draft>, List<Verdict>> writing) {
        List<Decided> moving = decided.stream()
                .filter(each -> each.decision().outcome() == Outcome.PERSON
                        || each.decision().outcome() == Outcome.POOL)
                .toList();
        List<Verdict> written =
                writing.apply(moving.stream().map(Handing::draft).toList());
        Map<Long, Verdict> verdicts = new LinkedHashMap<>();
        List<RoutingLog.Entry> entries = new ArrayList<>();
        for (Decided each : decided) {
            int at = moving.indexOf(each);
            Row row = each.row();
            if (at < 0) {
                entries.add(entry(doing, row, each.decision()));
                continue;
            }
            verdicts.put(row.id(), written.get(at));
            if (written.get(at) instanceof Verdict.Written) {
                entries.add(entry(doing, row, each.decision()));
                if (doing.tells()) {
                    telling.given(database, object, row, each.decision(), doing.operation());
                    telling.takenAway(database, object, row, each.decision(), row.get(Owned.OWNER), doing.operation());
                }
            }
        }
        RoutingLog.append(database, object, doing.operation(), entries);
        return verdicts;
    }

    private static Draft draft(Decided decided) {
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        values.put(Owned.OWNER, decided.decision().person());
        if (decided.decision().outcome() == Outcome.POOL) {
            values.put(Pooled.POOL, decided.decision().pool());
        }
        return Draft.update(decided.row().id(), null, values);
    }

    private RoutingLog.Entry entry(Doing doing, Row row, Decision decision) {
        return RoutingLog.Entry.of(
                row.id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                doing.cause(),
                decision,
                row.get(Owned.OWNER),
                doing.actor());
    }
}
