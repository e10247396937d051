package hengke.bench;

import hengke.kernel.learning.Case;
import hengke.kernel.learning.Column;
import hengke.kernel.learning.Learner;
import hengke.kernel.learning.Metrics;
import java.io.IOException;
import java.nio.file.Path;
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
