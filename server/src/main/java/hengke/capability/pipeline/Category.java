package hengke.capability.pipeline;

import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.Option;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How far somebody counts on an open record when he foretells what he will win. */
public enum Category {
    /** He stands for it. */
    COMMIT("commit", new Label("承诺", "Commit"), "green"),
    /** If things go well. */
    BEST_CASE("bestCase", new Label("乐观", "Best case"), "cyan"),
    /** On its way, no more. */
    PIPELINE("pipeline", new Label("管道", "Pipeline"), "blue"),
    /** Not counted on at all. */
    OMITTED("omitted", new Label("不计入", "Omitted"), "gray");

    private static final BigDecimal SURE = new BigDecimal(75);
    private static final BigDecimal LIKELY = new BigDecimal(45);

    private final String wire;
    private final Label label;
    private final String color;

    Category(String wire, Label label, String color) {
        this.wire = wire;
        this.label = label;
        this.color = color;
    }

    public String wire() {
        return wire;
    }

    public Label label() {
        return label;
    }

    /** That of a stage for which nobody has said another. */
    public static Category of(BigDecimal rate) {
        return rate.compareTo(SURE) >= 0 ? COMMIT : rate.compareTo(LIKELY) >= 0 ? BEST_CASE : PIPELINE;
    }

    public static Optional<Category> of(String wire) {
        return Arrays.stream(values()).filter(each -> each.wire.equals(wire)).findFirst();
    }

    /** They as options of a choice. */
    public static List<Option> options() {
        return Arrays.stream(values())
                .map(each -> Option.of(each.wire, each.label.chinese(), each.label.english())
                        .color(each.color))
                .toList();
    }
}
