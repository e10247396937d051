package hengke.capability.portrait;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** On how many days of a year one was in touch with each record, and how many days lay between them as a rule. */
@Component
public final class ContactDays {
    private static final int YEAR = 365;
    /** From fewer days there is no rule to be seen. */
    private static final int ENOUGH = 4;

    private static final Field<LocalDate> DAY = DSL.field(DSL.name("day"), SQLDataType.LOCALDATE);

    private final Interactions interactions;

    ContactDays(Interactions interactions) {
        this.interactions = interactions;
    }

    /** With the columns {@code record} and {@code usual}, the latter null where no rule is to be seen. */
    public Table<?> of(Scene scene, String name) {
        Field<BigDecimal> usual = DSL.field(
                "case when count(distinct {0}) >= {1} then"
                        + " (max({0}) - min({0}))::numeric / (count(distinct {0}) - 1) end",
                SQLDataType.NUMERIC, DAY, DSL.inline(ENOUGH));
        Table<?> days = DSL.select(
                        Interactions.RECORD, scene.today().day(Interactions.AT).as(DAY))
                .from(interactions.of(scene.object(), scene.those(), null))
                .where(scene.today().age(Interactions.AT).between(0, YEAR - 1))
                .asTable("days");
        return DSL.select(Interactions.RECORD, usual.as("usual"))
                .from(days)
                .groupBy(Interactions.RECORD)
                .asTable(name);
    }
}
