package hengke.kernel.report;

import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.formula.Expression;
import hengke.kernel.report.Question.Show;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A figure of a report that is known to make sense.
 *
 * @param place among what is computed of records, counted from 0; -1 for a formula
 * @param formula of the figures before it; null for what is computed of records
 * @param kind of its value as it is shown
 * @param points is the value in hundredths?
 * @param filter which records it is of besides those of its group; null for all
 */
public record Figure(
        String name,
        Label label,
        int place,
        @Nullable Expression formula,
        Kind kind,
        boolean points,
        Show show,
        @Nullable JsonNode filter) {

    /** What the value is. */
    public enum Kind {
        COUNT("count"),
        NUMBER("number"),
        /** In the company's currency. */
        MONEY("money"),
        /** A share of one. */
        PERCENT("percent"),
        DATE("date"),
        MOMENT("dateTime");

        private final String wire;

        Kind(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }
    }
}
