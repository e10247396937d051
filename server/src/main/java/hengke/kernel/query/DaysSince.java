package hengke.kernel.query;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.formula.Expression;
import hengke.kernel.metadata.type.IntegerType;
import java.util.Optional;
import org.jooq.impl.SQLDataType;

/** How many days it is since a day or moment of a record, by the company's calendar. */
public record DaysSince(Expression days) {
    private static final IntegerType DAYS = new IntegerType(Long.MIN_VALUE, Long.MAX_VALUE);

    /** Empty where the field tells no day. */
    public static Optional<DaysSince> of(Catalog catalog, ObjectDefinition object, Field<?> dated) {
        return Optional.ofNullable(catalog.check(object, "daysBetween({" + dated.name() + "}, today())", null)
                        .expression())
                .map(DaysSince::new);
    }

    /** Over the row of a record; nothing where it has no such day, and less than nothing before the day comes. */
    public org.jooq.Field<Long> in(Alias row) {
        return FormulaSql.value(days, DAYS, row).cast(SQLDataType.BIGINT);
    }
}
