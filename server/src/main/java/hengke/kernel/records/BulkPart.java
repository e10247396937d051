package hengke.kernel.records;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Does a bulk act to a part of its records, within one transaction. */
final class BulkPart {
    private final DraftReader drafts;
    private final Writer writer;
    private final Commands commands;

    BulkPart(DraftReader drafts, Writer writer, Commands commands) {
        this.drafts = drafts;
        this.writer = writer;
        this.commands = commands;
    }

    /** Refuses a change that would be refused for every record. */
    void check(Caller caller, ObjectDefinition object, ObjectNode values) {
        drafts.values(caller.actor(), object, ListChange.asValues(values));
    }

    /** What became of each record, in order. */
    List<Verdict> write(
            DSLContext transaction,
            Caller caller,
            Operation operation,
            ObjectDefinition object,
            Bulk.Act act,
            List<BulkRun.Pending> records) {
        List<Long> ids = records.stream().map(BulkRun.Pending::record).toList();
        return act instanceof Bulk.Order(String command, ObjectNode input)
                ? commands.run(transaction, caller, operation, object, command, input, ids)
                : writer.write(
                        transaction, caller, operation, object, drafts(transaction, caller, object, act, ids, records));
    }

    private List<Draft> drafts(
            DSLContext transaction,
            Caller caller,
            ObjectDefinition object,
            Bulk.Act act,
            List<Long> ids,
            List<BulkRun.Pending> records) {
        return switch (act) {
            case Bulk.Change(ObjectNode values) -> changes(transaction, caller, object, values, ids);
            case Bulk.Deletion() ->
                ids.stream().map(id -> Draft.delete(id, null)).toList();
            case Bulk.Assignment(Map<String, String> fields) -> {
                Field<?> field = object.field(Objects.requireNonNull(fields.get(object.name())))
                        .orElseThrow();
                yield records.stream()
                        .map(each -> Draft.update(each.record(), null, Collections.singletonMap(field, each.person())))
                        .toList();
            }
            case Bulk.Restoration() -> ids.stream().map(Draft::restore).toList();
            case Bulk.Order _ -> throw new IllegalStateException("a command writes what it likes");
        };
    }

    /** The same values for every record, or members added to and taken from what each has. */
    private List<Draft> changes(
            DSLContext transaction, Caller caller, ObjectDefinition object, ObjectNode values, Collection<Long> ids) {
        Map<Field<?>, @Nullable Object> same =
                new LinkedHashMap<>(drafts.values(caller.actor(), object, ListChange.without(values)));
        List<ListChange> lists = ListChange.in(object, values);
        if (lists.isEmpty()) {
            return ids.stream().map(id -> Draft.update(id, null, same)).toList();
        }
        Map<Long, RowTable.Stored> stored = new RowTable(object).lock(transaction, ids);
        List<Draft> changes = new ArrayList<>();
        for (Long id : ids) {
            Map<Field<?>, @Nullable Object> own = new LinkedHashMap<>(same);
            RowTable.Stored now = stored.get(id);
            for (ListChange list : lists) {
                own.put(list.field(), now == null ? null : list.of(now.row()));
            }
            changes.add(Draft.update(id, null, own));
        }
        return changes;
    }
}
