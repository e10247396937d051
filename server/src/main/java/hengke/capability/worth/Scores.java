package hengke.capability.worth;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Scores and segment as SQL over the figures of a customer, by cut points that are known: for one customer and for all
 * of them the same. Equal values have equal scores.
 */
final class Scores {
    private final Field<Integer> recency;
    private final Field<Integer> frequency;
    private final Field<Integer> monetary;
    private final Field<String> segment;

    private Scores(List<Field<Integer>> scores, List<Condition> high) {
        this.recency = scores.get(0);
        this.frequency = scores.get(1);
        this.monetary = scores.get(2);
        this.segment = segment(high);
    }

    /**
     * @param definition what counts as high
     * @param cuts where scores end; with none nobody has one
     */
    static Scores of(WorthDefinition definition, @Nullable Cuts cuts) {
        if (cuts == null || cuts.means().isEmpty()) {
            Field<Integer> none = DSL.castNull(SQLDataType.INTEGER);
            return new Scores(
                    List.of(none, none, none), List.of(DSL.noCondition(), DSL.noCondition(), DSL.noCondition()));
        }
        List<Field<Integer>> scores = List.of(
                score(Figures.DAYS, cuts.recency(), true),
                score(Figures.DEALS, cuts.frequency(), false),
                score(Figures.AMOUNT, cuts.monetary(), false));
        List<Condition> high = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            high.add(
                    definition.high() == null
                            ? scores.get(i)
                                    .cast(SQLDataType.NUMERIC)
                                    .gt(DSL.inline(cuts.means().get(i)))
                            : scores.get(i).ge(DSL.inline(definition.high())));
        }
        return new Scores(scores, high);
    }

    Field<Integer> recency() {
        return recency;
    }

    Field<Integer> frequency() {
        return frequency;
    }

    Field<Integer> monetary() {
        return monetary;
    }

    Field<String> segment() {
        return segment;
    }

    private static Field<Integer> score(Field<?> value, List<Optional<BigDecimal>> cuts, boolean fallingIsBetter) {
        Field<BigDecimal> number = value.cast(SQLDataType.NUMERIC);
        Field<Integer> score = DSL.inline(1);
        for (Optional<BigDecimal> cut : cuts) {
            if (cut.isPresent()) {
                Field<BigDecimal> at = DSL.inline(cut.get());
                Condition reached = fallingIsBetter ? number.le(at) : number.ge(at);
                score = score.plus(DSL.when(reached, DSL.inline(1)).otherwise(DSL.inline(0)));
            }
        }
        return DSL.when(Figures.DEALS.gt(0L), score);
    }

    private static Field<String> segment(List<Condition> high) {
        CaseConditionStep<String> segments =
                DSL.when(Figures.DEALS.isNull().or(Figures.DEALS.eq(0L)), DSL.castNull(SQLDataType.CLOB));
        for (Segment each : Segment.values()) {
            segments = segments.when(
                    DSL.and(
                            is(high.get(0), each.recent()),
                            is(high.get(1), each.frequent()),
                            is(high.get(2), each.large())),
                    DSL.inline(each.value()));
        }
        return segments.otherwise(DSL.castNull(SQLDataType.CLOB));
    }

    private static Condition is(Condition high, boolean wanted) {
        return wanted ? high : DSL.not(high);
    }
}
