package hengke.kernel.settings;

import hengke.kernel.metadata.Label;
import hengke.kernel.problem.Refusal.FieldError;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Settings that belong together. The package that uses them offers the group as a bean.
 *
 * @param position where it stands among the groups
 * @param check what must hold between them
 */
public record SettingGroup(
        String name,
        int position,
        Label label,
        @Nullable Label help,
        List<Setting<?>> settings,
        Function<SettingValues, List<FieldError>> check) {

    public SettingGroup {
        settings = List.copyOf(settings);
        for (Setting<?> setting : settings) {
            if (!setting.name().startsWith(name + ".")) {
                throw new IllegalArgumentException(setting.name() + " does not belong to " + name);
            }
        }
    }

    public static SettingGroup of(String name, int position, String chinese, String english, Setting<?>... settings) {
        return new SettingGroup(name, position, new Label(chinese, english), null, List.of(settings), _ -> List.of());
    }

    public SettingGroup help(String chinese, String english) {
        return new SettingGroup(name, position, label, new Label(chinese, english), settings, check);
    }

    public SettingGroup checked(Function<SettingValues, List<FieldError>> other) {
        return new SettingGroup(name, position, label, help, settings, other);
    }
}
