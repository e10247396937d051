package hengke.kernel.merging;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.LinkType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * A field whose values point at records of one object, as the catalog knows it: a reference, a list of references or a
 * link, of a shipped object or of the company's own.
 *
 * @param from the object whose records point
 * @param target the object pointed at
 */
record Pointers(ObjectDefinition from, Field<?> field, ObjectDefinition target) {

    /** Every field of the catalog that can point at a record of this object. */
    static List<Pointers> at(Catalog catalog, ObjectDefinition target) {
        List<Pointers> all = new ArrayList<>();
        for (ObjectDefinition from : catalog.objects()) {
            for (Field<?> each : from.fields()) {
                if (each.computation() == null && pointsAt(each, target)) {
                    all.add(new Pointers(from, each, target));
                }
            }
        }
        return all;
    }

    /** Everything that the records of this object can point at. */
    static List<Pointers> from(Catalog catalog, ObjectDefinition from) {
        List<Pointers> all = new ArrayList<>();
        for (Field<?> each : from.fields()) {
            if (each.computation() == null && isPointer(each)) {
                catalog.objects().stream()
                        .filter(target -> pointsAt(each, target))
                        .forEach(target -> all.add(new Pointers(from, each, target)));
            }
        }
        return all;
    }

    private static boolean isPointer(Field<?> field) {
        return field.type() instanceof IdType || field.type() instanceof IdListType || field.type() instanceof LinkType;
    }

    private static boolean pointsAt(Field<?> field, ObjectDefinition target) {
        return switch (field.type()) {
            case IdType(IdType.Records(String object)) -> object.equals(target.name());
            case IdListType(IdListType.Records(String object)) -> object.equals(target.name());
            case LinkType(String capability) -> target.has(capability);
            default -> false;
        };
    }

    /** Holds of a row that points at one of these records. */
    Condition pointing(Collection<Long> ids) {
        Long[] wanted = ids.toArray(Long[]::new);
        return switch (field.type()) {
            case IdListType _ ->
                DSL.condition(
                        "{0} && {1}",
                        DSL.field(name(field.column()), SQLDataType.BIGINT.array()),
                        DSL.val(wanted, SQLDataType.BIGINT.array()));
            case LinkType _ ->
                DSL.field(name(field.column() + "_id"), SQLDataType.BIGINT)
                        .eq(DSL.any(wanted))
                        .and(DSL.field(name(field.column() + "_object"), SQLDataType.CLOB)
                                .eq(target.name()));
            default -> DSL.field(name(field.column()), SQLDataType.BIGINT).eq(DSL.any(wanted));
        };
    }

    /** The ids of living records that point at one of these. */
    Set<Long> rows(DSLContext database, Collection<Long> ids) {
        org.jooq.Field<Long> id = DSL.field(name("id"), SQLDataType.BIGINT);
        return new LinkedHashSet<>(database.select(id)
                .from(table(name(from.table())))
                .where(pointing(ids))
                .and(DSL.field(name("deleted_at")).isNull())
                .orderBy(id)
                .fetch(id));
    }

    /** The records of the target that a value points at. */
    Set<Long> ids(@Nullable Object value) {
        return switch (value) {
            case Long id -> Set.of(id);
            case Link(String object, long id) when object.equals(target.name()) -> Set.of(id);
            case List<?> ids ->
                ids.stream()
                        .filter(Long.class::isInstance)
                        .map(Long.class::cast)
                        .collect(Collectors.toSet());
            case null, default -> Set.of();
        };
    }

    /** The value that points at the survivor wherever this one points at a merged record. */
    @Nullable
    Object led(Object value, Set<Long> merged, long into) {
        return switch (value) {
            case Long id when merged.contains(id) -> into;
            case Link(String object, long id)
            when object.equals(target.name()) && merged.contains(id) -> new Link(object, into);
            case List<?> ids -> {
                List<?> led = ids.stream()
                        .map(id -> id instanceof Long one && merged.contains(one) ? Long.valueOf(into) : id)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
                yield led.isEmpty() ? null : led;
            }
            default -> value;
        };
    }
}
