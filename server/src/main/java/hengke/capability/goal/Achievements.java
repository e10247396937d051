package hengke.capability.goal;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.capability.owner.Owned;
import hengke.capability.share.Share;
import hengke.capability.share.Shared;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Check;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectWhereStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * What people have achieved, whoever asks: every record they own counts, or what settles it, and of a record with a team
 * each member has the part agreed on and the owner the rest. One statement, however many measures and people.
 */
@Component
public final class Achievements {
    private static final int DIGITS = 2;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final Field<String> MEASURE = field(name("a", "measure"), SQLDataType.CLOB);
    private static final Field<Long> PERSON = field(name("a", "person"), SQLDataType.BIGINT);
    private static final Field<LocalDate> MONTH = field(name("a", "month"), SQLDataType.LOCALDATE);
    private static final Field<BigDecimal> VALUE = field(name("a", "value"), SQLDataType.NUMERIC);

    private final DSLContext database;
    private final LiveOrganisation organisation;
    private final Share share;

    Achievements(DSLContext database, LiveOrganisation organisation, Share share) {
        this.database = database;
        this.organisation = organisation;
        this.share = share;
    }

    /** What somebody has achieved in a month, by its first day. */
    public record Achieved(String measure, long person, LocalDate month, BigDecimal value) {}

    /** By these measures in a span, of these people, or of everybody. */
    public List<Achieved> of(List<Aim> aims, Span span, Optional<Set<Long>> people) {
        List<Select<Record>> parts = credits(aims, new Days(span.from(), span.until(), "month"), people);
        if (parts.isEmpty()) {
            return List.of();
        }
        Table<?> all = parts.stream().reduce(Select::unionAll).orElseThrow().asTable("a");
        Field<BigDecimal> sum = DSL.sum(VALUE);
        return database.select(MEASURE, PERSON, MONTH, sum)
                .from(all)
                .groupBy(MEASURE, PERSON, MONTH)
                .fetch(found -> new Achieved(
                        found.value1(),
                        found.value2(),
                        found.value3(),
                        found.value4().setScale(DIGITS, RoundingMode.HALF_UP)));
    }

    /** By one measure day by day until before a day, of these people together, or of everybody; no day of nothing. */
    public NavigableMap<LocalDate, BigDecimal> daily(Aim aim, LocalDate until, Optional<Set<Long>> people) {
        List<Select<Record>> parts = credits(List.of(aim), new Days(EARLIEST, until, "day"), people);
        NavigableMap<LocalDate, BigDecimal> days = new TreeMap<>();
        if (!parts.isEmpty()) {
            database.select(MONTH, DSL.sum(VALUE))
                    .from(parts.stream().reduce(Select::unionAll).orElseThrow().asTable("a"))
                    .groupBy(MONTH)
                    .forEach(found -> days.put(found.value1(), found.value2()));
        }
        return days;
    }

    /** From a day until before another, grouped by periods of the database's name. */
    private record Days(LocalDate from, LocalDate until, String by) {}

    private List<Select<Record>> credits(List<Aim> aims, Days days, Optional<Set<Long>> people) {
        List<Select<Record>> parts = new ArrayList<>();
        for (Aim aim : aims) {
            for (Aim.Part part : aim.parts()) {
                parts.addAll(credits(aim, part, days, people));
            }
        }
        return parts;
    }

