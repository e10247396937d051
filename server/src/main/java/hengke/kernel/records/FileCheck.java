package hengke.kernel.records;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.problem.Message;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.impl.DSL;

/** A person may hang on a record only files that hang there already or that he has uploaded himself. */
final class FileCheck {
    private FileCheck() {}

    static void check(Batch batch) {
        for (Field<?> field : batch.object().fields()) {
            if (field.type() instanceof IdListType(IdListType.Files())) {
                check(batch, field);
            }
        }
    }

    private static void check(Batch batch, Field<?> field) {
        Set<Long> added = new HashSet<>();
        batch.open().forEach(edit -> added.addAll(added(edit, field)));
        if (added.isEmpty()) {
            return;
        }
        org.jooq.Field<Long> id = field(name("id"), Long.class);
        Condition own = batch.caller().unlimited()
                ? DSL.noCondition()
                : field(name("created_by"), Long.class)
                        .eq(batch.caller().actor().user());
        Set<Long> usable = batch.database()
                .select(id)
                .from(table(name("file")))
                .where(id.eq(DSL.any(added.toArray(Long[]::new))))
                .and(own)
                .fetchSet(id);
        batch.open().stream()
                .filter(edit -> !usable.containsAll(added(edit, field)))
                .forEach(edit -> edit.refuse(field, Message.of("records.noSuchFile")));
    }

    private static Set<Long> added(Edit edit, Field<?> field) {
        Set<Long> added = ids(edit.after(), field);
        added.removeAll(ids(edit.before(), field));
        return added;
    }

    private static Set<Long> ids(Row row, Field<?> field) {
        Set<Long> ids = new HashSet<>();
        if (row.get(field) instanceof List<?> list) {
            list.forEach(id -> ids.add((Long) id));
        }
        return ids;
    }
}
