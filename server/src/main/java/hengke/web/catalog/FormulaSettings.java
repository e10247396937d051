package hengke.web.catalog;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Computation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.formula.Checked;
import hengke.kernel.metadata.formula.Checker;
import hengke.kernel.metadata.formula.Expression;
import hengke.kernel.metadata.formula.FormulaFault;
import hengke.kernel.metadata.formula.ValueKind;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.web.Body;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** The formula of a field, and what kind of value it gives. */
@Component
@Order(50)
final class FormulaSettings implements FieldSettings {
    private static final String KIND = "formula";
    private static final BigDecimal WIDE = new BigDecimal("1e18");
    private static final IntegerType SCALE = new IntegerType(0, 10);
    private static final int USUAL_SCALE = 2;
    private static final int LONGEST = 1_000;
    private static final TextualType SOURCE = new TextualType(TextualType.Form.LONG_TEXT, Checker.LONGEST_SOURCE);

    @Override
    public List<String> kinds() {
        return List.of(KIND);
    }

    @Override
    public FieldType<?> read(
            Catalog catalog, ObjectDefinition object, String kind, Body body, @Nullable FieldType<?> present) {
        Optional<ValueKind> gives = body.given(KIND)
                .map(source -> catalog.check(object, source.asString(""), null))
                .flatMap(checked -> Optional.ofNullable(checked.expression()))
                .map(Expression::kind);
        FieldType<?> usual =
                present != null && gives.filter(its -> !its.gives(present)).isEmpty()
                        ? present
                        : usual(gives.orElse(ValueKind.TEXT));
        int scale = usual instanceof DecimalType decimal ? decimal.scale() : USUAL_SCALE;
        int wished = Math.toIntExact(body.kept("scale", SCALE, (long) scale));
        FieldType<?> type =
                type(body.kept("result", Texts.NAME, usual.kind()), wished).orElse(usual);
        if (gives.filter(its -> !its.gives(type)).isPresent()) {
            body.refuse("result", Message.of("formula.givesOther", gives.get().label()));
        }
        return type;
    }

    /** What a formula of this kind gives unless something else is asked for. */
    static FieldType<?> usual(ValueKind kind) {
        return switch (kind) {
            case NUMBER -> decimal(DecimalType.Form.DECIMAL, USUAL_SCALE);
            case DATE -> new DateType();
            case MOMENT -> new DateTimeType();
            case FLAG -> new BooleanType();
            case TEXT, CODE, NOTHING -> new TextualType(TextualType.Form.TEXT, LONGEST);
        };
    }

    private static Optional<FieldType<?>> type(String kind, int scale) {
        return Optional.ofNullable(
                switch (kind) {
                    case "decimal" -> decimal(DecimalType.Form.DECIMAL, scale);
                    case "percent" -> decimal(DecimalType.Form.PERCENT, scale);
                    case "integer" -> new IntegerType(-WIDE.longValue(), WIDE.longValue());
                    case "text" -> new TextualType(TextualType.Form.TEXT, LONGEST);
                    case "date" -> new DateType();
                    case "dateTime" -> new DateTimeType();
                    case "boolean" -> new BooleanType();
                    default -> null;
                });
    }

    private static DecimalType decimal(DecimalType.Form form, int scale) {
        return new DecimalType(form, scale, WIDE.negate(), WIDE);
    }

    @Override
    public @Nullable Computation computation(
            Catalog catalog, ObjectDefinition object, Body body, @Nullable Field<?> present) {
        if (present != null && !body.mentions(KIND)) {
            return present.computation();
        }
        String source = body.required(KIND, SOURCE).orElse("");
        Checked checked = catalog.check(object, source, present);
        checked.faults().stream()
                .findFirst()
                .filter(_ -> !source.isEmpty())
                .ifPresent(fault -> body.refuse(KIND, at(fault)));
        return new Computation.Formula(checked.stored());
    }

    private static Message at(FormulaFault fault) {
        return Message.of("formula.at", fault.from() + 1, fault.message());
    }

    @Override
    public void write(Catalog catalog, ObjectDefinition object, Field<?> field, ObjectNode into) {
        if (field.computation() instanceof Computation.Formula(String source, var _)) {
            into.put("result", field.type().kind())
                    .put(KIND, catalog.check(object, source, null).shown());
        }
        write(field.type(), into);
    }

    @Override
    public void write(FieldType<?> type, ObjectNode into) {
        if (type instanceof DecimalType decimal) {
            into.put("scale", decimal.scale());
        }
    }
}
