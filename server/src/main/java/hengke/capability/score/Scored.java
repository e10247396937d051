package hengke.capability.score;

import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Option;
import java.time.Instant;
import java.util.List;

/**
 * Rules give the record points, and the points a level; a level that somebody has set by hand stays until it is given
 * back to the rules. Without rules everything is by hand.
 *
 * @param level the choice that says how much the record is worth
 */
public record Scored(Field<String> level) implements Capability {
    private static final Label RATING = new Label("评级", "Rating");
    private static final int FAR = 1_000_000;

    public static final Field<Long> SCORE = Field.of("score", new IntegerType(-FAR, FAR), "评分", "Score")
            .help("按评分规则自动计算", "Reckoned by the rules of scoring")
            .in(RATING)
            .following()
            .indexed();

    /** Who says the level: nobody yet, the rules, or somebody. */
    public static final Field<String> LEVEL_BY = Field.of(
                    "levelBy",
                    new ChoiceType(List.of(
                            Option.of(By.RULE, "规则评定", "By rule").color("blue"),
                            Option.of(By.HAND, "人工指定", "By hand").color("orange"))),
                    "评级方式",
                    "Level given")
            .in(RATING)
            .derived()
            .indexed()
            .headline();

    public static final Field<Long> LEVEL_SET_BY = Field.of(
                    "levelSetBy", new IdType(new IdType.User()), "等级指定人", "Level set by")
            .derived();
    public static final Field<Instant> LEVEL_SET_AT =
            Field.of("levelSetAt", new DateTimeType(), "等级指定时间", "Level set at").derived();

    /** The values of {@link #LEVEL_BY}. */
    public static final class By {
        public static final String RULE = "rule";
        public static final String HAND = "hand";

        private By() {}
    }

    @Override
    public String name() {
        return "scored";
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(SCORE, LEVEL_BY, LEVEL_SET_BY, LEVEL_SET_AT);
    }
}
