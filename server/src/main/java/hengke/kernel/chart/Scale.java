package hengke.kernel.chart;

import hengke.kernel.report.Figure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Where values stand between two ends, and the round numbers beside them. Nought is always among them. */
final class Scale {
    private static final int STEPS = 5;

    private final double least;
    private final double most;
    private final double step;

    private Scale(double least, double most, double step) {
        this.least = least;
        this.most = most;
        this.step = step;
    }

    static Scale of(double least, double most, Figure.Kind kind) {
        double low = Math.min(least, 0);
        double high = Math.max(most, 0);
        boolean whole = kind == Figure.Kind.COUNT;
        double step = Math.max(step((high - low) / STEPS, whole), whole ? 1 : 0);
        double bottom = Math.floor(low / step + 1e-9) * step;
        double top = Math.ceil(high / step - 1e-9) * step;
        return new Scale(bottom, top == bottom ? bottom + step : top, step);
    }

    /** The next of 1, 2, 2.5 and 5 with noughts behind or before; of whole numbers not 2.5. */
    private static double step(double rough, boolean whole) {
        if (!(rough > 0)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        for (double each : new double[] {1, 2, 2.5, 5}) {
            if (rough <= each * power * (1 + 1e-9) && !(whole && power <= 1 && each == 2.5)) {
                return each * power;
            }
        }
        return 10 * power;
    }

    /** From 0 at the least to 1 at the most. */
    double share(double value) {
        return (value - least) / (most - least);
    }

    List<BigDecimal> ticks() {
        List<BigDecimal> ticks = new ArrayList<>();
        for (int i = 0; i <= Math.round((most - least) / step); i++) {
            ticks.add(new BigDecimal(least + i * step).round(new MathContext(10)));
        }
        return ticks;
    }
}
