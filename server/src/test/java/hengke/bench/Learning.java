package hengke.bench;

import hengke.capability.forecast.BackTest;
import hengke.capability.forecast.BackTest.Point;
import hengke.capability.goal.Span;
import hengke.kernel.learning.Case;
import hengke.kernel.learning.Column;
import hengke.kernel.learning.Learner;
import hengke.kernel.learning.Metrics;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** How well the product's own learner tells the ends of real records, which are not part of the product. */
final class Learning {
    private Learning() {}

    /** @param arguments the folder with the data */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("folder with 01_crm_sales_opportunities and 02_lead_scoring");
        }
        Path data = Path.of(arguments[0]);
        System.out.println(
                "| what | learnt from | cases | positive | AUC | 95 % | Brier | base | skill | log loss | base |"
                        + " ECE | lift |");
        System.out.println("|---|---:|---:|---:|---:|---|---:|---:|---:|---:|---:|---:|---:|");
        List<Case> leads = LearntLeads.cases(data);
        int taught = leads.size() * 4 / 5;
        List<Column> columns = LearntLeads.columns();
        List<Column> first = LearntLeads.firstColumns();
        say("leads, shuffled, 5 folds", taught, LearntLeads.shuffled(columns, leads));
        say("the same without `Last Activity`", taught, LearntLeads.shuffled(first, leads));
        say("leads, later quarter by number", Learner.learn(columns, leads));
        say("the same without `Last Activity`", Learner.learn(first, leads));
        say("opportunities, later quarter by begin", LearntDeals.learnt(LearntDeals.cases(data)));
        foretold(ForetoldDeals.read(data));
    }

    private static void foretold(ForetoldDeals deals) {
        System.out.println();
        System.out.println("| open at | way | foretold | won of it by the end | error |");
        System.out.println("|---|---|---:|---:|---:|");
        for (Point point : deals.openAtStart()) {
            point.foretold()
                    .forEach((method, amount) -> System.out.println("| %s | %s | %,.0f | %,.0f | %+.0f %% |"
                            .formatted(
                                    point.day(),
                                    method.wire(),
                                    amount,
                                    point.actual(),
                                    100 * (amount.doubleValue() / point.actual().doubleValue() - 1))));
        }
        System.out.println();
        System.out.println("| periods | foretold from | way | compared | WAPE | bias |");
        System.out.println("|---|---|---|---:|---:|---:|");
        verdicts("months", deals.periods(Span.Unit.MONTH, LocalDate.of(2017, 4, 1)));
        verdicts("quarters", deals.periods(Span.Unit.QUARTER, LocalDate.of(2017, 4, 1)));
    }

    private static void verdicts(String periods, List<Point> points) {
        for (BackTest.Verdict verdict : BackTest.verdicts(points)) {
            for (BackTest.Score score : verdict.scores()) {
                String best = score.method() == verdict.winner() ? "**" : "";
                System.out.println("| %s | %s | %s%s%s | %d%s | %.1f %% | %+.1f %% |"
                        .formatted(
                                periods,
                                verdict.horizon().wire(),
                                best,
                                score.method().wire(),
                                best,
                                score.periods(),
                                score.compared() ? "" : " (alone)",
                                100 * score.error(),
                                100 * score.bias()));
            }
        }
    }

    private static void say(String what, Learner.Outcome outcome) {
        switch (outcome) {
            case Learner.Learnt learnt -> say(what, learnt.learnt(), learnt.metrics());
            case Learner.TooFew few -> System.out.println(what + ": " + few);
            case Learner.OneSided sided -> System.out.println(what + ": " + sided);
        }
    }

    private static void say(String what, int learnt, Metrics m) {
        System.out.println(
                "| %s | %,d | %,d | %.1f %% | %.4f | %.3f–%.3f | %.4f | %.4f | %+.1f %% | %.4f | %.4f | %.3f | %.2f |"
                        .formatted(
                                what,
                                learnt,
                                m.cases(),
                                100.0 * m.positives() / m.cases(),
                                m.auc(),
                                m.aucLow(),
                                m.aucHigh(),
                                m.brier(),
                                m.baseBrier(),
                                100 * m.skill(),
                                m.logLoss(),
                                m.baseLogLoss(),
                                m.calibrationError(),
                                m.lift()));
    }
}
