package hengke.kernel.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Figures as numbers. */
final class Numbers {
    private static final int DIGITS_OF_A_SHARE = 8;

    private Numbers() {}

    /** A count or an amount; null for what is no number. */
    static @Nullable BigDecimal of(@Nullable Object value) {
        return switch (value) {
            case Long whole -> BigDecimal.valueOf(whole);
            case BigDecimal decimal -> decimal;
            case null, default -> null;
        };
    }

    /** One as a share of another; null where there is none. */
    static @Nullable BigDecimal share(@Nullable Object part, @Nullable Object whole) {
        BigDecimal one = of(part);
        BigDecimal other = of(whole);
        return one == null || other == null || other.signum() == 0
                ? null
                : one.divide(other, DIGITS_OF_A_SHARE, RoundingMode.HALF_UP);
    }

    /** How much more one is than another; what is absent counts as nought. */
    static @Nullable BigDecimal difference(@Nullable Object one, @Nullable Object other) {
        BigDecimal from = of(other);
        BigDecimal to = of(one);
        return to == null && from == null
                ? null
                : Optional.ofNullable(to)
                        .orElse(BigDecimal.ZERO)
                        .subtract(Optional.ofNullable(from).orElse(BigDecimal.ZERO));
    }

    static int compare(@Nullable Object one, @Nullable Object other) {
        return switch (one) {
            case Comparable<?> left when other != null -> comparing(left, other);
            case null, default -> 0;
        };
    }

    @SuppressWarnings("unchecked") // values of one figure are of one type, but for counts that became shares
    private static int comparing(Comparable<?> left, Object right) {
        BigDecimal number = of(left);
        BigDecimal other = of(right);
        return number != null && other != null ? number.compareTo(other) : ((Comparable<Object>) left).compareTo(right);
    }
}
