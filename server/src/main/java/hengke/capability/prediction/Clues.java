package hengke.capability.prediction;

import hengke.kernel.metadata.ObjectDefinition;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * Knows something of records that may tell how they will end. It tells only what was known at the moment asked for: what
 * came later would make every forecast of the past come true, and none of the future.
 */
interface Clues {
    List<Clue> of(ObjectDefinition object);

    /** Adds what it knows of each moment; one question to the database for all of them. */
    void tell(DSLContext database, ObjectDefinition object, List<Moment> moments);

    /** When records began that are older than their row, as after an import. */
    default Map<Long, Instant> began(DSLContext database, ObjectDefinition object, Collection<Long> records) {
        return Map.of();
    }
}
