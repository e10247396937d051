package hengke.kernel.configuration;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.ValueRule;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold of the field rules that an administrator wishes. */
final class RulesCheck {
    private static final int MOST = 200;

    private final Catalog catalog;
    private final ObjectDefinition object;
    private final List<FieldError> errors = new ArrayList<>();

    RulesCheck(Catalog catalog, ObjectDefinition object) {
        this.catalog = catalog;
        this.object = object;
    }

    List<FieldError> errors(List<ValueRule> rules) {
        if (rules.size() > MOST) {
            refuse("rules", Message.of("catalog.tooManyRules", MOST));
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            String at = "rules[" + i + "].";
            ValueRule rule = rules.get(i);
            String name = rule.name().chinese();
            if (name.isBlank()) {
                refuse(at + "name", Message.of("catalog.noRuleName"));
            } else if (!names.add(name)) {
                refuse(at + "name", Message.of("catalog.ruleNameTaken", name));
            }
            if (rule.when() == null && rule.effect().presentational()) {
                refuse(at + "when", Message.of("catalog.ruleWithoutCondition"));
            }
            errors.addAll(ConditionCheck.errors(catalog, object, rule.when(), at + "when"));
            if (rule.fields().isEmpty()) {
                refuse(at + "fields", Message.of("catalog.noRuleFields"));
            }
            for (int j = 0; j < rule.fields().size(); j++) {
                check(rule, rule.fields().get(j), at + "fields[" + j + "]");
            }
        }
        return List.copyOf(errors);
    }

    private void check(ValueRule rule, String name, String at) {
        Field<?> field = object.field(name).orElse(null);
        boolean typed = field != null
                && !field.traits().is(Trait.SYSTEM)
                && (rule.effect().presentational() || !field.traits().is(Trait.DERIVED));
        if (field == null || !typed) {
            refuse(at, Message.of("catalog.ruleField", name));
        } else if (rule.effect().presentational()) {
            if (neededByTheProduct(field)) {
                refuse(at, Message.of("catalog.ruleHidesNeeded", field.label()));
            }
            if (rule.asked().contains(name)) {
                refuse(at, Message.of("catalog.ruleOfItself", field.label()));
            }
        }
    }

    /** What the code itself requires is never absent; what a company requires may be, while it is hidden. */
    private boolean neededByTheProduct(Field<?> field) {
        return field.traits().is(Trait.TITLE)
                || catalog.base(object)
                        .field(field.name())
                        .filter(base -> base.traits().is(Trait.REQUIRED))
                        .isPresent();
    }

    private void refuse(String at, Message message) {
        errors.add(FieldError.of(at, message));
    }
}
