package hengke.kernel.records;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Operation.Kind;
import hengke.kernel.records.Operation.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes records that exist, or do not yet, by a key of theirs: as one operation in one transaction. Whoever writes the
 * same key waits, so that two at once make one record.
 */
public final class Upsert {
    /** Records at a time. */
    public static final int MOST = 1_000;

    private final Writer writer;
    private final Access access;
    private final DraftReader drafts;

    public Upsert(Writer writer, Access access, DraftReader drafts) {
        this.writer = writer;
        this.access = access;
        this.drafts = drafts;
    }

    /** What became of one record. */
    public sealed interface Outcome {
        record Created(long id) implements Outcome {}

        record Updated(long id) implements Outcome {}

        record Unchanged(long id) implements Outcome {}

        record Failed(Refusal refusal) implements Outcome {}
    }

    /** The outcomes in the order of the records. */
    public record Result(Operation operation, List<Outcome> outcomes) {
        public Result {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** A record that was asked for: its values and its key, or why it cannot be written. */
    private record Wish(
            Map<Field<?>, @Nullable Object> values,
            List<Object> key,
            @Nullable Refusal refusal) {
        Wish {
            key = List.copyOf(key);
        }
    }

    /**
     * Writes them all.
     *
     * @param key recognises a record among those the caller may see
     * @param atomic all or none: one refusal refuses everything
     */
    public Result run(Caller caller, RecordKey key, List<ObjectNode> records, boolean atomic) {
        ObjectDefinition object = key.object();
        List<Wish> wishes =
                records.stream().map(record -> wish(caller, key, record)).toList();
        return writer.inTransaction(transaction -> {
            Operation operation = OperationLog.open(
                    transaction,
                    caller,
                    Kind.BULK,
                    object.name(),
                    "按键写入 " + object.label().chinese(),
                    Status.RUNNING,
                    records.size());
            key.lock(
                    transaction,
                    wishes.stream()
                            .map(Wish::key)
                            .filter(each -> !each.isEmpty())
                            .toList());
            List<Outcome> outcomes = write(transaction, caller, operation, key, wishes);
            if (atomic) {
                requireNoFailure(outcomes);
            }
            long failed =
                    outcomes.stream().filter(Outcome.Failed.class::isInstance).count();
            long unchanged = outcomes.stream()
                    .filter(Outcome.Unchanged.class::isInstance)
                    .count();
            OperationLog.advance(
                    transaction, operation.id(), records.size(), records.size() - failed - unchanged, failed);
            OperationLog.finish(transaction, operation.id(), Status.DONE, "[]");
            return new Result(OperationLog.find(transaction, operation.id()).orElseThrow(), outcomes);
        });
    }

    private Wish wish(Caller caller, RecordKey key, ObjectNode record) {
        try {
            Map<Field<?>, @Nullable Object> values = drafts.values(caller.actor(), key.object(), record);
            return new Wish(values, key.of(values), null);
        } catch (Refusal refusal) {
            return new Wish(Map.of(), List.of(), refusal);
        }
    }

    /** A key that comes several times is written in rounds, so that the later ones change what the first one made. */
    private List<Outcome> write(
            DSLContext transaction, Caller caller, Operation operation, RecordKey key, List<Wish> wishes) {
        Map<Integer, Outcome> outcomes = new HashMap<>();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < wishes.size(); i++) {
            Refusal refusal = wishes.get(i).refusal();
            if (refusal == null) {
                open.add(i);
            } else {
                outcomes.put(i, new Outcome.Failed(refusal));
            }
        }
        while (!open.isEmpty()) {
            Set<List<Object>> inRound = new HashSet<>();
            List<Integer> round =
                    open.stream().filter(i -> inRound.add(wishes.get(i).key())).toList();
            open.removeAll(round);
            writeRound(transaction, caller, operation, key, wishes, round, outcomes);
        }
        List<Outcome> inOrder = new ArrayList<>();
        for (int i = 0; i < wishes.size(); i++) {
            inOrder.add(Objects.requireNonNull(outcomes.get(i)));
        }
        return inOrder;
    }

    /** A record whose key is kept from the caller is not found by it. */
    private Visibility readable(Actor actor, RecordKey key) {
        Criterion kept = Criterion.any(key.fields().stream()
                .map(field -> access.covers(actor, key.object(), field))
                .distinct()
                .toList());
        Visibility visible = access.visibility(actor, key.object(), Verb.READ);
        return kept instanceof Criterion.Never
                ? visible
                : Visibility.of(List.of(new Visibility.Reason(
                        Message.of("access.within"), Criterion.all(visible.criterion(), Criterion.not(kept)))));
    }

    private void writeRound(
            DSLContext transaction,
            Caller caller,
            Operation operation,
            RecordKey key,
            List<Wish> wishes,
            List<Integer> round,
            Map<Integer, Outcome> outcomes) {
        RecordKey.Found existing = key.find(
                transaction,
                readable(caller.actor(), key),
                round.stream().map(i -> wishes.get(i).key()).toList());
        List<Integer> writing = new ArrayList<>();
        List<Draft> its = new ArrayList<>();
        for (int i : round) {
            Wish wish = wishes.get(i);
            List<Long> found = existing.of(wish.key());
            if (found.size() > 1) {
                outcomes.put(
                        i,
                        new Outcome.Failed(Refusal.Invalid.at(
                                key.fields().getFirst().name(), Message.of("records.ambiguousKey", found.size()))));
            } else {
                writing.add(i);
                its.add(
                        found.isEmpty()
                                ? Draft.create(wish.values())
                                : Draft.update(found.getFirst(), null, changes(key, wish)));
            }
        }
        List<Verdict> verdicts = writer.write(transaction, caller, operation, key.object(), its);
        for (int i = 0; i < verdicts.size(); i++) {
            boolean created = its.get(i).action() == Action.CREATE;
            outcomes.put(writing.get(i), outcome(verdicts.get(i), created));
        }
    }

    /** The key is what it was; not to write it spares the right to. */
    private static Map<Field<?>, @Nullable Object> changes(RecordKey key, Wish wish) {
        Map<Field<?>, @Nullable Object> changes = new HashMap<>(wish.values());
        key.fields().forEach(changes::remove);
        return changes;
    }

    private static Outcome outcome(Verdict verdict, boolean created) {
        return switch (verdict) {
            case Verdict.Written(Row row, boolean changed) ->
                created
                        ? new Outcome.Created(row.id())
                        : changed ? new Outcome.Updated(row.id()) : new Outcome.Unchanged(row.id());
            case Verdict.Refused(Refusal refusal) -> new Outcome.Failed(refusal);
        };
    }

    private static void requireNoFailure(List<Outcome> outcomes) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Failed(Refusal refusal)) {
                String at = "records[" + i + "]";
                if (refusal instanceof Refusal.Invalid invalid) {
                    errors.addAll(invalid.under(at).errors());
                } else {
                    errors.add(FieldError.of(at, refusal.reason()));
                }
            }
        }
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
    }
}
