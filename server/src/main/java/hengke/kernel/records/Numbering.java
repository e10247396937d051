package hengke.kernel.records;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Gives new records their running numbers, in one of two ways. Without gaps: the counter's row stays locked until the
 * transaction ends, so that a save that comes to nothing takes its numbers back, and others wait for it. Or fast: the
 * numbers are taken at once and for good, beside the transaction. Both count by the same row, so that going over from
 * one to the other repeats nothing.
 */
final class Numbering {
    private static final String LOCKED = "55P03";

    private final Clock clock;
    private final DSLContext apart;

    /** @param apart commits at once, on other connections than those of the transactions that go on; gives up on a lock */
    Numbering(Clock clock, DSLContext apart) {
        this.clock = clock;
        this.apart = apart;
    }

    /** The counts that records of a batch have got for one field, in the order in which they were taken. */
    private record Given(
            Field<String> field, NumberRules.InForce rule, LocalDate today, SequencedMap<Edit, Long> counts) {
        String number(long count) {
            return rule.pattern().number(today, count);
        }
    }

    /** What has been given to a batch. */
    record Taken(List<Given> given) {}

    /** Numbers for all that have none; one that somebody has typed by hand is passed over. */
    Taken number(Batch batch) {
        Map<Field<?>, List<Edit>> wanting = new LinkedHashMap<>();
        for (Field<?> field : NumberRules.numbered(batch.object())) {
            List<Edit> without = batch.edits().stream()
                    .filter(edit -> edit.action() == Action.CREATE
                            && !edit.refused()
                            && edit.after().get(field) == null)
                    .toList();
            if (!without.isEmpty()) {
                wanting.put(field, without);
            }
        }
        if (wanting.isEmpty()) {
            return new Taken(List.of());
        }
        Map<Field<?>, NumberRules.InForce> rules = NumberRules.inForce(batch.database(), batch.object());
        List<Given> given = new ArrayList<>();
        wanting.forEach(
                (field, edits) -> given.add(number(batch, field, Objects.requireNonNull(rules.get(field)), edits)));
        return new Taken(given);
    }

    @SuppressWarnings("unchecked") // NextNumber is only declared on text
    private Given number(Batch batch, Field<?> field, NumberRules.InForce rule, List<Edit> wanting) {
        Given given = new Given(
                (Field<String>) field, rule, LocalDate.ofInstant(clock.instant(), rule.zone()), new LinkedHashMap<>());
        Deque<Edit> open = new ArrayDeque<>(wanting);
        while (!open.isEmpty()) {
            List<Long> counts = next(batch, given, open.size());
            Set<String> taken =
                    taken(batch, field, counts.stream().map(given::number).toList());
            counts.stream()
                    .filter(count -> !taken.contains(given.number(count)))
                    .forEach(count -> {
                        Edit edit = open.pop();
                        edit.set(given.field(), given.number(count));
                        given.counts().put(edit, count);
                    });
        }
        return given;
    }

    /** A counter held by a save that began gap-free is waited for as such: only so the database sees who waits for whom. */
    private List<Long> next(Batch batch, Given given, int count) {
        String counter = counter(batch, given);
        if (!given.rule().gapFree()) {
            try {
                return NumberPattern.next(apart, counter, count);
            } catch (DataAccessException held) {
                if (!LOCKED.equals(held.sqlState())) {
                    throw held;
                }
            }
        }
        return NumberPattern.next(batch.database(), counter, count);
    }

    /**
     * Some of a batch turn out to be refused after all have their numbers: where there must be no gap, their numbers go
     * to the last of the others, and the counter back.
     *
     * @return whose numbers have changed, and which
     */
    static Map<Row, Set<Field<?>>> closeGaps(Batch batch, Taken taken) {
        Map<Edit, Set<Field<?>>> changed = new LinkedHashMap<>();
        for (Given given : taken.given()) {
            List<Edit> all = List.copyOf(given.counts().keySet());
            List<Long> counts = List.copyOf(given.counts().values());
            int left = (int) all.stream().filter(edit -> !edit.refused()).count();
            if (!given.rule().gapFree() || left == all.size()) {
                continue;
            }
            Deque<Edit> last = new ArrayDeque<>(all.subList(left, all.size()).stream()
                    .filter(edit -> !edit.refused())
                    .toList());
            for (int i = 0; i < left; i++) {
                if (all.get(i).refused()) {
                    Edit moved = last.removeLast();
                    moved.set(given.field(), given.number(counts.get(i)));
                    changed.computeIfAbsent(moved, _ -> new HashSet<>()).add(given.field());
                }
            }
            batch.database()
                    .execute(
                            "update running_number set last = ? where name = ?",
                            counts.get(left) - 1,
                            counter(batch, given));
        }
        Map<Row, Set<Field<?>>> rows = new LinkedHashMap<>();
        changed.forEach((edit, fields) -> rows.put(edit.after(), fields));
        return rows;
    }

    private static String counter(Batch batch, Given given) {
        return given.rule().pattern().counter(NumberRules.counted(batch.object(), given.field()), given.today());
    }

    private static Set<String> taken(Batch batch, Field<?> field, List<String> numbers) {
        ObjectDefinition object = batch.object();
        org.jooq.Field<String> column = field(name(field.column()), String.class);
        return batch.database()
                .select(column)
                .from(table(name(object.table())))
                .where(column.eq(DSL.any(numbers.toArray(String[]::new))))
                .fetchSet(column);
    }
}
