package hengke.capability.lifecycle;

import hengke.capability.worth.DealRecords;
import hengke.capability.worth.PurchaseSources;
import hengke.capability.worth.Revaluation;
import hengke.kernel.explaining.Account;
import hengke.kernel.explaining.Account.Line;
import hengke.kernel.explaining.Explainer;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A stage opens to the days of the steps and to what they were told from. */
@Component
final class LifeExplainer implements Explainer {
    private final PurchaseSources sources;
    private final Revaluation revaluation;
    private final DealRecords deals;
    private final List<StepSource> steps;

    LifeExplainer(PurchaseSources sources, Revaluation revaluation, DealRecords deals, List<StepSource> steps) {
        this.sources = sources;
        this.revaluation = revaluation;
        this.deals = deals;
        this.steps = List.copyOf(steps);
    }

    @Override
    public boolean explains(ObjectDefinition object, Field<?> field) {
        return object.has(LifeCycle.class) && LifeCycle.TOLD.contains(field);
    }

    @Override
    public Account account(Question question) {
        ObjectDefinition object = question.object();
        Row row = question.record();
        List<Line> lines = new ArrayList<>();
        LocalDate former = null;
        for (Step step : Step.values()) {
            LocalDate day = row.get(step.day());
            if (day != null) {
                lines.add(new Line(
                        Message.of("lifecycle.step", step.day().label()),
                        told(day, former),
                        null,
                        records(step, object, row.id())));
                former = day;
            }
        }
        add(lines, row, LifeCycle.LOST_ON);
        add(lines, row, LifeCycle.RETURNED_ON);
        PurchaseSources.Resolved resolved = sources.of(object);
        resolved.bound()
                .forEach(source -> lines.add(new Line(
                        Message.of("lifecycle.deals", source.object().plural()),
                        null,
                        null,
                        deals.of(source, row.id(), null, revaluation.day(object)))));
        Message summary = !resolved.broken().isEmpty()
                ? Message.of("worth.stale")
                : resolved.decided()
                        ? Message.of("lifecycle.byDeals")
                        : Message.of(resolved.told() ? "lifecycle.byDealsOrHand" : "lifecycle.byHand");
        return new Account(summary, lines, null);
    }

    private Account.@Nullable Records records(Step step, ObjectDefinition object, long record) {
        return steps.stream()
                .filter(source -> source.step() == step && step != Step.CUSTOMER)
                .flatMap(source -> source.told(object).stream())
                .findFirst()
                .map(told -> told.of(record))
                .orElse(null);
    }

    private static Message told(LocalDate day, @Nullable LocalDate former) {
        return former == null
                ? Message.of("lifecycle.day", day)
                : Message.of("lifecycle.dayAfter", day, ChronoUnit.DAYS.between(former, day));
    }

    private static void add(List<Line> lines, Row row, Field<LocalDate> field) {
        LocalDate day = row.get(field);
        if (day != null) {
            lines.add(new Line(
                    Message.of("lifecycle.step", field.label()), Message.of("lifecycle.day", day), null, null));
        }
    }
}
