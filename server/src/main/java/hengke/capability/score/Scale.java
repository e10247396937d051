package hengke.capability.score;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;

import hengke.capability.score.Scoring.Band;
import hengke.capability.score.Scoring.Fit;
import hengke.capability.score.Scoring.Group;
import hengke.capability.score.Scoring.Outcome;
import hengke.capability.score.Scoring.Rule;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import hengke.kernel.query.DaysSince;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Rules of scoring that make sense at this moment, as one expression over the record's own row: from it the save, the
 * nightly run and the preview all take what a record's score and level should be.
 *
 * @param level the field that holds the level
 * @param criteria what each rule asks for, in their order
 * @param ages by the place of each rule whose points decay, how long ago it was what it counts
 */
record Scale(
        ObjectDefinition object,
        Scoring scoring,
        Field<String> level,
        List<Criterion> criteria,
        Map<Integer, DaysSince> ages) {
    private static final String ROWS = "p";
    private static final String SCORED = "s";
    private static final String JUDGED = "d";

    Scale {
        criteria = List.copyOf(criteria);
        ages = Map.copyOf(ages);
    }

    /** A record as it is and as it should be. */
    static final class Judged {
        static final org.jooq.Field<Long> ID = field(name(JUDGED, "id"), SQLDataType.BIGINT);
        static final org.jooq.Field<Long> HAD = field(name(JUDGED, "had"), SQLDataType.BIGINT);
        static final org.jooq.Field<Long> SCORE = field(name(JUDGED, "score"), SQLDataType.BIGINT);
        static final org.jooq.Field<String> WAS = field(name(JUDGED, "was"), SQLDataType.CLOB);
        static final org.jooq.Field<String> WAS_BY = field(name(JUDGED, "was_by"), SQLDataType.CLOB);
        static final org.jooq.Field<String> LEVEL = field(name(JUDGED, "level"), SQLDataType.CLOB);
        static final org.jooq.Field<String> BY = field(name(JUDGED, "by"), SQLDataType.CLOB);
        static final org.jooq.Field<Long> VERSION = field(name(JUDGED, "version"), SQLDataType.BIGINT);
        /** The level changes, or who says it. */
        static final Condition MOVES = WAS.isDistinctFrom(LEVEL).or(WAS_BY.isDistinctFrom(BY));

        static final Condition DIFFERS = MOVES.or(HAD.isDistinctFrom(SCORE));

        private Judged() {}
    }

    /** The records that meet a condition, with what {@link Judged} says of them. */
    Table<?> judged(Function<Alias, Condition> which) {
        org.jooq.Field<String> was = field(name(SCORED, "was"), SQLDataType.CLOB);
        org.jooq.Field<String> wasBy = field(name(SCORED, "was_by"), SQLDataType.CLOB);
        org.jooq.Field<Long> score = field(name(SCORED, "score"), SQLDataType.BIGINT);
        List<SelectField<?>> columns = new ArrayList<>();
        columns.add(field(name(SCORED, "id"), SQLDataType.BIGINT));
        columns.add(field(name(SCORED, "had"), SQLDataType.BIGINT));
        columns.add(score);
        columns.add(was);
        columns.add(wasBy);
        columns.add(field(name(SCORED, "version"), SQLDataType.BIGINT));
        Condition byHand = wasBy.eq(Scored.By.HAND);
        if (scoring.keepsEarlier()) {
            byHand = byHand.or(wasBy.isNull().and(was.isNotNull()));
        }
        if (scoring.ranks()) {
            columns.add(DSL.when(byHand, was).otherwise(reached(score)).as("level"));
            columns.add(DSL.when(byHand, inline(Scored.By.HAND))
                    .otherwise(inline(Scored.By.RULE))
                    .as("by"));
        } else {
            columns.add(was.as("level"));
            columns.add(wasBy.as("by"));
        }
        places().forEach(place -> columns.add(fits(SCORED, place)));
        ages.keySet().forEach(place -> columns.add(points(SCORED, place)));
        return DSL.select(columns).from(scored(which)).asTable(JUDGED);
    }

    /** Without the fences the planner would write every condition out wherever its points are used. */
    private Table<?> scored(Function<Alias, Condition> which) {
        return DSL.select(DSL.table(name(ROWS)).asterisk(), score().as("score"))
                .from(rows(which))
                .offset(inline(0))
                .asTable(SCORED);
    }

    private Table<?> rows(Function<Alias, Condition> which) {
        Alias row = Alias.of(object);
        List<SelectField<?>> columns = new ArrayList<>();
        columns.add(row.id().as("id"));
        columns.add(row.column(Scored.SCORE).as("had"));
        columns.add(row.column(level).as("was"));
        columns.add(row.column(Scored.LEVEL_BY).as("was_by"));
        columns.add(row.column(SystemFields.VERSION).as("version"));
        places().forEach(place -> columns.add(DSL.condition("({0}) is true", CriterionSql.of(criteria.get(place), row))
                .as(place(place))));
        ages.forEach((place, age) ->
                columns.add(left(scoring.rules().get(place), age.in(row)).as(left(place))));
        Select<?> rows =
                DSL.select(columns).from(row.table()).where(which.apply(row)).offset(inline(0));
        return rows.asTable(ROWS);
    }

    /** What is left of the points of a rule after so many days; before the day they are whole. */
    private static org.jooq.Field<Long> left(Rule rule, org.jooq.Field<Long> days) {
        return DSL.field(
                "cast(round(cast({0} * power(0.5, greatest({1}, 0) / {2}) as numeric)) as bigint)",
                SQLDataType.BIGINT,
                inline((double) rule.points()),
                days,
                inline(rule.decay() == null ? 1.0 : (double) rule.decay().halfLife()));
    }

    private org.jooq.Field<Long> score() {
        org.jooq.Field<Long> score = sum(scoring.rules().stream()
                .filter(rule -> scoring.group(rule.group()).isEmpty())
                .toList());
        for (Group group : scoring.groups()) {
            List<Rule> its = scoring.rules().stream()
                    .filter(rule -> group.name().equals(rule.group()))
                    .toList();
            if (!its.isEmpty()) {
                score = score.plus(
                        DSL.greatest(inline((long) -group.cap()), DSL.least(inline((long) group.cap()), sum(its))));
            }
        }
        return score;
    }

    private org.jooq.Field<Long> sum(List<Rule> rules) {
        org.jooq.Field<Long> sum = inline(0L);
        for (Rule rule : rules) {
            int place = scoring.rules().indexOf(rule);
            sum = sum.plus(DSL.when(
                            DSL.condition(fits(ROWS, place)),
                            ages.containsKey(place) ? points(ROWS, place) : inline((long) rule.points()))
                    .otherwise(inline(0L)));
        }
        return sum;
    }

    private org.jooq.Field<String> reached(org.jooq.Field<Long> score) {
        CaseConditionStep<String> level = null;
        for (Band band : scoring.bands()) {
            Condition reached = score.ge((long) band.from());
            level = level == null ? DSL.when(reached, inline(band.level())) : level.when(reached, inline(band.level()));
        }
        return level == null ? DSL.castNull(SQLDataType.CLOB) : level;
    }

    private List<Integer> places() {
        return IntStream.range(0, criteria.size()).boxed().toList();
    }

    private static String place(int place) {
        return "f" + place;
    }

    private static org.jooq.Field<Boolean> fits(String table, int place) {
        return field(name(table, place(place)), SQLDataType.BOOLEAN);
    }

    private static String left(int place) {
        return "p" + place;
    }

    private static org.jooq.Field<Long> points(String table, int place) {
        return field(name(table, left(place)), SQLDataType.BIGINT);
    }

    /** What the rules make of a judged record. */
    Outcome outcome(Record judged) {
        return scoring.of(fits(judged).stream()
                .mapToObj(place -> new Fit(
                        scoring.rules().get(place),
                        ages.containsKey(place)
                                ? judged.get(left(place), Integer.class)
                                : scoring.rules().get(place).points()))
                .toList());
    }

    /** The rules a judged record meets. */
    BitSet fits(Record judged) {
        BitSet fits = new BitSet();
        places().forEach(place -> fits.set(place, Boolean.TRUE.equals(judged.get(place(place)))));
        return fits;
    }
}
