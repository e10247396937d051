package hengke.kernel.learning;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One number that a column gives, put in relation to the cases it was learnt from.
 *
 * @param level for words: the one it tells of
 * @param mean in the cases of the training
 * @param deviation there
 */
public record Feature(Column column, Part part, @Nullable String level, double mean, double deviation) {
    /** Which question about the column it answers. */
    public enum Part {
        /** How much? */
        VALUE,
        /** How many times as much? */
        RATIO,
        /** Is it this word? */
        LEVEL,
        /** Is it a word that is too rare to count for itself? */
        OTHER,
        /** Is nothing known? */
        MISSING;

        /** Does it apply or not, so that its mean is the share of cases to which it applies? */
        public boolean indicates() {
            return this != VALUE && this != RATIO;
        }
    }

    /** Further from the mean than this counts as this, so that one giant does not outweigh everything else. */
    private static final double FURTHEST = 4;

    /** How far a case is from the mean, in deviations. */
    double of(Map<String, Object> known) {
        double raw = raw(known.get(column.name()));
        double far = Double.isNaN(raw) ? 0 : (raw - mean) / deviation;
        return part.indicates() ? far : Math.clamp(far, -FURTHEST, FURTHEST);
    }

    /** A number as this part of it counts. */
    static double scaled(Part part, Number value) {
        double plain = value.doubleValue();
        return part == Part.RATIO ? Math.signum(plain) * Math.log1p(Math.abs(plain)) : plain;
    }

    /** The number itself; none where a number is unknown, which then counts as the mean. */
    private double raw(@Nullable Object value) {
        return switch (part) {
            case MISSING -> value == null ? 1 : 0;
            case LEVEL -> value != null && value.toString().equals(level) ? 1 : 0;
            case OTHER -> throw new IllegalStateException("only an encoding knows what is other");
            case VALUE, RATIO -> value instanceof Number number ? scaled(part, number) : Double.NaN;
        };
    }

    double indicator(boolean applies) {
        return ((applies ? 1 : 0) - mean) / deviation;
    }
}
