package hengke.capability.lifecycle;

import hengke.capability.worth.Sight;
import hengke.kernel.metadata.ObjectDefinition;
import java.time.LocalDate;
import java.util.ArrayList;
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
     * @param days the median since the step before; null for the first one, or when nobody has taken it
     */
    public record Taken(Step step, long customers, @Nullable Integer days) {}

    /**
     * All of it.
     *
     * @param lost who are lost now
     * @param returned who had been lost and are back
     */
    public record Flow(List<Taken> steps, long lost, long returned) {}

    /** Empty for who may not read the stages. */
    public Optional<Flow> of(ObjectDefinition object, Sight sight) {
        if (!object.has(LifeCycle.class)
                || !sight.reads(LifeCycle.TOLD.toArray(hengke.kernel.metadata.Field<?>[]::new))) {
            return Optional.empty();
        }
        List<SelectField<?>> columns = new ArrayList<>();
        Field<LocalDate> former = null;
        for (Step step : Step.values()) {
            Field<LocalDate> day = sight.column(step.day(), SQLDataType.LOCALDATE);
            columns.add(DSL.count(day).as(step.value()));
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
        List<Taken> steps = new ArrayList<>();
        for (Step step : Step.values()) {
            Double days = found.get(step.value() + "_days", Double.class);
            steps.add(
                    new Taken(step, found.get(step.value(), Long.class), days == null ? null : (int) Math.round(days)));
        }
        return Optional.of(new Flow(steps, found.get("lost", Long.class), found.get("returned", Long.class)));
    }
}
