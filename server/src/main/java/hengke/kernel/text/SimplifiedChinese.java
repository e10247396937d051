package hengke.kernel.text;

import com.github.houbb.opencc4j.support.data.impl.OpenccDatas;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Traditional characters as simplified ones, one for one. Conversion by phrases would be finer to read, but a part of a
 * text would then convert otherwise than the whole, and no longer be found in it.
 */
final class SimplifiedChinese {
    /** Radicals that text copied from PDF files carries in place of the characters; normalisation leaves these alone. */
    private static final String RADICALS = "⺠民⺟母⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟";

    private static final Map<Integer, Integer> BY_TRADITIONAL = load();
    /** The same for the characters that nearly all texts consist of. */
    private static final int[] COMMON = common();

    private SimplifiedChinese() {}

    static int of(int character) {
        return character < COMMON.length ? COMMON[character] : BY_TRADITIONAL.getOrDefault(character, character);
    }

    private static int[] common() {
        int[] common = new int[Character.MAX_VALUE + 1];
        for (int character = 0; character < common.length; character++) {
            common[character] = character < 0x2E80 ? character : BY_TRADITIONAL.getOrDefault(character, character);
        }
        return common;
    }

    private static Map<Integer, Integer> load() {
        Map<Integer, Integer> simplified = new HashMap<>();
        for (Map.Entry<String, List<String>> entry :
                OpenccDatas.tsChar().data().getDataMap().entrySet()) {
            int from = entry.getKey().codePointAt(0);
            int to = entry.getValue().getFirst().codePointAt(0);
            if (from != to) {
                simplified.put(from, to);
            }
        }
        for (int i = 0; i < RADICALS.length(); i += 2) {
            simplified.put((int) RADICALS.charAt(i), (int) RADICALS.charAt(i + 1));
        }
        // a chain (a to b, b to c) would make folding twice differ from folding once
        simplified.replaceAll((_, to) -> simplified.getOrDefault(to, to));
        return simplified;
    }
}
