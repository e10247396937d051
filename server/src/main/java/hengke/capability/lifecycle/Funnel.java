package hengke.capability.lifecycle;

import hengke.capability.worth.Sight;
import hengke.kernel.metadata.ObjectDefinition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many customers have taken each step, and how long it took them; of those somebody sees. One statement. */
@Component
public final class Funnel {
    private final DSLContext database;

    Funnel(DSLContext database) {
        this.database = database;
    }

    /**
     * A step.
     *
     * @param customers who have taken it, whatever came later
     * @param continued of those who had taken the step before, how many have taken this one too; null for the first, and
     *     for the one that everybody takes
     * @param days the median since the step before; null for the first one, or when nobody has taken it
     */
    public record Taken(
            Step step,
            long customers,
            @Nullable Long continued,
            @Nullable Integer days) {}

    /**
     * All of it.
     *
     * @param lost who are lost now
     * @param returned who had been lost and are back
     */
    public record Flow(List<Taken> steps, long lost, long returned) {}

    /** Empty for who may not read the stages; steps that are kept from him are left out. */
    public Optional<Flow> of(ObjectDefinition object, Sight sight) {
        if (!object.has(LifeCycle.class) || !sight.reads(LifeCycle.STAGE, LifeCycle.LOST_ON, LifeCycle.RETURNED_ON)) {
            return Optional.empty();
        }
        List<Step> steps = Arrays.stream(Step.values())
                .filter(step -> sight.reads(step.day()))
                .toList();
        List<SelectField<?>> columns = new ArrayList<>();
        Field<LocalDate> former = null;
        for (Step step : steps) {
            Field<LocalDate> day = sight.column(step.day(), SQLDataType.LOCALDATE);
            columns.add(DSL.count(day).as(step.value()));
            columns.add(
                    former == null || step.everybodys()
                            ? DSL.castNull(SQLDataType.BIGINT).as(step.value() + "_too")
                            : DSL.count(day).filterWhere(former.isNotNull()).as(step.value() + "_too"));
            columns.add(
                    former == null
                            ? DSL.castNull(SQLDataType.NUMERIC).as(step.value() + "_days")
                            : DSL.field(
                                            "percentile_cont(0.5) within group (order by {0} - {1})",
                                            SQLDataType.NUMERIC, day, former)
                                    .as(step.value() + "_days"));
            former = day;
        }
        Field<String> stage = sight.column(LifeCycle.STAGE, SQLDataType.CLOB);
        columns.add(DSL.count().filterWhere(stage.eq(LifeCycle.LOST)).as("lost"));
        columns.add(DSL.count(sight.column(LifeCycle.RETURNED_ON, SQLDataType.LOCALDATE))
                .as("returned"));
        Record found = database.select(columns)
                .from(sight.row().table())
                .where(sight.rows())
                .fetchSingle();
        List<Taken> taken = new ArrayList<>();
        for (Step step : steps) {
            Double days = found.get(step.value() + "_days", Double.class);
            taken.add(new Taken(
                    step,
                    found.get(step.value(), Long.class),
                    found.get(step.value() + "_too", Long.class),
                    days == null ? null : (int) Math.round(days)));
        }
        return Optional.of(new Flow(taken, found.get("lost", Long.class), found.get("returned", Long.class)));
    }
}
