package hengke.capability.worth;

import hengke.kernel.explaining.Account;
import hengke.kernel.explaining.Account.Line;
import hengke.kernel.explaining.Explainer;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.problem.Message;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Scores open to the figure behind them, the cut points and the deals; a segment to its three scores. */
@Component
final class WorthExplainer implements Explainer {
    private final PurchaseSources sources;
    private final Revaluation revaluation;
    private final LiveWorth live;
    private final DealRecords deals;

    WorthExplainer(PurchaseSources sources, Revaluation revaluation, LiveWorth live, DealRecords deals) {
        this.sources = sources;
        this.revaluation = revaluation;
        this.live = live;
        this.deals = deals;
    }

    @Override
    public boolean explains(ObjectDefinition object, Field<?> field) {
        return object.has(Valued.class) && Valued.ALL.contains(field);
    }

    @Override
    public Account account(Question question) {
        ObjectDefinition object = question.object();
        Cuts cuts = Cuts.newest(question.database(), object.name()).orElse(null);
        LocalDate day = revaluation.day(object);
        LocalDate since = live.of(object).before(day);
        List<Line> lines = new ArrayList<>();
        Row row = question.record();
        Field<?> field = question.field();
        boolean scored = field.equals(Valued.RECENCY)
                || field.equals(Valued.FREQUENCY)
                || field.equals(Valued.MONETARY)
                || field.equals(Valued.SEGMENT);
        if (scored && cuts != null && row.get(Valued.RECENCY) != null) {
            if (!field.equals(Valued.FREQUENCY) && !field.equals(Valued.MONETARY)) {
                recency(lines, row, day, cuts);
            }
            if (!field.equals(Valued.RECENCY) && !field.equals(Valued.MONETARY)) {
                frequency(lines, row, cuts);
            }
            if (!field.equals(Valued.RECENCY) && !field.equals(Valued.FREQUENCY)) {
                monetary(lines, row, cuts);
            }
        }
        boolean allTime = !scored && !field.equals(Valued.DEAL_COUNT) && !field.equals(Valued.DEAL_AMOUNT);
        told(lines, question, allTime ? null : since, day);
        return new Account(summary(question, cuts), lines, cuts == null ? null : cuts.at());
    }

    private @Nullable Message summary(Question question, @Nullable Cuts cuts) {
        PurchaseSources.Resolved resolved = sources.of(question.object());
        if (!resolved.broken().isEmpty()) {
            return Message.of("worth.stale");
        }
        if (resolved.bound().isEmpty()) {
            return Message.of("worth.noSource");
        }
        String segment = question.record().get(Valued.SEGMENT);
        if (question.field().equals(Valued.SEGMENT) && segment != null && cuts != null) {
            return Segment.of(segment)
                    .map(each -> Message.of("worth.segment", each.label(), Message.of("worth.do." + each.value())))
                    .orElse(null);
        }
        return null;
    }

    private static void recency(List<Line> lines, Row row, LocalDate day, Cuts cuts) {
        LocalDate last = row.get(Valued.LAST_DEAL_ON);
        if (last != null) {
            lines.add(new Line(
                    Message.of("worth.last"),
                    Message.of("worth.daysAgo", last, ChronoUnit.DAYS.between(last, day)),
                    points(row.get(Valued.RECENCY)),
                    null));
            lines.add(rule("worth.atMost", cuts.recency()));
        }
    }

    private static void frequency(List<Line> lines, Row row, Cuts cuts) {
        Long count = row.get(Valued.DEAL_COUNT);
        if (count != null) {
            lines.add(new Line(
                    Message.of("worth.count"),
                    Message.of("worth.times", count),
                    points(row.get(Valued.FREQUENCY)),
                    null));
            lines.add(rule("worth.atLeastTimes", cuts.frequency()));
        }
    }

    private static void monetary(List<Line> lines, Row row, Cuts cuts) {
        Money amount = row.get(Valued.DEAL_AMOUNT);
        if (amount != null) {
            lines.add(new Line(
                    Message.of("worth.amount"),
                    Message.of("worth.money", spoken(amount.worth()), amount.currency()),
                    points(row.get(Valued.MONETARY)),
                    null));
            lines.add(rule("worth.atLeast", cuts.monetary()));
        }
    }

    /** From the highest score down; what nobody reaches is left out. */
    private static Line rule(String key, List<Optional<BigDecimal>> cuts) {
        String reached = IntStream.range(0, cuts.size())
                .map(i -> cuts.size() - 1 - i)
                .filter(i -> cuts.get(i).isPresent())
                .mapToObj(i -> (i + 2) + ": " + spoken(cuts.get(i).orElseThrow()))
                .collect(Collectors.joining(" · "));
        return new Line(Message.of(key), Message.of("worth.cuts", reached), null, null);
    }

    private void told(List<Line> lines, Question question, @Nullable LocalDate since, LocalDate day) {
        for (PurchaseSources.Bound source : sources.of(question.object()).bound()) {
            lines.add(new Line(
                    Message.of("worth.deals", source.object().plural()),
                    since == null ? Message.of("worth.until", day) : Message.of("worth.window", since.plusDays(1), day),
                    null,
                    deals.of(source, question.record().id(), since, day)));
        }
    }

    private static @Nullable BigDecimal points(@Nullable Long score) {
        return score == null ? null : BigDecimal.valueOf(score);
    }

    private static String spoken(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