    private List<Select<Record>> credits(Aim aim, Aim.Part part, Days days, Optional<Set<Long>> people) {
        Alias row = Alias.of(part.object());
        Alias owned = part.counted().through() == null ? row : row.inner(part.owned());
        Table<?> records = part.counted().through() == null
                ? row.table()
                : row.table()
                        .join(owned.table())
                        .on(owned.id().eq(row.column(part.counted().through()).coerce(Long.class)), owned.living());
        Field<Long> owner = owned.column(Owned.OWNER).coerce(Long.class);
        Condition counts = DSL.and(
                row.living(),
                CriterionSql.of(
                        Criterion.all(
                                part.filter(), new Criterion.Test(part.counted().at(), within(part, days))),
                        row));
        if (part.counted().amount() == null) {
            return List.of(credit(aim, part, days, row, owner, inline(BigDecimal.ONE), records)
                    .where(counts, among(owner, people)));
        }
        Field<BigDecimal> whole = row.column(part.counted().amount()).coerce(SQLDataType.NUMERIC);
        Field<BigDecimal> amount = part.counted().percent() == null
                ? whole
                : percent(whole, row.column(part.counted().percent()).coerce(SQLDataType.NUMERIC));
        if (!part.owned().has(Shared.class)) {
            return List.of(credit(aim, part, days, row, owner, amount, records).where(counts, among(owner, people)));
        }
        Field<BigDecimal> split = member(share.split).coerce(SQLDataType.NUMERIC);
        Field<Long> user = member(share.user).coerce(Long.class);
        Table<?> members = table(name(share.name())).as(name("m"));
        Condition parts = field(name("m", "about_object"), SQLDataType.CLOB)
                .eq(inline(part.owned().name()))
                .and(field(name("m", "about_id"), SQLDataType.BIGINT).eq(owned.id()))
                .and(field(name("m", "deleted_at")).isNull())
                .and(split.gt(BigDecimal.ZERO))
                .and(user.isNotNull());
        Field<BigDecimal> given = field(DSL.select(DSL.coalesce(DSL.sum(split), BigDecimal.ZERO))
                .from(members)
                .where(parts));
        return List.of(
                credit(
                                aim,
                                part,
                                days,
                                row,
                                owner,
                                percent(amount, inline(new BigDecimal(100)).minus(given)),
                                records)
                        .where(counts, among(owner, people)),
                credit(
                                aim,
                                part,
                                days,
                                row,
                                user,
                                percent(amount, split),
                                records.join(members).on(parts))
                        .where(counts, among(user, people)));
    }

    private SelectWhereStep<Record> credit(
            Aim aim, Aim.Part part, Days days, Alias row, Field<Long> person, Field<BigDecimal> value, Table<?> from) {
        return DSL.select(List.<Field<?>>of(
                        inline(aim.key()).as("measure"),
                        person.as("person"),
                        month(part, days, row).as("month"),
                        DSL.coalesce(value, BigDecimal.ZERO).as("value")))
                .from(from);
    }

    private Field<LocalDate> month(Aim.Part part, Days days, Alias row) {
        Field<?> at = row.column(part.counted().at());
        return part.counted().at().type() instanceof DateType
                ? field("date_trunc({0}, {1})::date", SQLDataType.LOCALDATE, inline(days.by()), at)
                : field(
                        "date_trunc({0}, {1} at time zone {2})::date",
                        SQLDataType.LOCALDATE, inline(days.by()), at, inline(zone().getId()));
    }

    private Check within(Aim.Part part, Days days) {
        return part.counted().at().type() instanceof DateType
                ? new Check.Range(new Check.Bound(days.from(), true), new Check.Bound(days.until(), false))
                : new Check.Range(
                        new Check.Bound(days.from().atStartOfDay(zone()).toInstant(), true),
                        new Check.Bound(days.until().atStartOfDay(zone()).toInstant(), false));
    }

    private ZoneId zone() {
        return organisation.get().company().timeZone();
    }

    private static Field<?> member(hengke.kernel.metadata.Field<?> field) {
        return DSL.field(name("m", field.column()));
    }

    private static Field<BigDecimal> percent(Field<BigDecimal> amount, Field<BigDecimal> share) {
        return amount.times(share).divide(inline(new BigDecimal(100)));
    }

    private static Condition among(Field<Long> person, Optional<Set<Long>> people) {
        return people.map(some -> person.eq(DSL.any(some.toArray(Long[]::new)))).orElseGet(person::isNotNull);
    }
}
