package hengke.kernel.settings;

import static java.util.Comparator.comparingInt;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every setting there is, in the order in which a person reads them. */
public final class SettingDefinitions {
    private final List<SettingGroup> groups;
    private final Map<String, Setting<?>> byName;

    public SettingDefinitions(List<SettingGroup> groups) {
        this.groups =
                groups.stream().sorted(comparingInt(SettingGroup::position)).toList();
        this.byName = this.groups.stream()
                .flatMap(group -> group.settings().stream())
                .collect(toMap(
                        Setting::name,
                        identity(),
                        (one, _) -> {
                            throw new IllegalStateException("two settings are called " + one.name());
                        },
                        LinkedHashMap::new));
    }

    public List<SettingGroup> groups() {
        return groups;
    }

    public Set<String> names() {
        return byName.keySet();
    }

    public Optional<Setting<?>> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
