package hengke.kernel.access;

import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a role says about fields, found by name: a request asks for the right on hundreds of fields, and of a role that
 * says something about each of them the rules cannot be gone through every time.
 */
public final class FieldRules extends AbstractList<FieldRule> {
    private final List<FieldRule> all;
    private final Map<String, Map<String, FieldRule>> byName = new HashMap<>();

    FieldRules(List<FieldRule> rules) {
        this.all = List.copyOf(rules);
        all.forEach(rule ->
                byName.computeIfAbsent(rule.object(), _ -> new HashMap<>()).putIfAbsent(rule.field(), rule));
    }

    Optional<FieldRule> on(String object, String field) {
        return Optional.ofNullable(byName.getOrDefault(object, Map.of()).get(field));
    }

    @Override
    public FieldRule get(int index) {
        return all.get(index);
    }

    @Override
    public int size() {
        return all.size();
    }
}
