package hengke.kernel.query;

import hengke.kernel.query.Aggregate.Bucket.Part;
import hengke.kernel.query.Aggregate.Bucket.Unit;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Days and moments as the company's clocks and calendar show them, in SQL. */
final class LocalTime {
    private LocalTime() {}

    /** The first day of the period a value lies in; years of business are years that begin some months later. */
    static Field<LocalDate> start(Unit unit, Field<?> value, ZoneId zone, FiscalYear year) {
        return switch (unit) {
            case DAY, WEEK, MONTH, QUARTER, YEAR ->
                DSL.field(
                        "cast(date_trunc({0}, {1}) as date)",
                        LocalDate.class, DSL.inline(unit.wire()), of(value, zone));
            case FISCAL_QUARTER, FISCAL_YEAR ->
                DSL.field(
                        "cast(date_trunc({0}, {1} - make_interval(months => {2})) + make_interval(months => {2}) as date)",
                        LocalDate.class,
                        DSL.inline(unit == Unit.FISCAL_YEAR ? "year" : "quarter"),
                        of(value, zone),
                        DSL.inline(year.start().getValue() - 1));
        };
    }

    /** The part of a value that recurs. */
    static Field<Integer> part(Part part, Field<?> value, ZoneId zone) {
        return DSL.field(
                "cast(extract({0} from {1}) as integer)",
                SQLDataType.INTEGER, DSL.keyword(part.sql()), of(value, zone));
    }

    private static Field<?> of(Field<?> value, ZoneId zone) {
        return value.getType() == LocalDate.class
                ? value.cast(SQLDataType.LOCALDATETIME)
                : DSL.field("{0} at time zone {1}", SQLDataType.LOCALDATETIME, value, DSL.inline(zone.getId()));
    }
}
