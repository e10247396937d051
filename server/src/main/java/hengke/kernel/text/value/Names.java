package hengke.kernel.text.value;

import hengke.kernel.text.CleanText;
import java.util.regex.Pattern;

/** Names of people and organisations, without the spaces that forms and line breaks put into them. */
public final class Names {
    private static final int LONGEST_PERSON = 4;
    private static final Pattern SPACE_IN_HAN = Pattern.compile("(?<=[\\p{IsHan}（）()·]) (?=[\\p{IsHan}（）()·])");
    private static final Pattern SINGLE_HAN = Pattern.compile("\\p{IsHan}( \\p{IsHan})+");

    private Names() {}

    /** {@code 天水华兆科 技有限公司} is one word. */
    public static Reading<String> organisation(String text) {
        return read(SPACE_IN_HAN.matcher(CleanText.line(text)).replaceAll(""));
    }

    /** {@code 上 官 子 宇} and {@code 陶 伟丽} are one name each; {@code 张三丰 李四光} are two. */
    public static Reading<String> person(String text) {
        String line = CleanText.line(text);
        String joined = SPACE_IN_HAN.matcher(line).replaceAll("");
        boolean oneName =
                SINGLE_HAN.matcher(line).matches() || joined.codePointCount(0, joined.length()) <= LONGEST_PERSON;
        return read(oneName ? joined : line);
    }

    private static Reading<String> read(String name) {
        return name.isEmpty() ? Reading.blank() : Reading.of(name);
    }
}
