package hengke.capability.retention;

import hengke.capability.retention.Histories.History;
import hengke.capability.worth.PurchaseSources;
import hengke.capability.worth.Revaluation;
import hengke.kernel.explaining.Account;
import hengke.kernel.explaining.Account.Line;
import hengke.kernel.explaining.Explainer;
import hengke.kernel.learning.Buying;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is foretold opens to how somebody has bought, how long it has been silent, and how well foretelling has done. */
@Component
final class RetentionExplainer implements Explainer {
    private static final double WEEK = 7;

    private final Histories histories;
    private final Revaluation revaluation;
    private final PurchaseSources sources;

    RetentionExplainer(Histories histories, Revaluation revaluation, PurchaseSources sources) {
        this.histories = histories;
        this.revaluation = revaluation;
        this.sources = sources;
    }

    @Override
    public boolean explains(ObjectDefinition object, Field<?> field) {
        return object.has(Retained.class) && Retained.ALL.contains(field);
    }

    @Override
    public Account account(Question question) {
        ObjectDefinition object = question.object();
        Outlook outlook = Outlooks.newest(question.database(), object.name()).orElse(null);
        if (sources.of(object).bound().isEmpty()) {
            return new Account(Message.of("retention.noSource"), List.of(), null);
        }
        if (outlook == null || outlook.often() == null) {
            return new Account(
                    Message.of("retention.tooFew", Outlook.FEWEST, outlook == null ? 0 : outlook.again()),
                    List.of(),
                    outlook == null ? null : outlook.at());
        }
        LocalDate day = revaluation.day(object);
        long id = question.record().id();
        List<Line> lines = histories.of(question.database(), object, customer -> customer.eq(id), day, day).stream()
                .findFirst()
                .map(history -> lines(history, outlook))
                .orElse(List.of());
        return new Account(
                lines.isEmpty() ? Message.of("retention.never") : Message.of("retention.how"), lines, outlook.at());
    }

    private static List<Line> lines(History history, Outlook outlook) {
        Buying bought = history.whole();
        List<Line> lines = new ArrayList<>();
        lines.add(line("retention.days", Message.of("retention.times", bought.repeats() + 1)));
        if (bought.repeats() > 0) {
            lines.add(line(
                    "retention.rhythm",
                    Message.of("retention.everyDays", number(bought.last() * WEEK / bought.repeats(), 0))));
        }
        lines.add(line(
                "retention.silent", Message.of("retention.forDays", number((bought.age() - bought.last()) * WEEK, 0))));
        if (bought.repeats() > 0 && outlook.much() != null) {
            lines.add(line(
                    "retention.one",
                    Message.of(
                            "retention.oneAmount",
                            number(bought.mean(), 2),
                            number(outlook.much().expected(bought), 2))));
        }
        Outlook.Trial trial = outlook.trial();
        if (trial != null) {
            lines.add(line(
                    "retention.trial",
                    Message.of(
                            "retention.tried", trial.weeks(), number(trial.expected(), 0), number(trial.actual(), 0))));
        }
        return lines;
    }

    private static Line line(String key, Message value) {
        return new Line(Message.of(key), value, null, null);
    }

    private static String number(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }
}
