package hengke.capability.portrait;

import hengke.kernel.access.Actor;
import hengke.kernel.explaining.Account;
import hengke.kernel.explaining.Explainer;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.settings.SettingValues;
import hengke.kernel.settings.Settings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * What activity and its trend are made of, by channel. Only contacts that the asker may see are told; unless these are
 * all, no points are, because the rest would follow from them.
 */
@Component
final class ActivityExplainer implements Explainer {
    private final ActivityScore score;
    private final Interactions interactions;
    private final Portraits portraits;
    private final LiveCatalog catalog;
    private final Settings settings;
    private final Clock clock;

    ActivityExplainer(
            ActivityScore score,
            Interactions interactions,
            Portraits portraits,
            LiveCatalog catalog,
            Settings settings,
            Clock clock) {
        this.score = score;
        this.interactions = interactions;
        this.portraits = portraits;
        this.catalog = catalog;
        this.settings = settings;
        this.clock = clock;
    }

    /** What some contacts come to. */
    private record Sum(
            @Nullable String source, @Nullable String channel, long worth, long recent, long before, int count) {
        static Sum of(Record found) {
            return new Sum(
                    found.get(Interactions.SOURCE),
                    found.get(Interactions.CHANNEL),
                    found.get(ActivityScore.WORTH),
                    found.get(ActivityScore.RECENT),
                    found.get(ActivityScore.BEFORE),
                    found.get(ActivityScore.COUNT));
        }
    }

    @Override
    public boolean explains(ObjectDefinition object, Field<?> field) {
        return object.has(Portrayed.class) && (field.equals(Portrayed.ACTIVITY) || field.equals(Portrayed.TREND));
    }

    @Override
    public Account account(Question question) {
        SettingValues values = settings.values();
        Today today = portraits.today();
        List<Sum> seen = sums(question, question.actor(), today, values);
        return question.field().equals(Portrayed.TREND)
                ? trend(question, today, seen)
                : activity(question, today, values, seen, sums(question, null, today, values));
    }

    private List<Sum> sums(Question question, @Nullable Actor reader, Today today, SettingValues values) {
        DSLContext database = question.database();
        var life = interactions.of(
                question.object(), Subjects.of(List.of(question.record().id())), reader);
        return database.fetch(score.sums(
                        question.object(), life, List.of(Interactions.SOURCE, Interactions.CHANNEL), today, values))
                .map(Sum::of);
    }

    private Account activity(Question question, Today today, SettingValues values, List<Sum> seen, List<Sum> all) {
        long days = ActivityScore.HALF_LIVES * values.get(PortraitSettings.HALF_LIFE);
        long worth = all.stream().mapToLong(Sum::worth).sum();
        boolean whole = seen.stream().mapToInt(Sum::count).sum()
                == all.stream().mapToInt(Sum::count).sum();
        double exact = 100
                * (1
                        - Math.pow(
                                2,
                                -worth
                                        / 1e6
                                        / values.get(PortraitSettings.HALF_SCORE)
                                                .doubleValue()));
        LocalDate since = today.date().minusDays(days);
        List<Account.Line> lines = new ArrayList<>();
        for (Sum sum : inOrder(seen)) {
            if (sum.count() > 0) {
                BigDecimal points = whole && worth > 0 ? tenth(exact * sum.worth() / worth) : null;
                lines.add(new Account.Line(
                        name(question.object(), sum),
                        whole
                                ? Message.of("portrait.timesWorth", sum.count(), tenth(sum.worth() / 1e6))
                                : Message.of("portrait.times", sum.count()),
                        points,
                        records(question, sum, since, today.date())));
            }
        }
        return new Account(summary(values, whole, worth, days), lines, clock.instant());
    }

    private static Message summary(SettingValues values, boolean whole, long worth, long days) {
        if (!whole) {
            return Message.of("portrait.partlySeen");
        }
        return worth == 0
                ? Message.of("portrait.noContacts", days)
                : Message.of(
                        "portrait.activity",
                        tenth(worth / 1e6),
                        values.get(PortraitSettings.HALF_LIFE),
                        values.get(PortraitSettings.HALF_SCORE));
    }

