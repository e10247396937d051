package hengke.capability.prediction;

import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.Option;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How likely the record ends well is learnt from those that have ended.
 *
 * @param outcome the choice that says how it ended
 * @param positive its values that are what one hopes for
 * @param negative its values that are not; whatever has neither is still open
 * @param decidedAt when it ended, where a field says so; otherwise its history does
 * @param label what the probability is called
 * @param never fields that are filled in because of how it ended, or are themselves a guess of it
 */
public record Predicted(
        Field<String> outcome,
        Set<String> positive,
        Set<String> negative,
        @Nullable Field<Instant> decidedAt,
        Label label,
        Set<String> never)
        implements Capability {
    private static final Label SECTION = new Label("智能预测", "Prediction");
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    public static final Field<BigDecimal> PROBABILITY = Field.of(
                    "predictedProbability",
                    new DecimalType(DecimalType.Form.PERCENT, 1, BigDecimal.ZERO, HUNDRED),
                    "预测概率",
                    "Predicted probability")
            .help("从本公司已有结果的记录中学习得出，点开可看原因", "Learnt from your own records that have ended; opens to its reasons")
            .in(SECTION)
            .following()
            .indexed()
            .headline();

    /** From what the probability comes. */
    public static final Field<String> BY = Field.of(
                    "predictedBy",
                    new ChoiceType(List.of(
                            Option.of(By.MODEL, "模型", "Model").color("blue"),
                            Option.of(By.STAGES, "阶段经验", "Stage experience").color("gray"))),
                    "预测依据",
                    "Predicted by")
            .in(SECTION)
            .following();

    /** The values of {@link #BY}. */
    public static final class By {
        public static final String MODEL = "model";
        public static final String STAGES = "stages";

        private By() {}
    }

    public Predicted {
        positive = Set.copyOf(positive);
        negative = Set.copyOf(negative);
        never = Set.copyOf(never);
    }

    @Override
    public String name() {
        return "predicted";
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(PROBABILITY.label(label.chinese(), label.english()), BY);
    }

    static Predicted of(ObjectDefinition object) {
        return object.capability(Predicted.class).orElseThrow();
    }

    /** Neither well nor badly ended yet. */
    boolean open(Row row) {
        String value = row.get(outcome);
        return value == null || !positive.contains(value) && !negative.contains(value);
    }
}
