package hengke.kernel.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How the forms of an object look, and how they follow what is filled in.
 *
 * @param layouts in the order in which they are tried; the standard one, where the company has its own, for all others
 */
public record Forms(List<FormLayout> layouts, List<ValueRule> rules) {
    public static final Forms NONE = new Forms(List.of(), List.of());

    public Forms {
        layouts = List.copyOf(layouts);
        rules = List.copyOf(rules);
    }

    public Forms withLayouts(List<FormLayout> others) {
        return new Forms(others, rules);
    }

    public Forms withRules(List<ValueRule> others) {
        return new Forms(layouts, others);
    }

    /** The first layout made for one of these roles, else the standard one, else the definition's own. */
    public FormLayout layout(ObjectDefinition object, Set<Long> roles) {
        return layouts.stream()
                .filter(layout -> layout.isFor(roles))
                .findFirst()
                .or(this::standard)
                .orElseGet(() -> FormLayout.shipped(object));
    }

    private Optional<FormLayout> standard() {
        return layouts.stream().filter(FormLayout::standard).findFirst();
    }

    /** The names of the rules, and of the layouts whose sections come and go, that lose their meaning without a field. */
    public List<Label> speakingOf(String field) {
        List<Label> names = new ArrayList<>();
        rules.stream().filter(rule -> rule.speaksOf(field)).map(ValueRule::name).forEach(names::add);
        layouts.stream()
                .filter(layout -> layout.sections().stream()
                        .anyMatch(section -> asked(section.shownWhen()).contains(field)))
                .map(FormLayout::name)
                .forEach(names::add);
        return names;
    }

    /** The names that a condition asks about. */
    public static Set<String> asked(@Nullable JsonNode condition) {
        Set<String> names = new TreeSet<>();
        if (condition != null) {
            condition.findValues("field").forEach(name -> names.add(name.asString("")));
        }
        return names;
    }
}
