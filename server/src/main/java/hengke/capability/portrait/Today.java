package hengke.capability.portrait;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The company's day on which is reckoned. Ages are whole days, so that one day's answers agree whenever they are asked. */
public record Today(LocalDate date, ZoneId zone) {
    /** The day of a moment. */
    public Field<LocalDate> day(Field<Instant> at) {
        return DSL.field("({0} at time zone {1})::date", SQLDataType.LOCALDATE, at, DSL.inline(zone.getId()));
    }

    /** How many days ago. */
    public Field<Integer> age(Field<Instant> at) {
        return DSL.field("({0} - {1})", SQLDataType.INTEGER, date(date), day(at));
    }

    /** The first moment of the day. */
    Instant start() {
        return date.atStartOfDay(zone).toInstant();
    }

    private static Field<LocalDate> date(LocalDate date) {
        return DSL.field("{0}::date", SQLDataType.LOCALDATE, DSL.inline(date.toString()));
    }
}
