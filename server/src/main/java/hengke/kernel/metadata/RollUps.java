package hengke.kernel.metadata;

import hengke.kernel.metadata.Catalog.Fault;
import hengke.kernel.metadata.Computation.Formula;
import hengke.kernel.metadata.Computation.RollUp;
import hengke.kernel.metadata.Computation.Summing;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.formula.Expression;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.MoneyType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The roll-ups of a catalog, by the object whose records they sum up. */
final class RollUps {
    /** What a record has from the beginning and keeps. */
    private static final Set<Field<?>> LASTING = Set.of(SystemFields.CREATED_AT, SystemFields.CREATED_BY);

    private final Map<String, ObjectDefinition> objects;
    private final List<Fault> faults;
    private final Map<String, List<SummedUp>> byChild = new LinkedHashMap<>();

    private RollUps(Map<String, ObjectDefinition> objects, List<Fault> faults) {
        this.objects = objects;
        this.faults = faults;
    }

    static Map<String, List<SummedUp>> of(Map<String, ObjectDefinition> objects, List<Fault> faults) {
        RollUps rollUps = new RollUps(objects, faults);
        objects.values()
                .forEach(parent -> parent.fields().stream()
                        .filter(field -> field.computation() instanceof RollUp)
                        .forEach(field -> rollUps.add(parent, field, (RollUp) field.computation())));
        return rollUps.byChild;
    }

    private void add(ObjectDefinition parent, Field<?> field, RollUp rollUp) {
        Optional<ObjectDefinition> child = Optional.ofNullable(objects.get(rollUp.child()));
        Optional<Field<?>> reference = child.flatMap(its -> its.field(rollUp.reference()))
                .filter(its -> ObjectDefinition.pointsAt(its, parent));
        if (child.isEmpty() || reference.isEmpty()) {
            fault(parent, field, rollUp.child() + "." + rollUp.reference() + " does not point here");
            return;
        }
        Field<?> summed = rollUp.field() == null
                ? null
                : child.get().field(rollUp.field()).orElse(null);
        if (rollUp.how() == Summing.COUNT ? rollUp.field() != null : summed == null || !lasting(summed)) {
            fault(parent, field, "sums up what is no field of " + rollUp.child() + "'s own values");
            return;
        }
        if (!gives(rollUp.how(), summed, field.type())) {
            fault(
                    parent,
                    field,
                    rollUp.how().wire() + " does not give a " + field.type().kind());
            return;
        }
        if (rollUp.filter() != null && !filterable(child.get(), rollUp.filter())) {
            fault(parent, field, "its filter may only ask for the own values of " + rollUp.child());
            return;
        }
        byChild.computeIfAbsent(rollUp.child(), _ -> new ArrayList<>())
                .add(new SummedUp(parent, field, rollUp, child.get(), reference.get(), summed));
    }

    /** Only what changes by a write of the child itself: no roll-up, no look at other records, no clock. */
    static boolean lasting(Field<?> field) {
        return switch (field.computation()) {
            case RollUp _ -> false;
            case Formula(String _, Expression expression) -> expression != null && expression.rowLocal();
            case null ->
                LASTING.contains(field)
                        || !field.traits().is(Trait.SYSTEM) && !field.traits().is(Trait.FOLLOWING);
        };
    }

    private static boolean gives(Summing how, @Nullable Field<?> summed, FieldType<?> type) {
        if (summed == null) {
            return type instanceof IntegerType;
        }
        FieldType<?> of = summed.type();
        boolean number = of instanceof IntegerType || of instanceof DecimalType;
        return switch (how) {
            case COUNT -> false;
            case SUM -> number && (type instanceof DecimalType || type.getClass() == of.getClass()) || money(of, type);
            case AVERAGE -> number && type instanceof DecimalType || money(of, type);
            case MIN, MAX ->
                number && (type instanceof DecimalType || type.getClass() == of.getClass())
                        || money(of, type)
                        || of instanceof DateType && type instanceof DateType
                        || of instanceof DateTimeType && type instanceof DateTimeType;
        };
    }

    private static boolean money(FieldType<?> of, FieldType<?> type) {
        return of instanceof MoneyType && (type instanceof MoneyType || type instanceof DecimalType);
    }

    /** No path, no child's child, no "this month" and no "me": those change without a write. */
    static boolean filterable(ObjectDefinition child, JsonNode filter) {
        return filter.findValues("exists").isEmpty()
                && filter.findValues("field").stream()
                        .allMatch(name -> child.field(name.asString(""))
                                .filter(RollUps::lasting)
                                .isPresent())
                && filter.findValues("op").stream()
                        .noneMatch(op -> op.asString("").equals(Operator.DURING.wire()))
                && filter.findValues("value").stream().noneMatch(RollUps::moves);
    }

    private static boolean moves(JsonNode value) {
        return value.isObject()
                || value.isString() && Set.of("me", "myTeam").contains(value.stringValue())
                || value.isArray() && value.valueStream().anyMatch(RollUps::moves);
    }

    private void fault(ObjectDefinition parent, Field<?> field, String message) {
        faults.add(new Fault(parent.name(), field.name(), message));
    }
}
