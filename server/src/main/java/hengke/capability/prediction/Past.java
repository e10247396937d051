package hengke.capability.prediction;

import static hengke.kernel.metadata.SystemFields.CREATED_AT;

import hengke.kernel.history.ChangeLog;
import hengke.kernel.history.RecordChange;
import hengke.kernel.learning.Case;
import hengke.kernel.learning.Column;
import hengke.kernel.learning.Learner;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.query.Alias;
import hengke.kernel.query.RowReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The records that have ended, each as it was at a moment drawn from its life before that: values are taken back to what
 * the history says they were. The draw goes by the id, so that learning twice learns the same.
 */
@Component
final class Past {
    /** Of more records that have ended, the newest tell most. */
    private static final int MOST = 50_000;

    private static final int PART = 2_000;
    private static final int MOST_CHANGES = 1_000_000;
    private static final long SEED = 42;

    private final Evidence evidence;

    Past(Evidence evidence) {
        this.evidence = evidence;
    }

    /**
     * One record that has ended.
     *
     * @param began when its life began, by which cases stand in order
     * @param lived was it open in this system at first, so that there is a moment before it ended?
     */
    record Example(Instant began, boolean lived, Case known) {}

    /**
     * What one can learn from.
     *
     * @param examples by the beginning of their lives
     */
    record Lessons(List<Clue> clues, List<Example> examples) {
        List<Column> columns() {
            return clues.stream().map(Clue::column).toList();
        }

        List<Case> cases() {
            return examples.stream().map(Example::known).toList();
        }
    }

    /**
     * Records that were entered as ended, as by an import, have no life to look back at: their age would tell how they
     * ended. As soon as there are enough others they stay out; until then all count, without the clues of a life.
     */
    Lessons lessons(DSLContext database, ObjectDefinition object, List<Clue> clues) {
        List<Example> all = examples(database, object, clues);
        List<Example> lived = all.stream().filter(Example::lived).toList();
        long well = lived.stream().filter(each -> each.known().positive()).count();
        return lived.size() == all.size() || Math.min(well, lived.size() - well) >= Learner.NEEDED
                ? new Lessons(clues, lived)
                : new Lessons(clues.stream().filter(clue -> !clue.ofLife()).toList(), all);
    }

    /** By the beginning of their lives. */
    List<Example> examples(DSLContext database, ObjectDefinition object, List<Clue> clues) {
        List<String> wanted = clues.stream().map(Clue::name).toList();
        List<Row> rows = ended(database, object);
        List<Example> examples = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += PART) {
            part(database, object, wanted, rows.subList(from, Math.min(rows.size(), from + PART)), examples);
        }
        examples.sort(Comparator.comparing(Example::began));
        return examples;
    }

    private static List<Row> ended(DSLContext database, ObjectDefinition object) {
        Predicted predicted = Predicted.of(object);
        RowReader reader = RowReader.stored(object);
        Alias row = Alias.of(object);
        List<String> ends = Stream.concat(predicted.positive().stream(), predicted.negative().stream())
                .toList();
        return database.select(reader.columns(row))
                .from(row.table())
                .where(
                        row.living(),
                        row.column(predicted.outcome()).coerce(SQLDataType.CLOB).in(ends))
                .orderBy(row.id().desc())
                .limit(MOST)
                .fetch(found -> reader.read(found, 0));
    }

    private void part(
            DSLContext database, ObjectDefinition object, List<String> wanted, List<Row> rows, List<Example> into) {
        List<Long> ids = rows.stream().map(Row::id).toList();
        Map<Long, List<RecordChange>> changes = new HashMap<>();
        ChangeLog.of(database, object, ids, null, MOST_CHANGES).stream()
                .filter(change -> change.action().equals("update"))
                .forEach(change -> changes.computeIfAbsent(change.record(), _ -> new ArrayList<>())
                        .add(change));
        Map<Long, Instant> earlier = evidence.began(database, object, ids);
        List<Moment> moments = rows.stream()
                .map(row -> moment(
                        object,
                        row,
                        changes.getOrDefault(row.id(), List.of()),
                        earlier(row.need(CREATED_AT), earlier.get(row.id()))))
                .toList();
        evidence.tell(database, object, wanted, moments);
        Predicted predicted = Predicted.of(object);
        for (int i = 0; i < rows.size(); i++) {
            boolean positive = predicted.positive().contains(rows.get(i).need(predicted.outcome()));
            boolean lived = changes.getOrDefault(rows.get(i).id(), List.of()).stream()
                    .anyMatch(change -> change.after().has(predicted.outcome().name()));
            into.add(new Example(
                    moments.get(i).began(), lived, new Case(moments.get(i).known(), positive)));
        }
    }

    private static Moment moment(ObjectDefinition object, Row row, List<RecordChange> newestFirst, Instant began) {
        Instant ended = ended(Predicted.of(object), row, newestFirst, began);
        Duration life = Duration.between(began, ended);
        double part = new SplittableRandom(SEED + row.id()).nextDouble();
        Instant at = began.plusMillis((long) (Math.max(0, life.toMillis()) * part));
        return Moment.past(then(object, row, newestFirst, at), began, at);
    }

    /** When it came to its end: by its field, else by the history; what was entered as ended has had no life. */
    private static Instant ended(Predicted predicted, Row row, List<RecordChange> newestFirst, Instant began) {
        Field<Instant> said = predicted.decidedAt();
        Instant at = said == null ? null : row.get(said);
        return at != null
                ? at
                : newestFirst.stream()
                        .filter(change -> change.after().has(predicted.outcome().name()))
                        .map(RecordChange::at)
                        .findFirst()
                        .orElse(began);
    }

    /** The record with every change from that moment on taken back. */
    private static Row then(ObjectDefinition object, Row row, List<RecordChange> newestFirst, Instant at) {
        Row then = row;
        for (RecordChange change : newestFirst) {
            if (!change.at().isBefore(at)) {
                for (Map.Entry<String, JsonNode> each : change.before().properties()) {
                    Field<?> field = object.field(each.getKey()).orElse(null);
                    then = field == null ? then : back(then, field, each.getValue());
                }
            }
        }
        return then;
    }

    private static <T> Row back(Row row, Field<T> field, JsonNode was) {
        try {
            return row.with(field, was.isNull() ? null : field.type().readKept(was));
        } catch (Unreadable gone) {
            // e.g. an option there is no more: nobody could know it now
            return row.with(field, null);
        }
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other != null && other.isBefore(one) ? other : one;
    }
}
