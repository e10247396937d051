package hengke.kernel.records;

import hengke.kernel.metadata.Field;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that a record has come to have because of a change of it, by nobody's hand. */
public record Following(Edit edit, Map<Field<?>, @Nullable Object> values) {
    public Following {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}
