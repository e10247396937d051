package hengke.kernel.records;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.problem.Message;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;

/** What lives within a record comes out of the recycle bin after it, or with it, never alone. */
final class ParentCheck {
    private ParentCheck() {}

    static void check(Catalog catalog, Batch batch) {
        List<Edit> restored = batch.open().stream()
                .filter(edit -> edit.action() == Action.RESTORE)
                .toList();
        if (restored.isEmpty() || batch.caller().unlimited()) {
            return;
        }
        for (Field<?> reference : batch.object().parents()) {
            Map<String, Set<Long>> wanted = restored.stream()
                    .flatMap(edit -> parent(reference, edit).stream())
                    .collect(Collectors.groupingBy(Link::object, Collectors.mapping(Link::id, Collectors.toSet())));
            Map<String, Set<Long>> living = new HashMap<>();
            wanted.forEach((object, ids) ->
                    catalog.find(object).ifPresent(definition -> living.put(object, living(batch, definition, ids))));
            for (Edit edit : restored) {
                parent(reference, edit)
                        .filter(link ->
                                !living.getOrDefault(link.object(), Set.of()).contains(link.id()))
                        .flatMap(link -> catalog.find(link.object()))
                        .ifPresent(parent -> edit.refuse(
                                reference,
                                Message.of("records.parentGone", batch.object().label(), parent.label())));
            }
        }
    }

    private static Optional<Link> parent(Field<?> reference, Edit edit) {
        Object value = edit.after().get(reference);
        return switch (reference.type()) {
            case IdType(IdType.Records(String object))
            when value instanceof Long id -> Optional.of(new Link(object, id));
            case LinkType _ when value instanceof Link link -> Optional.of(link);
            default -> Optional.empty();
        };
    }

    private static Set<Long> living(Batch batch, ObjectDefinition object, Set<Long> ids) {
        org.jooq.Field<Long> id = field(name("id"), Long.class);
        return batch.database()
                .select(id)
                .from(table(name(object.table())))
                .where(id.eq(DSL.any(ids.toArray(Long[]::new))))
                .and(field(name("deleted_at")).isNull())
                .fetchSet(id);
    }
}
