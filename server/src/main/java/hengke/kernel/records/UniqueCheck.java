package hengke.kernel.records;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.impl.DSL;

/**
 * Refuses a value that another living record has, naming that record if the asker may see it. The unique index stands
 * behind this for those who write at the same moment.
 */
final class UniqueCheck {
    private final Rights rights;

    UniqueCheck(Rights rights) {
        this.rights = rights;
    }

    void check(Batch batch) {
        Map<Field<?>, Map<String, Edit>> claims = new LinkedHashMap<>();
        for (Field<?> field : batch.object().with(Trait.UNIQUE)) {
            Map<String, Edit> its = claims(batch, field);
            if (!its.isEmpty()) {
                claims.put(field, its);
            }
        }
        if (!claims.isEmpty()) {
            List<Holder> holders = holders(batch, claims);
            holders.removeIf(holder -> givenUp(batch, holder, claims));
            Set<Long> visible = visible(batch, holders);
            holders.forEach(holder -> refuseTaken(batch.object(), holder, claims, visible));
        }
    }

    /** Who wants which value; the second of one batch who wants the same is refused here. */
    private static Map<String, Edit> claims(Batch batch, Field<?> field) {
        Map<String, Edit> claims = new HashMap<>();
        for (Edit edit : batch.open()) {
            Object value = edit.after().get(field);
            boolean wanted = edit.action() == Action.RESTORE || edit.changes(field);
            if (value != null
                    && wanted
                    && edit.action() != Action.DELETE
                    && claims.putIfAbsent(value.toString(), edit) != null) {
                edit.refuse(field, Message.of("records.taken", value.toString()));
            }
        }
        return claims;
    }

    /** A living record that has a value somebody wants. */
    private record Holder(Field<?> field, String value, long id) {}

    /** One statement for all fields. */
    private static List<Holder> holders(Batch batch, Map<Field<?>, Map<String, Edit>> claims) {
        List<Field<?>> fields = List.copyOf(claims.keySet());
        return IntStream.range(0, fields.size())
                .mapToObj(place -> holders(
                        batch,
                        place,
                        fields.get(place),
                        Objects.requireNonNull(claims.get(fields.get(place))).keySet()))
                .reduce(Select::unionAll)
                .<List<Holder>>map(all -> new ArrayList<>(batch.database()
                        .fetch(all)
                        .map(found -> new Holder(fields.get(found.value1()), found.value2(), found.value3()))))
                .orElseGet(ArrayList::new);
    }

    private static Select<Record3<Integer, String, Long>> holders(
            Batch batch, int place, Field<?> field, Set<String> values) {
        org.jooq.Field<String> column = field(name(field.column()), String.class);
        return DSL.select(DSL.inline(place), column, field(name("id"), Long.class))
                .from(table(name(batch.object().table())))
                .where(
                        values.size() == 1
                                ? column.eq(values.iterator().next())
                                : column.eq(DSL.any(values.toArray(String[]::new))))
                .and(field(name("deleted_at")).isNull());
    }

    /**
     * A record of the same batch gives the value up to one that comes out of the recycle bin, as when a merge is taken
     * back: values are written before records are restored.
     */
    private static boolean givenUp(Batch batch, Holder holder, Map<Field<?>, Map<String, Edit>> claims) {
        Edit claim = Objects.requireNonNull(claims.get(holder.field())).get(holder.value());
        return claim != null
                && claim.action() == Action.RESTORE
                && batch.open().stream()
                        .filter(edit ->
                                edit.action() == Action.UPDATE && edit.before().id() == holder.id())
                        .anyMatch(edit -> edit.changes(holder.field()));
    }

    private static void refuseTaken(
            ObjectDefinition object, Holder holder, Map<Field<?>, Map<String, Edit>> claims, Set<Long> visible) {
        Edit edit = Objects.requireNonNull(claims.get(holder.field())).get(holder.value());
        if (edit != null && (edit.draft().id() == null || edit.draft().id() != holder.id())) {
            edit.refuse(error(object, holder.field(), holder.value(), holder.id(), visible.contains(holder.id())));
        }
    }

    private Set<Long> visible(Batch batch, List<Holder> holders) {
        Set<Long> ids = holders.stream().map(Holder::id).collect(Collectors.toSet());
        return ids.isEmpty() || batch.caller().unlimited()
                ? ids
                : rights.reached(batch.database(), batch.caller().actor(), batch.object(), Verb.READ, ids);
    }

    private static Refusal.FieldError error(
            ObjectDefinition object, Field<?> field, String value, long holder, boolean visible) {
        return Refusal.FieldError.of(
                field.name(),
                Message.of("records.taken", value),
                visible ? Map.of("existing", Map.of("object", object.name(), "id", holder)) : Map.of());
    }
}
