package hengke.capability.portrait;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Writes what was reckoned into the rows that say something else, locked in the order of their ids. */
final class Reckoned {
    private static final String NEW = "reckoned";
    private static final String DIFFERENT = "different";

    private Reckoned() {}

    /**
     * One statement; answers how many rows it wrote.
     *
     * @param reckoned {@code id} and the columns of the fields
     */
    static int write(DSLContext transaction, ObjectDefinition object, Select<?> reckoned, List<Field<?>> fields) {
        org.jooq.Field<Long> id = DSL.field(DSL.name(object.table(), "id"), SQLDataType.BIGINT);
        Condition differs = DSL.or(fields.stream()
                .map(field -> DSL.condition(
                        "{0} is distinct from {1}",
                        column(object.table(), field.column()), column(NEW, field.column())))
                .toList());
        Map<org.jooq.Field<?>, Object> values = new LinkedHashMap<>();
        fields.forEach(field -> values.put(DSL.field(DSL.name(field.column())), column(DIFFERENT, field.column())));
        return transaction
                .with(DSL.name(NEW).as(reckoned))
                .with(DSL.name(DIFFERENT)
                        .as(DSL.select(DSL.field("{0}.*", DSL.name(NEW)))
                                .from(DSL.table(DSL.name(object.table())))
                                .join(DSL.table(DSL.name(NEW)))
                                .on(id.eq(DSL.field(DSL.name(NEW, "id"), SQLDataType.BIGINT)))
                                .where(differs)
                                .orderBy(id)
                                .forNoKeyUpdate()
                                .of(DSL.table(DSL.name(object.table())))))
                .update(DSL.table(DSL.name(object.table())))
                .set(values)
                .from(DSL.table(DSL.name(DIFFERENT)))
                .where(id.eq(DSL.field(DSL.name(DIFFERENT, "id"), SQLDataType.BIGINT)))
                .execute();
    }

    private static org.jooq.Field<?> column(String table, String column) {
        return DSL.field(DSL.name(table, column));
    }
}
