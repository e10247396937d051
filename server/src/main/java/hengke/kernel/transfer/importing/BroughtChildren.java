package hengke.kernel.transfer.importing;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Alias;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Operation;
import hengke.kernel.records.Verdict;
import hengke.kernel.records.Writer;
import hengke.kernel.transfer.importing.RowsToDrafts.Read;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The children that rows bring along with their record: found again by title under the same parent, else new. */
record BroughtChildren(Writer writer, Caller caller, Operation operation) {

    /** A row whose record is written, under which its children belong. */
    record Parent(Read read, long id, boolean old) {}

    void write(DSLContext transaction, List<Parent> parents) {
        Map<Catalog.Child, List<Parent>> byChild = new LinkedHashMap<>();
        for (Parent parent : parents) {
            parent.read()
                    .children
                    .keySet()
                    .forEach(child -> byChild.computeIfAbsent(child, _ -> new ArrayList<>())
                            .add(parent));
        }
        byChild.forEach((child, its) -> write(transaction, child, its));
    }

    private void write(DSLContext transaction, Catalog.Child child, List<Parent> parents) {
        Field<?> title = child.object().title();
        Map<List<Object>, Long> known = siblings(transaction, child, parents);
        List<Draft> all = new ArrayList<>();
        for (Parent parent : parents) {
            Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>(
                    Objects.requireNonNull(parent.read().children.get(child)));
            Object name = values.get(title);
            Long sibling = name == null ? null : known.get(List.of(parent.id(), name));
            values.put(child.reference(), parent.id());
            all.add(sibling == null ? Draft.create(values) : Draft.update(sibling, null, values));
        }
        List<Verdict> written = writer.write(transaction, caller, operation, child.object(), all);
        for (int i = 0; i < written.size(); i++) {
            if (written.get(i) instanceof Verdict.Refused(Refusal refusal)) {
                parents.get(i).read().errors.addAll(RowErrors.of(relation(child) + ".", refusal));
            }
        }
    }

    /** The name under which a parent knows such children. */
    static String relation(Catalog.Child child) {
        return Objects.requireNonNull(child.reference().traits().parent()).name();
    }

    private static Map<List<Object>, Long> siblings(DSLContext transaction, Catalog.Child child, List<Parent> parents) {
        Long[] old = parents.stream().filter(Parent::old).map(Parent::id).toArray(Long[]::new);
        Map<List<Object>, Long> known = new HashMap<>();
        if (old.length > 0) {
            Alias row = Alias.of(child.object());
            org.jooq.Field<Long> parent = row.column(child.reference()).coerce(Long.class);
            org.jooq.Field<String> title = row.column(child.object().title()).coerce(String.class);
            transaction
                    .select(parent, title, row.id())
                    .from(row.table())
                    .where(parent.eq(DSL.any(old)))
                    .and(row.living())
                    .forEach(found -> known.putIfAbsent(List.of(found.value1(), found.value2()), found.value3()));
        }
        return known;
    }
}
