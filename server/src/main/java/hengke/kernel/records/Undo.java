package hengke.kernel.records;

import hengke.kernel.access.Verb;
import hengke.kernel.history.ChangeLog;
import hengke.kernel.history.RecordChange;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Operation.Kind;
import hengke.kernel.records.Operation.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes an operation back: computed from history, written by the same path as everything else, itself an operation.
 * What somebody has changed since stays and is reported as a conflict.
 */
public final class Undo {
    private static final int CHUNK = 1_000;
    /** How long a change counts as a slip that its author takes back. */
    private static final Duration FRESH = Duration.ofMinutes(30);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext database;
    private final Writer writer;
    private final Rights rights;
    private final List<AlsoUndone> besides;

    public Undo(DSLContext database, Writer writer, Rights rights, List<AlsoUndone> besides) {
        this.database = database;
        this.writer = writer;
        this.rights = rights;
        this.besides = List.copyOf(besides);
    }

    /** What one operation made of one record: from the first change to the last. */
    private record Effect(
            String object, long record, String action, long version, ObjectNode before, ObjectNode after) {

        /** This change, preceded by an earlier one of the same operation. */
        Effect precededBy(RecordChange earlier) {
            ObjectNode first = before.deepCopy();
            earlier.before().properties().forEach(entry -> first.set(entry.getKey(), entry.getValue()));
            ObjectNode last = earlier.after().deepCopy();
            after.properties().forEach(entry -> last.set(entry.getKey(), entry.getValue()));
            String combined = earlier.action().equals("create") || action.equals("update") ? earlier.action() : action;
            return new Effect(object, record, combined, version, first, last);
        }

        static Effect of(RecordChange change) {
            return new Effect(
                    change.object(),
                    change.record(),
                    change.action(),
                    change.version(),
                    change.before(),
                    change.after());
        }
    }

    /** Takes back the operation; only who did it, or the product, may. */
    public Operation undo(Caller caller, long operationId, boolean anybodys) {
        if (!caller.actor().mayWrite()) {
            throw new Refusal.Forbidden(Message.of("identity.tokenMayNot"));
        }
        Operation operation = OperationLog.find(database, operationId)
                .filter(found -> anybodys || found.belongsTo(caller.actor()))
                .orElseThrow(Refusal.NotFound::new);
        return writer.inTransaction(transaction -> {
            Operation undo = OperationLog.open(
                    transaction,
                    caller,
                    Kind.UNDO,
                    operation.object(),
                    "撤销：" + operation.label(),
                    Status.RUNNING,
                    operation.changed(),
                    operation.id());
            if (!OperationLog.claimUndo(transaction, operation.id(), undo.id())) {
                throw new Refusal.Conflict("notUndoable", Message.of("records.notUndoable"), Map.of());
            }
            ArrayNode conflicts = JSON.createArrayNode();
            Map<String, List<Effect>> byObject = new LinkedHashMap<>();
            effects(transaction, operation.id())
                    .forEach(effect -> byObject.computeIfAbsent(effect.object(), _ -> new ArrayList<>())
                            .add(effect));
            boolean fresh = fresh(caller, operation);
            byObject.forEach(
                    (object, effects) -> takeBack(transaction, caller, undo, object, effects, fresh, conflicts));
            besides.forEach(also -> also.takeBack(transaction, operation.id()));
            OperationLog.finish(transaction, undo.id(), Status.DONE, conflicts.toString());
            return OperationLog.find(transaction, undo.id()).orElseThrow();
        });
    }

    private static boolean fresh(Caller caller, Operation operation) {
        Instant ended = Objects.requireNonNullElse(operation.finishedAt(), operation.startedAt());
        return operation.belongsTo(caller.actor()) && !Instant.now().isAfter(ended.plus(FRESH));
    }

    /** Newest first, so that what was made last is unmade first. */
    private static Collection<Effect> effects(DSLContext transaction, long operation) {
        Map<String, Effect> effects = new LinkedHashMap<>();
        @Nullable Long before = null;
        List<RecordChange> changes;
        do {
            changes = ChangeLog.in(transaction, operation, before, CHUNK);
            for (RecordChange change : changes) {
                effects.merge(
                        change.object() + " " + change.record(),
                        Effect.of(change),
                        (later, _) -> later.precededBy(change));
                before = change.id();
            }
        } while (changes.size() == CHUNK);
        return effects.values();
    }

