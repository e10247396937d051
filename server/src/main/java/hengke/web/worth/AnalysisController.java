package hengke.web.worth;

import hengke.capability.lifecycle.Funnel;
import hengke.capability.retention.Outlook;
import hengke.capability.retention.Outlooks;
import hengke.capability.retention.Retained;
import hengke.capability.worth.Cohorts;
import hengke.capability.worth.Cuts;
import hengke.capability.worth.LiveWorth;
import hengke.capability.worth.PurchaseSources;
import hengke.capability.worth.PurchaseSources.Bound;
import hengke.capability.worth.Revaluation;
import hengke.capability.worth.Segment;
import hengke.capability.worth.SegmentMap;
import hengke.capability.worth.Sight;
import hengke.capability.worth.Worth;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.learning.BetaGeometric;
import hengke.kernel.learning.GammaGamma;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Relation;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The customers a person sees, by worth and by how far they have come. */
@RestController
final class AnalysisController {
    private final Worth worth;
    private final LiveWorth live;
    private final PurchaseSources sources;
    private final Revaluation revaluation;
    private final Parts parts;
    private final Access access;
    private final DSLContext database;

    /** What the analysis consists of. */
    @Component
    record Parts(SegmentMap segments, Funnel funnel, Cohorts cohorts) {}

    AnalysisController(
            Worth worth,
            LiveWorth live,
            PurchaseSources sources,
            Revaluation revaluation,
            Parts parts,
            Access access,
            DSLContext database) {
        this.worth = worth;
        this.live = live;
        this.sources = sources;
        this.revaluation = revaluation;
        this.parts = parts;
        this.access = access;
        this.database = database;
    }

    /**
     * Parts that the reader may not see are absent.
     *
     * @param at when every customer was reckoned last; null before
     * @param day the last day that counts
     * @param since the first day of the window; null when it has no beginning
     * @param told is there a source of deals?
     * @param broken is one broken, so that figures stand still?
     */
    record Analysis(
            @Nullable Instant at,
            LocalDate day,
            @Nullable LocalDate since,
            boolean told,
            boolean broken,
            List<SegmentText> segments,
            @Nullable List<CellJson> map,
            @Nullable FlowJson life,
            @Nullable List<CohortJson> cohorts,
            @Nullable OpensJson opens,
            @Nullable RetentionJson retention) {}

    /**
     * How customers buy again, as far as that was found out.
     *
     * @param customers of how many it was learnt
     * @param again how many of them had bought again, of {@code fewest} that are needed
     * @param perYear how often a customer who has not left buys in a year; null where nothing was learnt
     * @param stops how many leave for good after a deal, as a share of one
     * @param spends what a deal comes to; null where that is not foretold
     * @param dependence how much the amount goes with the number of deals, which the model takes for nothing
     * @param parameters r, α, a, b and p, q, v of the models; empty without
     */
    record RetentionJson(
            Instant at,
            LocalDate day,
            long customers,
            long again,
            long fewest,
            @Nullable Double perYear,
            @Nullable Double stops,
            @Nullable Double spends,
            double dependence,
            List<Double> parameters,
            @Nullable TrialJson trial) {}

    /** The recent past, as it would have been foretold, by the model and by going on as before. */
    record TrialJson(
            long weeks,
            long customers,
            double actual,
            double expected,
            double naive,
            double error,
            double naiveError) {}

    /** A segment in words. */
    record SegmentText(String segment, String label, String advice, boolean recent, boolean frequent, boolean large) {}

    /** Customers alike in segment and scores. */
    record CellJson(
            @Nullable String segment,
            @Nullable Integer recency,
            @Nullable Integer frequency,
            long customers,
            @Nullable String amount) {}

    /** The way of customers. */
    record FlowJson(List<StepJson> steps, long lost, long returned) {}

    /**
     * A step, the field of its day, how many have taken it, how many of those who took the one before, and the median
     * days since then.
     */
    record StepJson(
            String step,
            String field,
            String label,
            long customers,
            @Nullable Long continued,
            @Nullable Integer days) {}

    /** Customers by the month of their first deal. */
    record CohortJson(LocalDate month, List<Long> again) {}

    /** How a cell of a cohort is found as a list: customers with a deal of this relation on these days. */
    record OpensJson(String relation, String at, @Nullable JsonNode filter) {}

