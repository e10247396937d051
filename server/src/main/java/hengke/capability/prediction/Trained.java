package hengke.capability.prediction;

import hengke.kernel.learning.Metrics;
import hengke.kernel.learning.Model;
import hengke.kernel.learning.Portrait;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of what was learnt, with what it is worth.
 *
 * @param by who asked for it; 0 when its time had come
 * @param decision what became of it
 */
public record Trained(long id, Instant at, long by, Decision decision, Model model, Portrait portrait, Card card) {
    /** What becomes of a new model. */
    public enum Decision {
        /** It came into use. */
        SERVED,
        /** The one in use was no worse on the newest window. */
        KEPT_EARLIER,
        /** It is no better than the base rate, and not used. */
        USELESS
    }

    /**
     * Where a model comes from and how good it was.
     *
     * @param from the beginning of the first record it has learnt from
     * @param measuredFrom the beginning of the first record it was measured on
     * @param until the beginning of the last of them
     * @param learnt from so many records
     * @param aside so many straightened it
     * @param metrics on the records from {@code measuredFrom} on
     * @param earlier what the model in use until then was worth on the same records
     */
    public record Card(
            Instant from,
            Instant measuredFrom,
            Instant until,
            int learnt,
            int aside,
            Metrics metrics,
            @Nullable Metrics earlier) {}
}