    private void takeBack(
            DSLContext transaction,
            Caller caller,
            Operation undo,
            String name,
            List<Effect> effects,
            boolean fresh,
            ArrayNode conflicts) {
        ObjectDefinition object = writer.catalog().current().object(name);
        RowTable table = new RowTable(object);
        for (int from = 0; from < effects.size(); from += CHUNK) {
            List<Effect> part = effects.subList(from, Math.min(effects.size(), from + CHUNK));
            writer.lockParents(
                    transaction,
                    object,
                    part.stream().map(effect -> asFound(object, effect)).toList());
            Map<Long, RowTable.Stored> stored =
                    table.lock(transaction, part.stream().map(Effect::record).toList());
            Set<Long> within = within(transaction, caller, object, part, stored);
            List<Effect> possible = new ArrayList<>();
            List<Draft> drafts = new ArrayList<>();
            for (Effect effect : part) {
                if (!within.contains(effect.record())) {
                    conflict(conflicts, effect, "", Message.of("records.verb.edit", object.label()));
                    continue;
                }
                reverse(object, effect, Optional.ofNullable(stored.get(effect.record())), conflicts)
                        .ifPresent(draft -> {
                            boolean atOnce = fresh && untouched(effect, stored.get(effect.record()));
                            possible.add(effect);
                            drafts.add(draft.takingBack(atOnce ? Draft.Back.AT_ONCE : Draft.Back.LATER));
                        });
            }
            List<Verdict> verdicts = writer.write(transaction, caller.asProduct(), undo, object, drafts);
            int changed = 0;
            for (int i = 0; i < verdicts.size(); i++) {
                switch (verdicts.get(i)) {
                    case Verdict.Written(var _, boolean any) -> changed += any ? 1 : 0;
                    case Verdict.Refused(Refusal refusal) -> conflict(conflicts, possible.get(i), "", refusal.reason());
                }
            }
            OperationLog.advance(transaction, undo.id(), part.size(), changed, 0);
        }
    }

    /** The record as the operation found it, whatever can be taken back of it. */
    private static Draft asFound(ObjectDefinition object, Effect effect) {
        if (!effect.action().equals("update")) {
            return Draft.restore(effect.record());
        }
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        effect.before()
                .properties()
                .forEach(entry -> object.field(entry.getKey())
                        .ifPresent(field -> values.put(field, read(field, entry.getValue()))));
        return Draft.update(effect.record(), null, values);
    }

    /**
     * What nobody has touched since may be put back as the person found it, also what he has given away. What others
     * have changed since needs the right to edit it now.
     */
    private Set<Long> within(
            DSLContext transaction,
            Caller caller,
            ObjectDefinition object,
            List<Effect> effects,
            Map<Long, RowTable.Stored> stored) {
        Set<Long> all = effects.stream().map(Effect::record).collect(Collectors.toSet());
        Set<Long> changed = effects.stream()
                .filter(effect -> effect.action().equals("update"))
                .filter(effect -> !untouched(effect, stored.get(effect.record())))
                .map(Effect::record)
                .collect(Collectors.toSet());
        if (!caller.unlimited() && !changed.isEmpty()) {
            Set<Long> lost = new HashSet<>(changed);
            lost.removeAll(rights.reached(transaction, caller.actor(), object, Verb.EDIT, changed));
            all.removeAll(lost);
        }
        return all;
    }

    private static boolean untouched(Effect effect, RowTable.@Nullable Stored now) {
        return now != null && now.row().version() == effect.version();
    }

    private static Optional<Draft> reverse(
            ObjectDefinition object, Effect effect, Optional<RowTable.Stored> stored, ArrayNode conflicts) {
        if (stored.isEmpty()) {
            conflict(conflicts, effect, "", Message.of("problem.notFound"));
            return Optional.empty();
        }
        RowTable.Stored now = stored.get();
        return switch (effect.action()) {
            case "create" -> {
                if (!now.deleted() && now.row().version() != effect.version()) {
                    conflict(conflicts, effect, "", Message.of("records.stale", object.label()));
                    yield Optional.empty();
                }
                yield now.deleted() ? Optional.empty() : Optional.of(Draft.delete(effect.record(), null));
            }
            case "delete" -> now.deleted() ? Optional.of(Draft.restore(effect.record())) : Optional.empty();
            case "restore" -> now.deleted() ? Optional.empty() : Optional.of(Draft.delete(effect.record(), null));
            default -> now.deleted() ? Optional.empty() : values(object, effect, now, conflicts);
        };
    }

    private static Optional<Draft> values(
            ObjectDefinition object, Effect effect, RowTable.Stored now, ArrayNode conflicts) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        for (Field<?> field : object.fields()) {
            JsonNode was = effect.before().get(field.name());
            JsonNode made = effect.after().get(field.name());
            if (was == null || made == null || field.traits().is(Trait.FOLLOWING)) {
                continue;
            }
            Object is = now.row().get(field);
            if (Objects.equals(is, read(field, made))) {
                values.put(field, read(field, was));
            } else if (!Objects.equals(is, read(field, was))) {
                conflict(conflicts, effect, field.name(), Message.of("records.stale", object.label()));
            }
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(Draft.update(effect.record(), null, values));
    }

    private static @Nullable Object read(Field<?> field, JsonNode json) {
        try {
            return json.isNull() ? null : field.type().readKept(json);
        } catch (Unreadable e) {
            throw new IllegalStateException("history holds what " + field + " cannot read", e);
        }
    }

    private static void conflict(ArrayNode conflicts, Effect effect, String field, Message message) {
        conflicts
                .addObject()
                .put("object", effect.object())
                .put("id", effect.record())
                .put("field", field)
                .put("message", KeptMessage.of(message));
    }
}
