package hengke.kernel.configuration;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.TextListType;
import java.math.BigDecimal;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Counts what records hold, before a rule about their values is changed. Deleted records count: they may come back. What
 * only a draft knows is held by no record.
 */
final class StoredValues {
    private final DSLContext database;
    private final LiveCatalog live;

    StoredValues(DSLContext database, LiveCatalog live) {
        this.database = database;
        this.live = live;
    }

    /** Living records. */
    int records(ObjectDefinition object) {
        return live.current().find(object.name()).isEmpty()
                ? 0
                : database.fetchCount(table(name(object.table())), living());
    }

    /** Living records with a value. */
    int with(ObjectDefinition object, Field<?> field) {
        return count(object, field, column(field).isNotNull().and(living()));
    }

    /** Living records without a value. */
    int without(ObjectDefinition object, Field<?> field) {
        return records(object) - with(object, field);
    }

    /** Values that more than one living record has. */
    int doubles(ObjectDefinition object, Field<?> field) {
        return !inForce(object, field)
                ? 0
                : database.fetchCount(DSL.select(column(field))
                        .from(table(name(object.table())))
                        .where(column(field).isNotNull(), living())
                        .groupBy(column(field))
                        .having(DSL.count().gt(1)));
    }

    int longerThan(ObjectDefinition object, Field<?> field, int characters) {
        return count(
                object,
                field,
                DSL.charLength(column(field).cast(SQLDataType.CLOB)).gt(characters));
    }

    int outside(ObjectDefinition object, Field<?> field, BigDecimal min, BigDecimal max) {
        org.jooq.Field<BigDecimal> number = column(field).cast(SQLDataType.NUMERIC);
        return count(object, field, number.lt(min).or(number.gt(max)));
    }

    /** Records that hold this option, alone or among others. */
    int holding(ObjectDefinition object, Field<?> field, String option) {
        Condition holds = field.type() instanceof TextListType
                ? DSL.condition("{0} @> array[{1}]::text[]", column(field), val(option))
                : column(field).eq((Object) option);
        return count(object, field, holds);
    }

    private int count(ObjectDefinition object, Field<?> field, Condition condition) {
        return inForce(object, field) ? database.fetchCount(table(name(object.table())), condition) : 0;
    }

    /** Only then is there a column; a formula never has one. */
    private boolean inForce(ObjectDefinition object, Field<?> field) {
        return live.current()
                .find(object.name())
                .flatMap(its -> its.field(field.name()))
                .filter(its -> !its.isFormula())
                .isPresent();
    }

    private static Condition living() {
        return field(name("deleted_at")).isNull();
    }

    private static org.jooq.Field<Object> column(Field<?> field) {
        return field(name(field.column()));
    }
}
