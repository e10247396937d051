package hengke.kernel.settings;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every setting there is, in the order in which a person reads them. */
public final class SettingDefinitions {
    private final List<SettingGroup> lasting;
    private final List<SettingSource> sources;

    /** @param sources of what changes with the catalog */
    public SettingDefinitions(List<SettingGroup> lasting, List<SettingSource> sources) {
        this.lasting = List.copyOf(lasting);
        this.sources = List.copyOf(sources);
        Set<String> seen = new HashSet<>();
        settings().forEach(setting -> {
            if (!seen.add(setting.name())) {
                throw new IllegalStateException("two settings are called " + setting.name());
            }
        });
    }

    public List<SettingGroup> groups() {
        return Stream.concat(lasting.stream(), sources.stream().map(SettingSource::group))
                .sorted(comparingInt(SettingGroup::position))
                .toList();
    }

    public Set<String> names() {
        return settings().map(Setting::name).collect(toSet());
    }

    public Optional<Setting<?>> find(String name) {
        return settings().filter(setting -> setting.name().equals(name)).findFirst();
    }

    private Stream<Setting<?>> settings() {
        return groups().stream().flatMap(group -> group.settings().stream());
    }
}
