package hengke.capability.lifecycle;

import hengke.capability.worth.AfterRevaluation;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.query.Alias;
import hengke.kernel.query.DerivedUpdate;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Writes anew how far records have come, all that a condition names in one statement. */
@Component
final class KeepLife implements AfterRevaluation {
    private static final Field<LocalDate> NEVER = DSL.castNull(SQLDataType.LOCALDATE);
    private static final String STEPS = "steps";

    private final List<StepSource> sources;
    private final LiveOrganisation organisation;

    KeepLife(List<StepSource> sources, LiveOrganisation organisation) {
        this.sources = List.copyOf(sources);
        this.organisation = organisation;
    }

    static Optional<LifeCycle> cycle(ObjectDefinition object) {
        return object.capabilities().stream()
                .filter(LifeCycle.class::isInstance)
                .map(LifeCycle.class::cast)
                .findFirst();
    }

    @Override
    public void revalued(DSLContext within, ObjectDefinition object, Function<Field<Long>, Condition> which) {
        cycle(object).ifPresent(cycle -> write(within, object, cycle, which));
    }

    void write(DSLContext within, ObjectDefinition object, LifeCycle cycle, Function<Field<Long>, Condition> which) {
        Alias row = Alias.of(object);
        String zone = organisation.get().company().timeZone().getId();
        Map<Step, Field<LocalDate>> told = days(object, row);
        Map<Step, Field<LocalDate>> days = new EnumMap<>(Step.class);
        told.keySet().forEach(step -> days.put(step, DSL.field(DSL.name(STEPS, step.value()), SQLDataType.LOCALDATE)));
        Field<LocalDate> created = DSL.field(
                "({0} at time zone {1})::date",
                SQLDataType.LOCALDATE, row.column(SystemFields.CREATED_AT), DSL.inline(zone));
        Condition lost = row.column(cycle.status()).coerce(String.class).eq(DSL.inline(cycle.lost()));
        Field<LocalDate> lostOn =
                DSL.coalesce(LifeMoves.LOST_ON, DSL.when(lost, created).otherwise(NEVER));
        DerivedUpdate update = new DerivedUpdate(object)
                .joining(table -> table.leftJoin(LifeMoves.days(object, cycle, zone, which))
                        .on(LifeMoves.RECORD.eq(row.id()))
                        .crossJoin(DSL.lateral(once(told))))
                .unlessChanged(cycle.status().column())
                .set(LifeCycle.STAGE.column(), stage(days, lost))
                .set(LifeCycle.SINCE.column(), since(days, lost, lostOn))
                .set(LifeCycle.LOST_ON.column(), lostOn)
                .set(
                        LifeCycle.RETURNED_ON.column(),
                        DSL.when(DSL.not(lost), LifeMoves.RETURNED_ON).otherwise(NEVER));
        days.forEach((step, day) -> update.set(step.day().column(), day));
        update.run(within, which);
    }

    /** What looks into other tables is looked up once for each row, however often the stage asks for it. */
    private static Table<?> once(Map<Step, Field<LocalDate>> told) {
        return DSL.select(told.entrySet().stream()
                        .<Field<?>>map(each -> each.getValue().as(each.getKey().value()))
                        .toList())
                .offset(0)
                .asTable(STEPS);
    }

    private Map<Step, Field<LocalDate>> days(ObjectDefinition object, Alias row) {
        Map<Step, Field<LocalDate>> days = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            days.put(
                    step,
                    sources.stream()
                            .filter(source -> source.step() == step)
                            .flatMap(source -> source.day(object, row).stream())
                            .reduce((one, other) -> DSL.least(one, other))
                            .orElse(NEVER));
        }
        return days;
    }

    private static Field<String> stage(Map<Step, Field<LocalDate>> days, Condition lost) {
        CaseConditionStep<String> stage = DSL.when(lost, DSL.inline(LifeCycle.LOST));
        for (Step step : List.of(Step.values()).reversed()) {
            stage = stage.when(day(days, step).isNotNull(), DSL.inline(step.value()));
        }
        return stage.otherwise(DSL.castNull(SQLDataType.CLOB));
    }

    /** Who came back is in the stage from then on. */
    private static Field<LocalDate> since(Map<Step, Field<LocalDate>> days, Condition lost, Field<LocalDate> lostOn) {
        CaseConditionStep<LocalDate> since = DSL.when(lost, lostOn);
        for (Step step : List.of(Step.values()).reversed()) {
            since = since.when(day(days, step).isNotNull(), DSL.greatest(day(days, step), LifeMoves.RETURNED_ON));
        }
        return since.otherwise(NEVER);
    }

    private static Field<LocalDate> day(Map<Step, Field<LocalDate>> days, Step step) {
        return days.getOrDefault(step, NEVER);
    }
}
