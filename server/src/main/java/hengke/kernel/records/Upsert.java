package hengke.kernel.records;

import hengke.kernel.access.Access;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.query.Alias;
import hengke.kernel.query.CriterionSql;
import hengke.kernel.records.Operation.Kind;
import hengke.kernel.records.Operation.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes records that exist, or do not yet, by a key of theirs: as one operation in one transaction. Whoever writes the
 * same key waits, so that two at once make one record.
 */
public final class Upsert {
    /** Records at a time. */
    public static final int MOST = 1_000;

    private static final int LOCK = 728;

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
     * @param keys the fields by which a record is recognised among those the caller may see
     * @param atomic all or none: one refusal refuses everything
     */
    public Result run(
            Caller caller, ObjectDefinition object, List<Field<?>> keys, List<ObjectNode> records, boolean atomic) {
        List<Wish> wishes = records.stream()
                .map(record -> wish(caller, object, keys, record))
                .toList();
        return writer.inTransaction(transaction -> {
            Operation operation = OperationLog.open(
                    transaction,
                    caller,
                    Kind.BULK,
                    object.name(),
                    "按键写入 " + object.label().chinese(),
                    Status.RUNNING,
                    records.size());
            lock(transaction, object, wishes);
            List<Outcome> outcomes = write(transaction, caller, operation, object, keys, wishes);
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

    /** The fields named as the key, refused where records cannot be recognised by them. */
    public List<Field<?>> keys(Caller caller, ObjectDefinition object, List<String> names) {
        if (names.isEmpty()) {
            throw Refusal.Invalid.at("key", Message.of("records.required"));
        }
        List<Field<?>> keys = new ArrayList<>();
        for (String name : names) {
            Field<?> field = object.field(name)
                    .filter(each -> access.right(caller.actor(), object, each).atLeast(FieldRight.READ))
                    .orElseThrow(() -> Refusal.Invalid.at("key", Message.of("records.unknown", name)));
            if (!comparable(field)) {
                throw Refusal.Invalid.at("key", Message.of("records.noKey", field.label()));
            }
            keys.add(field);
        }
        return keys;
    }

    private static boolean comparable(Field<?> field) {
        return !field.traits().is(Trait.SYSTEM)
                && (field.type() instanceof TextualType
                        || field.type() instanceof IntegerType
                        || field.type() instanceof IdType
                        || field.type() instanceof ChoiceType
                        || field.type() instanceof DateType);
    }

    private Wish wish(Caller caller, ObjectDefinition object, List<Field<?>> keys, ObjectNode record) {
        try {
            Map<Field<?>, @Nullable Object> values = drafts.values(caller.actor(), object, record);
            List<Object> key = new ArrayList<>();
            for (Field<?> field : keys) {
                Object value = values.get(field);
                if (value == null) {
                    throw Refusal.Invalid.at(field.name(), Message.of("records.required"));
                }
                key.add(value);
            }
            return new Wish(values, key, null);
        } catch (Refusal refusal) {
            return new Wish(Map.of(), List.of(), refusal);
        }
    }

    /** In one order for everybody, so that nobody waits in a circle. */
    private static void lock(DSLContext transaction, ObjectDefinition object, List<Wish> wishes) {
        Set<Integer> locks = new TreeSet<>();
        wishes.stream()
                .filter(wish -> !wish.key().isEmpty())
                .forEach(
                        wish -> locks.add(Objects.hash(object.name(), wish.key().toString())));
        locks.forEach(key -> transaction.fetch("select pg_advisory_xact_lock({0}, {1})", DSL.val(LOCK), DSL.val(key)));
    }

    /** A key that comes several times is written in rounds, so that the later ones change what the first one made. */
    private List<Outcome> write(
            DSLContext transaction,
            Caller caller,
            Operation operation,
            ObjectDefinition object,
            List<Field<?>> keys,
            List<Wish> wishes) {
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
            writeRound(transaction, caller, operation, object, keys, wishes, round, outcomes);
        }
        List<Outcome> inOrder = new ArrayList<>();
        for (int i = 0; i < wishes.size(); i++) {
            inOrder.add(Objects.requireNonNull(outcomes.get(i)));
        }
        return inOrder;
    }

    private void writeRound(
            DSLContext transaction,
            Caller caller,
            Operation operation,
            ObjectDefinition object,
            List<Field<?>> keys,
            List<Wish> wishes,
            List<Integer> round,
            Map<Integer, Outcome> outcomes) {
        Map<List<String>, List<Long>> existing = existing(
                transaction,
                caller,
                object,
                keys,
                round.stream().map(wishes::get).toList());
        List<Integer> writing = new ArrayList<>();
        List<Draft> its = new ArrayList<>();
        for (int i : round) {
            Wish wish = wishes.get(i);
            List<Long> found = existing.getOrDefault(text(wish.key()), List.of());
            if (found.size() > 1) {
                outcomes.put(
                        i,
                        new Outcome.Failed(Refusal.Invalid.at(
                                keys.getFirst().name(), Message.of("records.ambiguousKey", found.size()))));
            } else {
                writing.add(i);
                its.add(
                        found.isEmpty()
                                ? Draft.create(wish.values())
                                : Draft.update(found.getFirst(), null, changes(keys, wish)));
            }
        }
        List<Verdict> verdicts = writer.write(transaction, caller, operation, object, its);
        for (int i = 0; i < verdicts.size(); i++) {
            boolean created = its.get(i).action() == Action.CREATE;
            outcomes.put(writing.get(i), outcome(verdicts.get(i), created));
        }
    }

    /** The key is what it was; not to write it spares the right to. */
    private static Map<Field<?>, @Nullable Object> changes(List<Field<?>> keys, Wish wish) {
        Map<Field<?>, @Nullable Object> changes = new HashMap<>(wish.values());
        keys.forEach(changes::remove);
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

    private Map<List<String>, List<Long>> existing(
            DSLContext transaction, Caller caller, ObjectDefinition object, List<Field<?>> keys, List<Wish> wishes) {
        Alias row = Alias.of(object);
        List<SelectField<?>> selected = new ArrayList<>();
        keys.forEach(key -> selected.add(row.column(key)));
        selected.add(row.id());
        org.jooq.Field<?> first = row.column(keys.getFirst());
        Object[] wanted =
                wishes.stream().map(wish -> wish.key().getFirst()).distinct().toArray();
        Map<List<String>, List<Long>> existing = new HashMap<>();
        transaction
                .select(selected)
                .from(row.table())
                .where(DSL.condition(
                        "{0} = any({1})",
                        first, DSL.val(wanted, first.getDataType().getArrayDataType())))
                .and(row.living())
                .and(CriterionSql.of(
                        access.visibility(caller.actor(), object, Verb.READ).criterion(), row))
                .orderBy(row.id())
                .forEach(found -> {
                    List<Object> key = new ArrayList<>();
                    for (int i = 0; i < keys.size(); i++) {
                        key.add(String.valueOf(found.get(i)));
                    }
                    existing.computeIfAbsent(text(key), _ -> new ArrayList<>()).add(found.get(keys.size(), Long.class));
                });
        return existing;
    }

    private static List<String> text(List<Object> key) {
        return key.stream().map(String::valueOf).toList();
    }

    private static void requireNoFailure(List<Outcome> outcomes) {
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Failed(Refusal refusal)) {
                String at = "records[" + i + "]";
                if (refusal instanceof Refusal.Invalid invalid) {
                    invalid.errors()
                            .forEach(error -> errors.add(new FieldError(
                                    at + "." + error.field(), error.code(), error.message(), error.details())));
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
