package hengke.kernel.query;

import hengke.kernel.metadata.Computation.Formula;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.metadata.formula.Expression;
import hengke.kernel.metadata.type.FieldType.Column;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * An object's table under the name it has in one statement. Every table and column name of a query comes from here,
 * and so from the catalog.
 *
 * @param depth 0 for the object asked about, one more for each table crossed into
 */
public record Alias(ObjectDefinition object, String name, int depth) {

    /** The object the question is about. */
    public static Alias of(ObjectDefinition object) {
        return new Alias(object, "r0", 0);
    }

    /** A table looked at from inside this one's conditions. */
    public Alias inner(ObjectDefinition other) {
        return new Alias(other, "r" + (depth + 1), depth + 1);
    }

    /** A table joined beside this one. */
    Alias beside(ObjectDefinition other, int place) {
        return new Alias(other, "j" + place, depth);
    }

    public Table<?> table() {
        return DSL.table(DSL.name(object.table())).as(DSL.name(name));
    }

    public org.jooq.Field<Long> id() {
        return column(SystemFields.ID).coerce(Long.class);
    }

    /** Not in the recycle bin. */
    public Condition living() {
        return deletedAt().isNull();
    }

    /** In the recycle bin. */
    public Condition deleted() {
        return deletedAt().isNotNull();
    }

    /** The field's main column. */
    public org.jooq.Field<?> column(Field<?> field) {
        return columns(field).getFirst();
    }

    /** All columns of the field, main column first; of a formula what it computes. */
    public List<org.jooq.Field<?>> columns(Field<?> field) {
        Field<?> known = object.field(field.name())
                .filter(field::equals)
                .orElseThrow(() -> new IllegalArgumentException(object.name() + " has no field " + field));
        List<org.jooq.Field<?>> columns = known.isFormula()
                ? List.of(FormulaSql.column(understood(field, known), this))
                : field.type().columns().stream()
                        .<org.jooq.Field<?>>map(column -> column(field, column))
                        .toList();
        Criterion covered = Covered.of(field);
        return covered == null
                ? columns
                : columns.stream()
                        .<org.jooq.Field<?>>map(column -> covered(column, CriterionSql.of(covered, this)))
                        .toList();
    }

    private static org.jooq.Field<?> covered(org.jooq.Field<?> column, Condition where) {
        return DSL.field("case when {0} then null else {1} end", column.getDataType(), where, column);
    }

    /** A definition's own handle does not know what its formula means; the catalog's does, and a reader's. */
    private static Field<?> understood(Field<?> asked, Field<?> known) {
        return asked.computation() instanceof Formula(String _, Expression expression) && expression != null
                ? asked
                : known;
    }

    private org.jooq.Field<?> column(Field<?> field, Column column) {
        return DSL.field(DSL.name(name, field.column() + column.suffix()), column.type());
    }

    private org.jooq.Field<?> deletedAt() {
        return DSL.field(DSL.name(name, "deleted_at"), SQLDataType.INSTANT);
    }
}
