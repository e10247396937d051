package hengke.kernel.text.value;

import hengke.kernel.text.Folding;
import java.util.Set;

/** Yes and no in all the signs people use. */
public final class Booleans {
    private static final Set<String> YES =
            Set.of("是", "有", "对", "真", "开", "启用", "已启用", "√", "✓", "✔", "☑", "v", "y", "yes", "true", "t", "on", "1");
    private static final Set<String> NO = Set.of(
            "否", "不是", "无", "没有", "错", "假", "关", "停用", "禁用", "已停用", "×", "✗", "✘", "✕", "☐", "x", "n", "no", "false",
            "f", "off", "0");

    private Booleans() {}

    public static Reading<Boolean> read(String text) {
        return CellText.read(text, plain -> {
            String folded = Folding.fold(plain);
            if (YES.contains(folded)) {
                return Reading.of(true);
            }
            return NO.contains(folded) ? Reading.of(false) : Reading.refused("reading.boolean", plain);
        });
    }
}
