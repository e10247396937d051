package hengke.kernel.records;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Writes the lines of records right after the records themselves. A line that is refused refuses its record; as that is
 * stored by then, whoever writes takes the whole back.
 */
final class LineKeeping {
    private static final org.jooq.Field<Long> ID = field(name("id"), SQLDataType.BIGINT);

    private final Batch batch;
    private final Writing writing;

    /** Writes lines by the rights of whoever writes the record. */
    interface Writing {
        List<Verdict> write(ObjectDefinition object, List<Draft> drafts);
    }

    LineKeeping(Batch batch, Writing writing) {
        this.batch = batch;
        this.writing = writing;
    }

    /** Does any of these records come with lines? */
    static boolean asked(Batch batch) {
        return batch.open().stream().anyMatch(edit -> !edit.draft().lines().isEmpty());
    }

    void keep() {
        batch.open().forEach(edit -> edit.draft().lines().forEach(lines -> keep(edit, lines)));
    }

    private void keep(Edit edit, Draft.Lines lines) {
        Catalog.Child kind = lines.kind();
        Set<Long> left = standing(kind, edit.after().id());
        List<Draft> drafts = new ArrayList<>();
        for (Draft draft : lines.drafts()) {
            Long id = draft.id();
            if (id != null && !left.remove(id)) {
                refuse(edit, path(kind, drafts.size()), Refusal.Invalid.at("id", Message.of("records.unknownLine")));
            }
            drafts.add(id == null ? within(kind, edit, draft) : draft);
        }
        if (edit.refused()) {
            return;
        }
        write(
                edit,
                kind,
                left.stream().sorted().map(id -> Draft.delete(id, null)).toList());
        List<Long> inOrder = write(edit, kind, drafts);
        if (!inOrder.isEmpty()) {
            number(batch, kind, inOrder);
        }
    }

    /** The living lines of a record that is locked. */
    private Set<Long> standing(Catalog.Child kind, long record) {
        return batch.database()
                .select(ID)
                .from(table(name(kind.object().table())))
                .where(field(name(kind.reference().column()), SQLDataType.BIGINT)
                        .eq(record))
                .and(field(name("deleted_at")).isNull())
                .fetchSet(ID);
    }

    private List<Long> write(Edit edit, Catalog.Child kind, List<Draft> drafts) {
        List<Long> written = new ArrayList<>();
        List<Verdict> verdicts = drafts.isEmpty() ? List.of() : writing.write(kind.object(), drafts);
        for (int i = 0; i < verdicts.size(); i++) {
            switch (verdicts.get(i)) {
                case Verdict.Written(var row, boolean _) -> written.add(row.id());
                case Verdict.Refused(Refusal refusal) -> refuse(edit, path(kind, i), refusal);
            }
        }
        return written;
    }

    /** All lines that are wrong are told at once. */
    private static void refuse(Edit edit, String at, Refusal refusal) {
        if (refusal instanceof Refusal.Invalid invalid) {
            invalid.under(at).errors().forEach(edit::refuse);
        } else {
            edit.refuse(refusal);
        }
    }

    /** From 1 on; a line that only moved is not told as changed. */
    private static void number(Batch batch, Catalog.Child kind, List<Long> inOrder) {
        batch.database()
                .execute(
                        "update {0} l set {1} = p.place from unnest({2}) with ordinality p(id, place)"
                                + " where l.id = p.id and {3} is distinct from p.place",
                        table(name(kind.object().table())),
                        field(name(kind.position().column())),
                        DSL.val(inOrder.toArray(Long[]::new), SQLDataType.BIGINT.array()),
                        field(name("l", kind.position().column())));
    }

    private static Draft within(Catalog.Child kind, Edit edit, Draft draft) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>(draft.values());
        values.put(kind.reference(), edit.after().id());
        return Draft.create(values);
    }

    private static String path(Catalog.Child kind, int place) {
        return kind.relation().name() + "[" + place + "]";
    }
}
