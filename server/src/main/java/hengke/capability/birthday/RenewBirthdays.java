package hengke.capability.birthday;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.DSL.values;

import hengke.kernel.calendar.LunarDay;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.InOrder;
import java.time.LocalDate;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Row2;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Moves birthdays that are over on to the next year: one statement for each calendar, however many records. */
final class RenewBirthdays {
    private static final Field<LocalDate> NEXT = field(name(Celebrated.NEXT.column()), SQLDataType.LOCALDATE);
    private static final Field<LocalDate> BORN = field(name(Celebrated.BIRTHDAY.column()), SQLDataType.LOCALDATE);
    private static final Field<String> SAID = field(name(Celebrated.LUNAR_BIRTHDAY.column()), SQLDataType.CLOB);
    private static final Field<String> CALENDAR = field(name(Celebrated.CALENDAR.column()), SQLDataType.CLOB);

    private RenewBirthdays() {}

    /** @return how many records */
    static int run(DSLContext database, ObjectDefinition object, LocalDate today) {
        return solar(database, object, today) + lunar(database, object, today);
    }

    private static int solar(DSLContext database, ObjectDefinition object, LocalDate today) {
        Field<LocalDate> next = DSL.when(inYear(today.getYear()).ge(today), inYear(today.getYear()))
                .otherwise(inYear(today.getYear() + 1));
        return InOrder.update(
                database,
                object.table(),
                Map.of(NEXT, next),
                DSL.and(CALENDAR.isDistinctFrom(Celebrated.LUNAR), BORN.isNotNull(), over(today)));
    }

    /** Who was born on 29 February has it on the 28th in other years. */
    private static Field<LocalDate> inYear(int year) {
        return field(
                "({0} + make_interval(years => {1} - extract(year from {0})::int))::date",
                SQLDataType.LOCALDATE, BORN, val(year));
    }

    private static int lunar(DSLContext database, ObjectDefinition object, LocalDate today) {
        Row2<?, ?>[] dates = LunarDay.all().stream()
                .map(day -> row(day.text(), day.next(today)))
                .toArray(Row2<?, ?>[]::new);
        Table<?> days = values(rows(dates)).as("d", "said", "next");
        Field<String> said = field(name("d", "said"), SQLDataType.CLOB);
        return InOrder.update(
                database,
                object.table(),
                Map.of(
                        NEXT,
                        DSL.select(field(name("d", "next"), SQLDataType.LOCALDATE))
                                .from(days)
                                .where(said.eq(SAID))
                                .asField()),
                DSL.and(CALENDAR.eq(Celebrated.LUNAR), SAID.in(DSL.select(said).from(days)), over(today)));
    }

    @SuppressWarnings("unchecked") // every row is made of a text and a date just above
    private static Row2<String, LocalDate>[] rows(Row2<?, ?>[] rows) {
        return (Row2<String, LocalDate>[]) rows;
    }

    private static Condition over(LocalDate today) {
        return NEXT.lt(today).or(NEXT.isNull()).and(field(name("deleted_at")).isNull());
    }
}
