package hengke.kernel.paper;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A text with names in braces, for which values are put in; nothing in it is ever executed. */
final class MergeText {
    /** After a colon stands how the value is written. */
    private static final Pattern NAME =
            Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9_]*(?:\\.[a-zA-Z][a-zA-Z0-9_]*)?(?::[^{}:]{1,20})?)}");

    private MergeText() {}

    /** With the values in their places; what is unknown is left out. */
    static String filled(String text, Function<String, String> value) {
        return NAME.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))));
    }

    static boolean isName(String text) {
        return NAME.matcher("{" + text + "}").matches();
    }

    /** Does the layout speak of a value of what this reference points at? */
    static boolean asksFor(Layout layout, String reference) {
        return names(layout).anyMatch(name -> name.startsWith(reference + "."));
    }

    /** Every value a layout speaks of, but for those of its lines. */
    static Stream<String> names(Layout layout) {
        return Stream.concat(layout.blocks().stream().flatMap(MergeText::names), in(layout.foot()));
    }

    private static Stream<String> names(Layout.Block block) {
        return switch (block) {
            case Layout.Title(String text) -> in(text);
            case Layout.Facts(List<String> values) -> values.stream();
            case Layout.Lines _ -> Stream.of();
            case Layout.Sums(List<String> values, String words) -> Stream.concat(values.stream(), Stream.of(words));
            case Layout.Text(String heading, String text) -> Stream.concat(in(heading), in(text));
            case Layout.Rich(String html) -> in(html);
            case Layout.Clause(long _, long _, String _, String html) -> in(html);
            case Layout.PageBreak() -> Stream.of();
            case Layout.Word word -> word.values().stream();
            case Layout.Signatures(List<String> parties) -> parties.stream().flatMap(MergeText::in);
        };
    }

    static Stream<String> in(String text) {
        return NAME.matcher(text).results().map(found -> Merge.name(found.group(1)));
    }
}
