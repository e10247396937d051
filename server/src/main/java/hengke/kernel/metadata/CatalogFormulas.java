package hengke.kernel.metadata;

import hengke.kernel.metadata.Catalog.Fault;
import hengke.kernel.metadata.Computation.Formula;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.formula.Checked;
import hengke.kernel.metadata.formula.Checker;
import hengke.kernel.metadata.formula.Expression;
import hengke.kernel.metadata.formula.FormulaFault;
import hengke.kernel.metadata.formula.Known;
import hengke.kernel.metadata.formula.ValueKind;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.problem.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out what each formula field of a catalog means; formulas may use formulas, but none itself. */
final class CatalogFormulas implements Known {
    private static final Set<Trait> MEANINGLESS =
            Set.of(Trait.REQUIRED, Trait.UNIQUE, Trait.SEARCHED, Trait.TITLE, Trait.INDEXED, Trait.IDENTIFYING);

    private final Map<String, ObjectDefinition> objects;
    private final List<Fault> faults;
    private final Map<String, Optional<Expression>> found = new LinkedHashMap<>();
    private final Set<String> underway = new LinkedHashSet<>();

    private CatalogFormulas(Map<String, ObjectDefinition> objects, List<Fault> faults) {
        this.objects = objects;
        this.faults = faults;
    }

    /** The same objects, their formulas understood. */
    static Map<String, ObjectDefinition> understood(Map<String, ObjectDefinition> objects, List<Fault> faults) {
        CatalogFormulas formulas = new CatalogFormulas(objects, faults);
        Map<String, ObjectDefinition> understood = new LinkedHashMap<>();
        objects.forEach((name, object) -> understood.put(name, formulas.of(object)));
        return understood;
    }

    private ObjectDefinition of(ObjectDefinition object) {
        if (object.fields().stream().noneMatch(Field::isFormula)) {
            return object;
        }
        List<Field<?>> fields = new ArrayList<>();
        object.fields().forEach(field -> fields.add(understood(object, field)));
        return object.withFields(fields);
    }

    private <T> Field<T> understood(ObjectDefinition object, Field<T> field) {
        return field.computation() instanceof Formula(String source, var _)
                ? field.overlaid(
                        field.type(),
                        field.traits()
                                .withComputation(new Formula(
                                        source, formula(object, field).orElse(null))))
                : field;
    }

    @Override
    public Optional<ObjectDefinition> object(String name) {
        return Optional.ofNullable(objects.get(name));
    }

    @Override
    public Optional<Expression> formula(ObjectDefinition object, Field<?> field) {
        String key = object.name() + "." + field.name();
        if (!underway.add(key)) {
            return Optional.empty();
        }
        try {
            Optional<Expression> known = found.get(key);
            if (known == null) {
                known = check(object, field);
                found.put(key, known);
            }
            return known;
        } finally {
            underway.remove(key);
        }
    }

    private Optional<Expression> check(ObjectDefinition object, Field<?> field) {
        if (!(field.computation() instanceof Formula(String source, var _))) {
            return Optional.empty();
        }
        if (field.traits().traits().stream().anyMatch(MEANINGLESS::contains)
                || field.traits().defaultValue() != null) {
            fault(object, field, "a formula is neither title nor required, unique, searched, indexed or given");
        }
        Checked checked = Checker.check(source, object, this);
        checked.faults().forEach(fault -> fault(object, field, sentence(fault)));
        Expression expression = checked.expression();
        if (expression == null) {
            return Optional.empty();
        }
        if (!expression.kind().gives(field.type())) {
            fault(
                    object,
                    field,
                    "gives " + expression.kind().label().english() + ", not a "
                            + field.type().kind());
            return Optional.empty();
        }
        return Optional.of(new Expression.Result(field, expression, field.type(), kind(field.type())));
    }

    private void fault(ObjectDefinition object, Field<?> field, String message) {
        faults.add(new Fault(object.name(), field.name(), message));
    }

    private static String sentence(FormulaFault fault) {
        return "at " + (fault.from() + 1) + ": " + fault.message().in(Language.ENGLISH);
    }

    private static ValueKind kind(FieldType<?> type) {
        return switch (type) {
            case DecimalType _, IntegerType _ -> ValueKind.NUMBER;
            case DateType _ -> ValueKind.DATE;
            case DateTimeType _ -> ValueKind.MOMENT;
            case BooleanType _ -> ValueKind.FLAG;
            default -> ValueKind.TEXT;
        };
    }
}
