package hengke.capability.portrait;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.query.Criterion;
import hengke.kernel.settings.Setting;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records that are signs of life of others: follow-ups, mails, purchases. They count for every portrayed record they are
 * about, directly or by way of a followed record that lives within it. {@link InteractionSources} tell of them.
 */
public interface InteractionSource {
    /** What it is called among all sources. */
    default String key() {
        return object();
    }

    /** The object whose records they are. */
    String object();

    /** When it happened, a moment or a day. */
    Field<?> at();

    /** By which link or reference it is about something. */
    Field<?> about();

    /** The choice that names the channel; null when all of them came by the same, which is called as the source. */
    default @Nullable Field<String> channel() {
        return null;
    }

    /** What people call their one channel; null for what they call the object. */
    default @Nullable Label label() {
        return null;
    }

    /** The colour of their one channel; null for none of its own. */
    default @Nullable String color() {
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

    /** The same in the words of a list; null for all. */
    default @Nullable ObjectNode listed() {
        return null;
    }

    /** The fields that whoever is told of them learns something about. */
    default List<Field<?>> telling() {
        return Stream.<@Nullable Field<?>>of(at(), about(), channel())
                .filter(Objects::nonNull)
                .<Field<?>>map(Objects::requireNonNull)
                .toList();
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
