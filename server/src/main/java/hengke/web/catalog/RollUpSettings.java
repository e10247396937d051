package hengke.web.catalog;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Computation;
import hengke.kernel.metadata.Computation.RollUp;
import hengke.kernel.metadata.Computation.Summing;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SummedUp;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.RollUpFilters;
import hengke.web.Body;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a roll-up sums up: which records, which of their fields, and how. */
@Component
@Order(51)
final class RollUpSettings implements FieldSettings {
    private static final String KIND = "rollup";
    private static final BigDecimal WIDE = new BigDecimal("1e18");
    private static final int USUAL_SCALE = 2;

    private final RollUpFilters filters;

    RollUpSettings(RollUpFilters filters) {
        this.filters = filters;
    }

    @Override
    public List<String> kinds() {
        return List.of(KIND);
    }

    /** The kind of value follows from what is summed up; once there is a column it stays. */
    @Override
    public FieldType<?> read(
            Catalog catalog, ObjectDefinition object, String kind, Body body, @Nullable FieldType<?> present) {
        FieldType<?> type = present == null ? summed(catalog, body) : present;
        if (!body.kept("result", Texts.NAME, type.kind()).equals(type.kind())) {
            body.refuse("result", Message.of("formula.rollUpGives", type.kind()));
        }
        return type;
    }

    private static FieldType<?> summed(Catalog catalog, Body body) {
        Summing how = summing(body, Summing.COUNT);
        return catalog.find(text(body, "child"))
                .flatMap(child -> child.field(text(body, "field")))
                .<FieldType<?>>map(field -> type(how, field.type()))
                .orElse(new IntegerType(0, WIDE.longValue()));
    }

    private static FieldType<?> type(Summing how, FieldType<?> summed) {
        return switch (summed) {
            case MoneyType money -> money;
            case DateType day -> day;
            case DateTimeType moment -> moment;
            case DecimalType decimal ->
                new DecimalType(
                        decimal.form() == DecimalType.Form.PERCENT ? decimal.form() : DecimalType.Form.DECIMAL,
                        how == Summing.AVERAGE ? Math.max(USUAL_SCALE, decimal.scale()) : decimal.scale(),
                        WIDE.negate(),
                        WIDE);
            case IntegerType _ when how != Summing.AVERAGE -> new IntegerType(-WIDE.longValue(), WIDE.longValue());
            default -> new DecimalType(DecimalType.Form.DECIMAL, USUAL_SCALE, WIDE.negate(), WIDE);
        };
    }

    @Override
    public @Nullable Computation computation(
            Catalog catalog, ObjectDefinition object, Body body, @Nullable Field<?> present) {
        RollUp before = present == null ? null : (RollUp) present.computation();
        Summing how = summing(body, before == null ? Summing.COUNT : before.how());
        String child = body.mentions("child") || before == null ? text(body, "child") : before.child();
        String reference = body.mentions("reference") || before == null ? text(body, "reference") : before.reference();
        String field = body.mentions("field") || before == null
                ? body.optional("field", Texts.NAME).orElse(null)
                : before.field();
        JsonNode filter =
                body.mentions("filter") || before == null ? body.given("filter").orElse(null) : before.filter();
        RollUp rollUp = new RollUp(child, reference, how, how == Summing.COUNT ? null : field, filter);
        check(catalog, object, body, rollUp);
        return rollUp;
    }

    private void check(Catalog catalog, ObjectDefinition object, Body body, RollUp rollUp) {
        Optional<ObjectDefinition> child = catalog.find(rollUp.child());
        boolean points = catalog.children(object).stream()
                .anyMatch(each -> each.object().name().equals(rollUp.child())
                        && each.reference().name().equals(rollUp.reference()));
        if (child.isEmpty() || !points) {
            body.refuse("child", Message.of("formula.notBelow", object.label()));
            return;
        }
        boolean summable = rollUp.field() == null
                ? rollUp.how() == Summing.COUNT
                : child.get().field(rollUp.field()).filter(SummedUp::mayUse).isPresent();
        if (!summable) {
            body.refuse("field", Message.of("formula.notSummable"));
        }
        if (rollUp.filter() != null) {
            checkFilter(catalog, body, child.get(), rollUp.filter());
        }
    }

    private void checkFilter(Catalog catalog, Body body, ObjectDefinition child, JsonNode filter) {
        if (!SummedUp.mayFilter(child, filter)) {
            body.refuse("filter", Message.of("formula.filterOwn", child.label()));
            return;
        }
        try {
            filters.read(catalog, child, filter);
        } catch (Refusal refusal) {
            body.refuse("filter", refusal.reason());
        }
    }

    private static Summing summing(Body body, Summing present) {
        String wire = body.kept(KIND, Texts.NAME, present.wire());
        Optional<Summing> how = Summing.of(wire);
        if (how.isEmpty()) {
            String known = Arrays.stream(Summing.values()).map(Summing::wire).collect(Collectors.joining(", "));
            body.refuse(KIND, Message.of("value.option", known));
        }
        return how.orElse(present);
    }

    private static String text(Body body, String key) {
        return body.optional(key, Texts.NAME).orElse("");
    }

    @Override
    public void write(Catalog catalog, ObjectDefinition object, Field<?> field, ObjectNode into) {
        if (field.computation() instanceof RollUp rollUp) {
            into.put("result", field.type().kind())
                    .put(KIND, rollUp.how().wire())
                    .put("child", rollUp.child())
                    .put("reference", rollUp.reference())
                    .put("field", rollUp.field())
                    .set("filter", rollUp.filter());
        }
    }

    @Override
    public void write(FieldType<?> type, ObjectNode into) {
        // the computation says it all
    }
}
