package hengke.capability.portrait;

import hengke.kernel.metadata.Field;
import hengke.kernel.query.Criterion;
import hengke.kernel.settings.Setting;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records that are signs of life of others: follow-ups, mails, purchases. A bean of this kind makes them count for every
 * portrayed record they are about, directly or by way of a followed record that lives within it.
 */
public interface InteractionSource {
    /** The object whose records they are. */
    String object();

    /** When it happened. */
    Field<Instant> at();

    /** By which link or reference it is about something. */
    Field<?> about();

    /** The choice that names the channel; null when all of them came by the first of {@link #weights}. */
    default @Nullable Field<String> channel() {
        return null;
    }

    /** By channel, what one of them counts, in order. */
    Map<String, Setting<BigDecimal>> weights();

    /** What one of a channel counts that the company has added itself. */
    default Setting<BigDecimal> otherwise() {
        return weights().values().iterator().next();
    }

    /** Those that count. */
    default Criterion which() {
        return Criterion.ALWAYS;
    }

    /** The field that holds what came of it; from those that have one the best hour is learnt. */
    default @Nullable Field<?> outcome() {
        return null;
    }

    /** Did they turn to us, rather than we to them? */
    default boolean theirs() {
        return false;
    }
}
