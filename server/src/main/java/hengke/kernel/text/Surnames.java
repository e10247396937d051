package hengke.kernel.text;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Surnames that are read otherwise than the same characters elsewhere. */
final class Surnames {
    /** Also taken for a surname where it is not known that the text names a person, if it is as short as a name. */
    private static final Map<String, List<String>> USUAL = table("""
            曾 zeng|仇 qiu|解 xie|单 shan|区 ou|查 zha|任 ren|朴 piao|翟 zhai|盖 ge|缪 miao|覃 qin|贠 yun|阚 kan|卜 bu
            薄 bo|乜 nie|令狐 ling hu|尉迟 yu chi|万俟 mo qi|单于 chan yu|长孙 zhang sun|澹台 tan tai
            """);

    private static final Map<String, List<String>> OF_PERSONS =
            table("乐 yue|员 yun|么 yao|句 gou|召 shao|都 du|粘 nian|藏 zang|黑 he|尉 wei|过 guo|牟 mou");

    private static final int LONGEST_NAME = 4;

    private Surnames() {}

    /** The reading of the surname this text starts with; empty when it is read like any other character. */
    static List<String> at(int[] text, boolean person) {
        if (!person && (text.length < 2 || text.length > LONGEST_NAME)) {
            return List.of();
        }
        for (int length = Math.min(2, text.length); length > 0; length--) {
            String start = new String(text, 0, length);
            if (USUAL.containsKey(start)) {
                return USUAL.get(start);
            }
            if (person && OF_PERSONS.containsKey(start)) {
                return OF_PERSONS.get(start);
            }
        }
        return List.of();
    }

    private static Map<String, List<String>> table(String entries) {
        return Arrays.stream(entries.strip().split("[|\n]"))
                .map(entry -> Arrays.asList(entry.strip().split(" ")))
                .collect(Collectors.toUnmodifiableMap(List::getFirst, words -> words.subList(1, words.size())));
    }
}
