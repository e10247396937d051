package hengke.capability.score;

import hengke.capability.score.Scoring.Band;
import hengke.capability.score.Scoring.Capped;
import hengke.capability.score.Scoring.Decay;
import hengke.capability.score.Scoring.Fit;
import hengke.capability.score.Scoring.Outcome;
import hengke.capability.score.Scoring.Rule;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.explaining.Account;
import hengke.kernel.explaining.Explainer;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How a score and the level come about: each rule that fits with its points, what groups are capped at, the threshold
 * reached and what is missing to the next. A rule that looks at what the asker may not see is not named.
 */
@Component
final class ScoreExplainer implements Explainer {
    private static final int MOST_CHANCES = 5;

    private final Scales scales;
    private final Access access;
    private final LiveOrganisation organisation;
    private final Clock clock;

    ScoreExplainer(Scales scales, Access access, LiveOrganisation organisation, Clock clock) {
        this.scales = scales;
        this.access = access;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public boolean explains(ObjectDefinition object, Field<?> field) {
        return object.has(Scored.class)
                && (field.equals(Scored.SCORE) || field.equals(Scales.level(object)))
                && scales.inForce(object)
                        .filter(scoring -> field.equals(Scored.SCORE) || scoring.ranks())
                        .isPresent();
    }

    @Override
    public Account account(Question question) {
        ObjectDefinition object = question.object();
        Optional<Scale> scale = scales.of(object);
        if (scale.isEmpty()) {
            return new Account(Message.of("score.stands"), List.of(), null);
        }
        long id = question.record().id();
        Record judged = judged(question.database(), scale.get(), id);
        BitSet fits = scale.get().fits(judged);
        BitSet seen = seen(question, scale.get(), fits, id);
        Scoring scoring = scale.get().scoring();
        Outcome outcome = scale.get().outcome(judged);
        List<Account.Line> lines = new ArrayList<>(counted(object, scoring, outcome, seen));
        lines.addAll(chances(object, scoring, outcome, fits, seen));
        return new Account(summary(object, question.record(), outcome), lines, clock.instant());
    }

    private static Record judged(DSLContext database, Scale scale, long id) {
        return database.select().from(scale.judged(row -> row.id().eq(id))).fetchSingle();
    }

    /** The rules by place that the asker may hear of: those that he finds as they are. */
    private BitSet seen(Question question, Scale scale, BitSet fits, long id) {
        ObjectDefinition object = scale.object();
        BitSet readable = new BitSet();
        List<Criterion> his = new ArrayList<>();
        for (Rule rule : scale.scoring().rules()) {
            Criterion criterion = resolved(question.actor(), object, rule);
            readable.set(his.size(), criterion != null);
            his.add(criterion == null ? Criterion.NEVER : criterion);
        }
        Scale asHeSees = new Scale(object, scale.scoring(), scale.level(), his, scale.ages());
        BitSet differing = asHeSees.fits(judged(question.database(), asHeSees, id));
        differing.xor(fits);
        readable.andNot(differing);
        return readable;
    }

    private @Nullable Criterion resolved(Actor actor, ObjectDefinition object, Rule rule) {
        try {
            return access.resolve(actor, object, rule.asked());
        } catch (Refusal hidden) {
            return null;
        }
    }

    private static List<Account.Line> counted(ObjectDefinition object, Scoring scoring, Outcome outcome, BitSet seen) {
        List<Account.Line> lines = new ArrayList<>();
        int told = 0;
        boolean hides = false;
        for (Fit fit : outcome.fitting()) {
            if (seen.get(scoring.rules().indexOf(fit.rule()))) {
                lines.add(line(object, fit));
                told += fit.points();
            } else {
                hides = true;
            }
        }
        for (Capped capped : outcome.capped()) {
            boolean whole = outcome.fitting().stream()
                    .map(Fit::rule)
                    .filter(rule -> capped.group().name().equals(rule.group()))
                    .allMatch(rule -> seen.get(scoring.rules().indexOf(rule)));
            if (whole && capped.cut()) {
                int cut = capped.counts() - capped.sum();
                lines.add(new Account.Line(
                        Message.of("score.capped", capped.group().name()),
                        Message.of("score.cappedAt", capped.group().cap(), capped.sum()),
                        BigDecimal.valueOf(cut),
                        null));
                told += cut;
            }
        }
        if (hides || told != outcome.score()) {
            lines.add(new Account.Line(
                    Message.of("score.other"), null, BigDecimal.valueOf((long) outcome.score() - told), null));
        }
        return lines;
    }

    /** What would still help: rules that do not fit yet and would give points. */
    private static List<Account.Line> chances(
            ObjectDefinition object, Scoring scoring, Outcome outcome, BitSet fits, BitSet seen) {
        Band next = outcome.next();
        if (next == null) {
            return List.of();
        }
        List<Account.Line> lines = new ArrayList<>();
        lines.add(new Account.Line(
                Message.of("score.missing", level(object, next.level()), next.from() - outcome.score()),
                null,
                null,
                null));
        for (int place = 0; place < scoring.rules().size() && lines.size() <= MOST_CHANCES; place++) {
            Rule rule = scoring.rules().get(place);
            if (!fits.get(place) && seen.get(place) && rule.points() > 0) {
                lines.add(new Account.Line(
                        Message.of("score.chance", rule.name()),
                        Message.of("score.would", rule.points()),
                        null,
                        records(object, rule)));
            }
        }
        return lines;
    }

    private static Account.Line line(ObjectDefinition object, Fit fit) {
        Rule rule = fit.rule();
        return new Account.Line(
                Message.of("score.rule", rule.name()),
                detail(fit),
                BigDecimal.valueOf(fit.points()),
                records(object, rule));
    }

    /** What it was at first, and within which cap it counts. */
    private static @Nullable Message detail(Fit fit) {
        Rule rule = fit.rule();
        Decay decay = rule.decay();
        if (decay == null || !fit.decayed()) {
            return rule.group() == null ? null : Message.of("score.inGroup", rule.group());
        }
        return rule.group() == null
                ? Message.of("score.decayed", rule.points(), decay.halfLife())
                : Message.of("score.decayedInGroup", rule.points(), decay.halfLife(), rule.group());
    }

    private static Account.Records records(ObjectDefinition object, Rule rule) {
        return new Account.Records(object.name(), rule.asked());
    }

    private Message summary(ObjectDefinition object, Row record, Outcome outcome) {
        Message reached = outcome.band() == null
                ? Message.of("score.total", outcome.score())
                : Message.of(
                        "score.reached",
                        outcome.score(),
                        level(object, outcome.band().level()),
                        outcome.band().from());
        if (!Scored.By.HAND.equals(record.get(Scored.LEVEL_BY))) {
            return reached;
        }
        String given = record.get(Scales.level(object));
        Long by = record.get(Scored.LEVEL_SET_BY);
        Instant at = record.get(Scored.LEVEL_SET_AT);
        Object level = given == null ? "" : level(object, given);
        return by == null || at == null
                ? Message.of("score.byHandBefore", level, reached)
                : Message.of("score.byHand", level, name(by), day(at), reached);
    }

    private String name(long person) {
        return organisation.get().person(person).map(found -> found.name()).orElse("");
    }

    private String day(Instant at) {
        return LocalDate.ofInstant(at, organisation.get().company().timeZone()).toString();
    }

    private static Label level(ObjectDefinition object, String level) {
        return Scales.levels(object).stream()
                .filter(option -> option.value().equals(level))
                .map(Option::label)
                .findFirst()
                .orElseGet(() -> new Label(level, level));
    }
}