    @GetMapping("/api/worth/{object}/analysis")
    Analysis analysis(Actor actor, Language language, @PathVariable("object") String name) {
        ObjectDefinition object = worth.valued(name);
        if (!access.may(actor, object, Verb.READ)) {
            throw new Refusal.NotFound();
        }
        Sight sight = new Sight(access, actor, object);
        LocalDate day = revaluation.day(object);
        LocalDate before = live.of(object).before(day);
        PurchaseSources.Resolved resolved = sources.of(object);
        return new Analysis(
                Cuts.newest(database, name).map(Cuts::at).orElse(null),
                day,
                before == null ? null : before.plusDays(1),
                resolved.told(),
                !resolved.broken().isEmpty(),
                Arrays.stream(Segment.values())
                        .map(segment -> text(segment, language))
                        .toList(),
                parts.segments()
                        .of(object, sight)
                        .map(cells ->
                                cells.stream().map(AnalysisController::cell).toList())
                        .orElse(null),
                parts.funnel()
                        .of(object, sight)
                        .map(flow -> flow(flow, language))
                        .orElse(null),
                parts.cohorts()
                        .of(object, sight, day)
                        .map(cohorts -> cohorts.stream()
                                .map(cohort -> new CohortJson(cohort.month(), cohort.again()))
                                .toList())
                        .orElse(null),
                opens(actor, resolved.bound()).orElse(null),
                sight.reads(Retained.CHANCE, Retained.EXPECTED_DEALS, Retained.EXPECTED_AMOUNT)
                        ? Outlooks.newest(database, name)
                                .map(AnalysisController::retention)
                                .orElse(null)
                        : null);
    }

    private static RetentionJson retention(Outlook outlook) {
        BetaGeometric often = outlook.often();
        GammaGamma much = outlook.much();
        Outlook.Trial trial = outlook.trial();
        return new RetentionJson(
                outlook.at(),
                outlook.day(),
                outlook.customers(),
                outlook.again(),
                Outlook.FEWEST,
                often == null ? null : often.r() / often.alpha() * Outlook.WEEKS_OF_A_YEAR,
                often == null ? null : often.a() / (often.a() + often.b()),
                much == null ? null : much.mean(),
                outlook.dependence(),
                Stream.concat(
                                often == null ? Stream.of() : Stream.of(often.r(), often.alpha(), often.a(), often.b()),
                                much == null ? Stream.of() : Stream.of(much.p(), much.q(), much.v()))
                        .toList(),
                trial == null
                        ? null
                        : new TrialJson(
                                trial.weeks(),
                                trial.customers(),
                                trial.actual(),
                                trial.expected(),
                                trial.naive(),
                                trial.error(),
                                trial.naiveError()));
    }

    private static SegmentText text(Segment segment, Language language) {
        return new SegmentText(
                segment.value(),
                segment.label().in(language),
                Message.of("worth.do." + segment.value()).in(language),
                segment.recent(),
                segment.frequent(),
                segment.large());
    }

    private static CellJson cell(SegmentMap.Cell cell) {
        return new CellJson(
                cell.segment(),
                cell.recency(),
                cell.frequency(),
                cell.customers(),
                cell.amount() == null ? null : cell.amount().toPlainString());
    }

    private static FlowJson flow(Funnel.Flow flow, Language language) {
        return new FlowJson(
                flow.steps().stream()
                        .map(taken -> new StepJson(
                                taken.step().value(),
                                taken.step().day().name(),
                                taken.step().label().in(language),
                                taken.customers(),
                                taken.continued(),
                                taken.days()))
                        .toList(),
                flow.lost(),
                flow.returned());
    }

    /** Only one source with a relation of its own can be asked for by a filter. */
    private Optional<OpensJson> opens(Actor actor, List<Bound> bound) {
        if (bound.size() != 1 || !access.may(actor, bound.getFirst().object(), Verb.READ)) {
            return Optional.empty();
        }
        Bound source = bound.getFirst();
        Relation relation = source.customer().traits().parent();
        return relation == null
                ? Optional.empty()
                : Optional.of(new OpensJson(
                        relation.name(), source.at().name(), source.source().filter()));
    }
}
