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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        for (Field<?> field : batch.object().with(Trait.UNIQUE)) {
            Map<String, Edit> claims = claims(batch, field);
            if (!claims.isEmpty()) {
                refuseTaken(batch, field, claims);
            }
        }
    }

    /** Who wants which value; the second of one batch who wants the same is refused here. */
    private static Map<String, Edit> claims(Batch batch, Field<?> field) {
        Map<String, Edit> claims = new HashMap<>();
        for (Edit edit : batch.open()) {
            Object value = edit.after().get(field);
            boolean wanted = edit.action() == Action.RESTORE || edit.changes(field);
            if (value != null && wanted && edit.action() != Action.DELETE
                    && claims.putIfAbsent(value.toString(), edit) != null) {
                edit.refuse(field, Message.of("records.taken", value.toString()));
            }
        }
        return claims;
    }

    private void refuseTaken(Batch batch, Field<?> field, Map<String, Edit> claims) {
        org.jooq.Field<Long> id = field(name("id"), Long.class);
        org.jooq.Field<String> column = field(name(field.column()), String.class);
        Map<String, Long> holders = batch.database()
                .select(column, id)
                .from(table(name(batch.object().table())))
                .where(claims.size() == 1
                        ? column.eq(claims.keySet().iterator().next())
                        : column.eq(DSL.any(claims.keySet().toArray(String[]::new))))
                .and(field(name("deleted_at")).isNull())
                .fetchMap(column, id);
        Set<Long> visible = visible(batch, holders.values().stream().toList());
        holders.forEach((value, holder) -> {
            Edit edit = claims.get(value);
            if (edit != null && !holder.equals(edit.draft().id())) {
                edit.refuse(error(batch.object(), field, value, holder, visible.contains(holder)));
            }
        });
    }

    private Set<Long> visible(Batch batch, List<Long> holders) {
        return holders.isEmpty() || batch.caller().unlimited()
                ? Set.copyOf(holders)
                : rights.reached(batch.database(), batch.caller().actor(), batch.object(), Verb.READ, holders);
    }

    private static Refusal.FieldError error(
            ObjectDefinition object, Field<?> field, String value, long holder, boolean visible) {
        return Refusal.FieldError.of(
                field.name(),
                Message.of("records.taken", value),
                visible ? Map.of("existing", Map.of("object", object.name(), "id", holder)) : Map.of());
    }
}
