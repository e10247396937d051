package hengke.demo;

import hengke.kernel.metadata.Field;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A record to be written, as it would come over the wire, so that it is read and checked like any other. */
final class Values {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectNode json = JSON.createObjectNode();

    Values with(Field<?> field, @Nullable String value) {
        json.put(field.name(), value);
        return this;
    }

    Values with(Field<?> field, long value) {
        json.put(field.name(), value);
        return this;
    }

    Values with(Field<?> field, boolean value) {
        json.put(field.name(), value);
        return this;
    }

    Values with(Field<?> field, Instant value) {
        return with(field, value.toString());
    }

    Values with(Field<?> field, List<String> values) {
        values.forEach(json.putArray(field.name())::add);
        return this;
    }

    /** A value of several parts. */
    Values with(Field<?> field, Map<String, Object> parts) {
        json.set(field.name(), JSON.valueToTree(parts));
        return this;
    }

    ObjectNode json() {
        return json;
    }
}
