package hengke.web.catalog;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.DecimalType.Form;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.problem.Message;
import hengke.web.Body;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Between which bounds a number lies, and how many digits it has after the point. */
@Component
@Order(20)
final class NumberSettings implements FieldSettings {
    /** What a browser counts exactly. */
    private static final long FAR = 9_007_199_254_740_991L;

    private static final BigDecimal WIDE = new BigDecimal("1e18");
    private static final IntegerType WHOLE = new IntegerType(-FAR, FAR);
    private static final IntegerType SCALE = new IntegerType(0, 10);

    @Override
    public List<String> kinds() {
        return List.of("integer", "decimal", "percent", "score");
    }

    @Override
    public FieldType<?> read(
            Catalog catalog, ObjectDefinition object, String kind, Body body, @Nullable FieldType<?> present) {
        return kind.equals("integer") ? whole(body, present) : decimal(body, initial(kind, present));
    }

    private static FieldType<?> whole(Body body, @Nullable FieldType<?> present) {
        IntegerType before = present instanceof IntegerType integer ? integer : WHOLE;
        long min = given(body, "min", WHOLE, before.min(), WHOLE.min());
        long max = given(body, "max", WHOLE, before.max(), WHOLE.max());
        if (min > max) {
            body.refuse("min", Message.of("catalog.range"));
        }
        return new IntegerType(min, max);
    }

    private static FieldType<?> decimal(Body body, DecimalType before) {
        int scale = Math.toIntExact(body.kept("scale", SCALE, (long) before.scale()));
        DecimalType bound =
                new DecimalType(Form.DECIMAL, SCALE.max() > scale ? scale : (int) SCALE.max(), WIDE.negate(), WIDE);
        BigDecimal min =
                given(body, "min", bound, before.min(), widest(before.form()).min());
        BigDecimal max =
                given(body, "max", bound, before.max(), widest(before.form()).max());
        if (min.compareTo(max) > 0) {
            body.refuse("min", Message.of("catalog.range"));
        }
        return new DecimalType(before.form(), scale, min, max);
    }

    /** A bound that is cleared is no bound. */
    private static <T> T given(Body body, String key, FieldType<T> type, T present, T none) {
        T changed = body.changed(key, type, present);
        return changed == null ? none : changed;
    }

    private static DecimalType initial(String kind, @Nullable FieldType<?> present) {
        if (present instanceof DecimalType decimal) {
            return decimal;
        }
        return widest(
                switch (kind) {
                    case "percent" -> Form.PERCENT;
                    case "score" -> Form.SCORE;
                    default -> Form.DECIMAL;
                });
    }

    private static DecimalType widest(Form form) {
        return switch (form) {
            case DECIMAL -> new DecimalType(form, 2, WIDE.negate(), WIDE);
            case PERCENT -> new DecimalType(form, 2, new BigDecimal(-1_000), new BigDecimal(1_000));
            case SCORE -> new DecimalType(form, 1, BigDecimal.ZERO, new BigDecimal(100));
        };
    }

    @Override
    public void write(FieldType<?> type, ObjectNode into) {
        if (type instanceof IntegerType(long min, long max)) {
            into.put("min", Long.toString(min)).put("max", Long.toString(max));
        } else if (type instanceof DecimalType decimal) {
            into.put("min", decimal.min().toPlainString())
                    .put("max", decimal.max().toPlainString())
                    .put("scale", decimal.scale());
        }
    }
}
