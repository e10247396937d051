package hengke.kernel.history;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/**
 * One change of one record. The values are those on the wire; only fields that changed are in them.
 *
 * @param version the record's version after the change
 * @param action {@code create}, {@code update}, {@code delete} or {@code restore}
 */
public record RecordChange(
        long id,
        Instant at,
        long operation,
        String object,
        long record,
        long version,
        String action,
        long actor,
        ObjectNode before,
        ObjectNode after) {}
