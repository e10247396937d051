package hengke.kernel.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The parts of an e-mail address that tell it from others: the name, and the domain unless half the country uses it. */
final class EmailAddress {
    private static final Set<String> PUBLIC = Set.of(
            "qq", "163", "126", "139", "189", "vip.qq", "foxmail", "sina", "sohu", "aliyun", "gmail", "outlook",
            "hotmail", "yahoo", "icloud", "live", "yeah", "21cn", "tom", "wo");

    private EmailAddress() {}

    /** What an address is indexed by. */
    static List<TextRun> searched(String folded) {
        int at = folded.indexOf('@');
        if (at < 0) {
            return TextRun.of(folded);
        }
        List<TextRun> runs = new ArrayList<>(TextRun.of(folded.substring(0, at)));
        String domain = folded.substring(at + 1);
        String name = domain.substring(0, Math.max(0, domain.lastIndexOf('.')));
        if (!PUBLIC.contains(name)) {
            runs.addAll(TextRun.of(name));
        }
        return runs;
    }

    /** What a typed address, perhaps not finished, asks for: its name, or the domain when only that was typed. */
    static List<TextRun> asked(String term) {
        int at = term.indexOf('@');
        List<TextRun> name = TextRun.of(term.substring(0, at));
        return name.isEmpty() ? searched(term) : name;
    }
}
