package hengke.demo;

import static org.jooq.impl.DSL.val;

import hengke.capability.forecast.ForecastSubmissions;
import hengke.capability.owner.Owned;
import hengke.capability.pipeline.LivePipelines;
import hengke.capability.pipeline.Pipeline;
import hengke.capability.pipeline.Pipelined;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Alias;
import hengke.sales.Opportunity;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * What the invented company would have noted day by day while its deals went their ways, and what its sellers would have
 * said of each quarter; so that one sees how true forecasts come.
 */
@Component
final class DemoForecasts {
    private static final int DAYS = 430;
    private static final int QUARTERS = 4;

    private final DSLContext database;
    private final LiveCatalog catalog;
    private final LivePipelines pipelines;
    private final LiveOrganisation organisation;
    private final ForecastSubmissions submissions;
    private final Opportunity opportunity;
    private final Clock clock;

    DemoForecasts(
            DSLContext database,
            LiveCatalog catalog,
            LivePipelines pipelines,
            LiveOrganisation organisation,
            ForecastSubmissions submissions,
            Opportunity opportunity,
            Clock clock) {
        this.database = database;
        this.catalog = catalog;
        this.pipelines = pipelines;
        this.organisation = organisation;
        this.submissions = submissions;
        this.opportunity = opportunity;
        this.clock = clock;
    }

    void note() {
        ObjectDefinition object = catalog.current().object(opportunity.name());
        LocalDate today = LocalDate.ofInstant(
                clock.instant(), organisation.get().company().timeZone());
        snapshots(object, today);
        words(object, today);
    }

    /** A deal that has ended was expected some days sooner or later than it ended; its stage is that of then. */
    private void snapshots(ObjectDefinition object, LocalDate today) {
        List<String> ways = new ArrayList<>();
        List<String> stages = new ArrayList<>();
        List<BigDecimal> rates = new ArrayList<>();
        List<String> categories = new ArrayList<>();
        for (Pipeline pipeline : pipelines.of(object).all()) {
            for (Pipeline.Stage stage : pipeline.stages()) {
                ways.add(pipeline.key());
                stages.add(stage.key());
                rates.add(stage.rate());
                categories.add(stage.category().wire());
            }
        }
        database.execute(
                """
                with deal as ({0}), noted as (
                    insert into pipeline_snapshot_day (object, day, taken_at)
                    select {1}, day::date, day at time zone {2}
                    from generate_series({3}::timestamp, {4}::timestamp - interval '1 day', interval '1 day') day
                    on conflict do nothing
                    returning day, taken_at)
                insert into pipeline_snapshot
                    (object, day, record_id, pipeline, stage, amount, expected, owner, probability, category)
                select {1}, noted.day, deal.id, deal.pipeline, way.stage, deal.amount,
                    greatest(noted.day + 3, case when deal.outcome = 'open' then deal.expected
                        else deal.expected + (deal.id * 37 % 61 - 20)::int end),
                    deal.owner, way.rate, way.category
                from noted cross join deal
                cross join lateral (
                    select to_stage from stage_step
                    where object = {1} and record_id = deal.id and at <= noted.taken_at
                    order by at desc, id desc limit 1) step
                join unnest({5}, {6}, {7}, {8}) as way (pipeline, stage, rate, category)
                    on way.pipeline = deal.pipeline and way.stage = step.to_stage""",
                deals(object),
                val(object.name()),
                val(organisation.get().company().timeZone().getId()),
                val(today.minusDays(DAYS)),
                val(today),
                val(ways.toArray(String[]::new)),
                val(stages.toArray(String[]::new)),
                val(rates.toArray(BigDecimal[]::new)),
                val(categories.toArray(String[]::new)));
    }

    private Select<?> deals(ObjectDefinition object) {
        Alias row = Alias.of(object);
        return DSL.select(
                        row.id().as("id"),
                        row.column(opportunity.pipeline).as("pipeline"),
                        row.column(opportunity.amount).as("amount"),
                        row.column(Pipelined.OUTCOME).as("outcome"),
                        row.column(opportunity.closeDate).as("expected"),
                        row.column(Owned.OWNER).as("owner"))
                .from(row.table())
                .where(row.living());
    }

    /** On the second day of each quarter; some promise too much, some too little. */
    private void words(ObjectDefinition object, LocalDate today) {
        database.execute(
                """
                with deal as ({0})
                insert into forecast_submission
                    (object, unit, from_day, person, adjusts, turn, committed, best, at, author)
                select {1}, 'quarter', quarter, owner, false, 1, said, said * 1.3, (quarter + 1) at time zone {2}, owner
                from (
                    select owner, quarter::date as quarter,
                        round(sum(case outcome when 'won' then amount else amount / 2 end) * (70 + (owner * 31 + extract(quarter from quarter)::int * 17) % 75) / 100, -3)
                            as said
                    from generate_series(
                        date_trunc('quarter', {3}::timestamp) - {4} * interval '3 months',
                        date_trunc('quarter', {3}::timestamp), interval '3 months') quarter
                    cross join deal
                    where owner is not null and outcome <> 'lost'
                        and expected >= quarter and expected < quarter + interval '3 months'
                    group by owner, quarter) spoken
                on conflict do nothing""",
                deals(object),
                val(object.name()),
                val(organisation.get().company().timeZone().getId()),
                val(today),
                DSL.inline(QUARTERS));
    }

    /** With the colleagues goes what they had said, and with the deals what was noted of them. */
    void remove(DemoLedger.Entry made) {
        submissions.forget(made.people());
        ObjectDefinition object = catalog.current().object(opportunity.name());
        database.execute(
                "with deal as ({0}) delete from pipeline_snapshot where object = {1}"
                        + " and not exists (select 1 from deal where deal.id = record_id)",
                deals(object), val(object.name()));
        database.execute(
                "delete from pipeline_snapshot_day d where object = {0} and not exists"
                        + " (select 1 from pipeline_snapshot s where s.object = d.object and s.day = d.day)",
                val(object.name()));
    }
}
