package hengke.kernel.records;

import hengke.kernel.events.EventKind;
import java.util.List;

/**
 * A record was created, changed, deleted or restored.
 *
 * @param fields the names of the fields that changed
 */
public record RecordChanged(String action, long version, long actor, List<String> fields) {
    public static final EventKind<RecordChanged> KIND = new EventKind<>("record.changed", RecordChanged.class);
}
