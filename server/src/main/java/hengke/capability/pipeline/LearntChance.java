package hengke.capability.pipeline;

import hengke.kernel.query.Alias;
import java.math.BigDecimal;
import java.util.Optional;
import org.jooq.Field;

/** Knows how likely records are won by what was learnt, so that snapshots keep what was foretold then. */
public interface LearntChance {
    /** In percent, over a row; null where nothing learnt tells it, absent where nothing is learnt of the object. */
    Optional<Field<BigDecimal>> of(Alias row);
}
