package hengke.kernel.explaining;

import hengke.kernel.problem.Message;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a value came about.
 *
 * @param summary the whole in one sentence
 * @param lines what it was made of, in order
 * @param asOf when it was reckoned
 */
public record Account(
        @Nullable Message summary,
        List<Line> lines,
        @Nullable Instant asOf) {
    public Account {
        lines = List.copyOf(lines);
    }

    /**
     * One thing that counted.
     *
     * @param text what counted, e.g. 最近一次成交
     * @param value what it was, as one says it, e.g. 12 天前
     * @param points what it gave
     * @param records those it was made from
     */
    public record Line(
            Message text,
            @Nullable Message value,
            @Nullable BigDecimal points,
            @Nullable Records records) {}

    /**
     * Records that open as a list.
     *
     * @param filter as a list takes it
     */
    public record Records(String object, JsonNode filter) {}
}
