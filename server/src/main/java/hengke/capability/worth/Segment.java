package hengke.capability.worth;

import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.Option;
import java.util.Arrays;
import java.util.Optional;

/** The eight classes of customers that recency, frequency and amount make, each high or low. */
public enum Segment {
    IMPORTANT_VALUE("importantValue", "重要价值客户", "Champions", "red", true, true, true),
    IMPORTANT_DEVELOP("importantDevelop", "重要发展客户", "Promising big spenders", "volcano", true, false, true),
    IMPORTANT_KEEP("importantKeep", "重要保持客户", "Big regulars gone quiet", "orange", false, true, true),
    IMPORTANT_RETAIN("importantRetain", "重要挽留客户", "Big spenders to win back", "gold", false, false, true),
    GENERAL_VALUE("generalValue", "一般价值客户", "Small regulars", "green", true, true, false),
    GENERAL_DEVELOP("generalDevelop", "一般发展客户", "Recent small buyers", "cyan", true, false, false),
    GENERAL_KEEP("generalKeep", "一般保持客户", "Small regulars gone quiet", "blue", false, true, false),
    GENERAL_RETAIN("generalRetain", "一般挽留客户", "Small and gone", "gray", false, false, false);

    private final Option option;
    private final boolean recent;
    private final boolean frequent;
    private final boolean large;

    Segment(
            String value,
            String chinese,
            String english,
            String color,
            boolean recent,
            boolean frequent,
            boolean large) {
        this.option = new Option(value, new Label(chinese, english), color, null, true);
        this.recent = recent;
        this.frequent = frequent;
        this.large = large;
    }

    static ChoiceType type() {
        return new ChoiceType(Arrays.stream(values()).map(each -> each.option).toList());
    }

    static Optional<Segment> of(String value) {
        return Arrays.stream(values())
                .filter(each -> each.value().equals(value))
                .findFirst();
    }

    public String value() {
        return option.value();
    }

    public Label label() {
        return option.label();
    }

    /** Bought not long ago. */
    public boolean recent() {
        return recent;
    }

    /** Bought often. */
    public boolean frequent() {
        return frequent;
    }

    /** Bought for much. */
    public boolean large() {
        return large;
    }
}
