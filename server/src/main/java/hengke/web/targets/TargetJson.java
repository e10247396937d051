package hengke.web.targets;

import hengke.capability.goal.Completion.Line;
import hengke.capability.goal.Measure;
import hengke.capability.goal.Pace;
import hengke.capability.goal.Span;
import hengke.kernel.explaining.Account.Records;
import hengke.kernel.problem.Language;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Targets as they are told; amounts as text. */
public final class TargetJson {
    private static final int DIGITS = 2;

    private TargetJson() {}

    /**
     * What can be aimed at.
     *
     * @param unit {@code money} or {@code count}
     */
    public record MeasureJson(String key, String label, String unit) {
        public static MeasureJson of(Measure measure, Language language) {
            return new MeasureJson(
                    measure.key(),
                    measure.label().in(language),
                    measure.unit().name().toLowerCase(Locale.ROOT));
        }
    }

    /** Working days. */
    public record PaceJson(long passed, long total) {
        public static PaceJson of(Pace pace) {
            return new PaceJson(pace.passed(), pace.total());
        }
    }

    /**
     * A span of time.
     *
     * @param to its last day
     */
    public record SpanJson(String unit, LocalDate from, LocalDate to, PaceJson pace) {
        public static SpanJson of(Span span, Pace pace) {
            return new SpanJson(span.unit().wire(), span.from(), span.until().minusDays(1), PaceJson.of(pace));
        }
    }

    /** Records that were counted. */
    public record CountedJson(String object, JsonNode filter) {
        public static List<CountedJson> of(List<Records> records) {
            return records.stream()
                    .map(each -> new CountedJson(each.object(), each.filter()))
                    .toList();
        }
    }

    /**
     * How a person or department stands.
     *
     * @param target its own
     * @param below what its people and the departments below aim at together
     * @param people what all its people aim at
     * @param aim what it is measured by: its own target, or else what is below
     */
    public record LineJson(
            String kind,
            long id,
            String label,
            boolean active,
            @Nullable Long department,
            int depth,
            @Nullable String target,
            @Nullable String below,
            @Nullable String people,
            @Nullable String aim,
            String done,
            List<CountedJson> records) {
        public static LineJson of(Line line, List<Records> records) {
            return new LineJson(
                    line.subject().kind().wire(),
                    line.subject().id(),
                    line.name(),
                    line.active(),
                    line.department(),
                    line.depth(),
                    text(line.target()),
                    text(line.below()),
                    text(line.people()),
                    text(line.aim()),
                    line.done().setScale(DIGITS).toPlainString(),
                    CountedJson.of(records));
        }
    }

    public static @Nullable String text(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.setScale(DIGITS).toPlainString();
    }
}