    private Account trend(Question question, Today today, List<Sum> seen) {
        LocalDate recent = today.date().minusDays(Trend.DAYS - 1L);
        LocalDate before = recent.minusDays(Trend.DAYS);
        Message late = Message.of("portrait.recent", Trend.DAYS);
        Message early = Message.of("portrait.before", Trend.DAYS);
        List<Account.Line> lines = new ArrayList<>(spans(late, question, seen, Sum::recent, recent, today.date()));
        lines.addAll(spans(early, question, seen, Sum::before, before, recent.minusDays(1)));
        return new Account(Message.of("portrait.trend", Trend.DAYS), lines, clock.instant());
    }

    /** What a span is worth: a line for each source that knows something of it, for each opens as a list of its own. */
    private List<Account.Line> spans(
            Message name,
            Question question,
            List<Sum> seen,
            ToLongFunction<Sum> tenths,
            LocalDate from,
            LocalDate until) {
        Map<String, Long> bySource = seen.stream()
                .filter(sum -> sum.source() != null && tenths.applyAsLong(sum) > 0)
                .collect(Collectors.groupingBy(
                        sum -> String.valueOf(sum.source()), LinkedHashMap::new, Collectors.summingLong(tenths)));
        List<InteractionSource> told = interactions.told(question.object(), question.actor());
        if (bySource.isEmpty()) {
            return List.of(span(name, question, 0, told.stream().findFirst().orElse(null), from, until));
        }
        return told.stream()
                .filter(source -> bySource.containsKey(source.key()))
                .map(source -> span(
                        bySource.size() == 1
                                ? name
                                : Message.of("portrait.spanOf", name, Channels.name(catalog.current(), source)),
                        question,
                        bySource.getOrDefault(source.key(), 0L),
                        source,
                        from,
                        until))
                .toList();
    }

    private Account.Line span(
            Message name,
            Question question,
            long tenths,
            @Nullable InteractionSource source,
            LocalDate from,
            LocalDate until) {
        Account.Records records = source == null
                ? null
                : new Account.Records(
                        source.object(), Leads.all(about(question, source), between(source, from, until)));
        return new Account.Line(name, Message.of("portrait.worth", tenth(tenths / 10.0)), null, records);
    }

    private List<Sum> inOrder(List<Sum> sums) {
        return sums.stream()
                .sorted((one, other) -> Long.compare(other.worth(), one.worth()))
                .toList();
    }

    private Message name(ObjectDefinition object, Sum sum) {
        return Channels.of(catalog.current(), interactions.sources(object))
                .find(sum.channel())
                .map(channel -> Message.of("portrait.channel", channel.label()))
                .orElseGet(() -> Message.of("portrait.otherChannel"));
    }

    private Account.@Nullable Records records(Question question, Sum sum, LocalDate from, LocalDate until) {
        Optional<InteractionSource> known = interactions.sources(question.object()).stream()
                .filter(source -> source.key().equals(sum.source()))
                .findFirst();
        return known.map(source -> {
                    ObjectNode its = Leads.all(about(question, source), between(source, from, until));
                    Field<?> channel = source.channel();
                    return new Account.Records(
                            source.object(),
                            channel == null || sum.channel() == null
                                    ? its
                                    : Leads.all(its, Leads.is(channel.name(), sum.channel())));
                })
                .orElse(null);
    }

    private ObjectNode about(Question question, InteractionSource source) {
        return Leads.about(
                question.object(), question.record().id(), source, interactions.paths(question.object(), source));
    }

    private static ObjectNode between(InteractionSource source, LocalDate from, LocalDate until) {
        return Leads.between(source.at().name(), from, until);
    }

    private static BigDecimal tenth(double number) {
        return BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP);
    }
}
