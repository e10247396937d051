package hengke.kernel.configuration;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Overlay;
import hengke.kernel.metadata.RetiredField;
import hengke.kernel.text.Pinyin;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of own fields: {@code c_} and lower case letters, digits and underscores, because they are columns too. */
public final class FieldName {
    private static final Pattern FORM = Pattern.compile("c_[a-z][a-z0-9_]{0,39}");
    private static final int LONGEST = 30;

    private FieldName() {}

    static boolean fits(String name) {
        return FORM.matcher(name).matches();
    }

    /** A stated name as it is kept: {@code renewalRate} and {@code c_renewal_rate} are the same. */
    public static String of(String stated) {
        String snake = stated.strip()
                .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .replace('-', '_');
        return snake.startsWith(Overlay.OWN) ? snake : Overlay.OWN + snake;
    }

    /** A name made of the label, for a field whose author states none; no other field's, past ones included. */
    public static String madeOf(Label label, ObjectDefinition object, Overlay overlay) {
        Set<String> taken = new HashSet<>();
        object.fields().stream().map(Field::name).forEach(taken::add);
        overlay.retired().stream()
                .filter(retired -> retired.object().equals(object.name()))
                .map(RetiredField::field)
                .map(Field::name)
                .forEach(taken::add);
        String stem = Overlay.OWN + stem(label);
        String name = stem;
        for (int number = 2; taken.contains(name); number++) {
            name = stem + "_" + number;
        }
        return name;
    }

    private static String stem(Label label) {
        String words = label.english().isBlank() ? Pinyin.of(label.chinese()).full() : label.english();
        String plain =
                words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_").replaceAll("^[0-9_]+|_+$", "");
        String cut = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("_+$", "");
        return cut.isEmpty() ? "field" : cut;
    }
}
