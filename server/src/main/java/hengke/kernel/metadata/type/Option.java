package hengke.kernel.metadata.type;

import hengke.kernel.metadata.Label;
import org.jspecify.annotations.Nullable;

/**
 * One value a choice offers.
 *
 * @param color a name of the interface's palette, e.g. {@code green}
 * @param parent the value above it in a tree
 * @param active false: kept on old records, not offered for new ones
 */
public record Option(
        String value,
        Label label,
        @Nullable String color,
        @Nullable String parent,
        boolean active) {

    public static Option of(String value, String chinese, String english) {
        return new Option(value, new Label(chinese, english), null, null, true);
    }

    public Option color(String name) {
        return new Option(value, label, name, parent, active);
    }

    public Option under(String parentValue) {
        return new Option(value, label, color, parentValue, active);
    }
}
