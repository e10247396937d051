package hengke.capability.webhook;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.ObjectDefinition;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Records as the API would give them to a person. */
public interface RecordPayloads {
    /**
     * By id, those of these living records that the person may see, with what they may read of each.
     *
     * @param only these fields; empty for all
     */
    Map<Long, ObjectNode> of(Actor reader, ObjectDefinition object, Collection<Long> ids, List<String> only);
}
