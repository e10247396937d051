package hengke.automation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** By which runs changes were caused. What people do is caused by none. */
final class Causes {
    private final Map<String, List<String>> exactly = new HashMap<>();
    private final Map<Long, List<String>> deepest = new HashMap<>();

    private Causes() {}

    static Causes of(DSLContext within, Set<Long> operations) {
        Causes causes = new Causes();
        if (!operations.isEmpty()) {
            within.fetch("""
                            select e.operation, e.object, e.record_id, r.chain
                            from automation_effect e join automation_run r on r.id = e.run
                            where e.operation = any (?)
                            """, (Object) operations.toArray(Long[]::new)).forEach(causes::add);
        }
        return causes;
    }

    private void add(Record row) {
        long operation = row.get("operation", Long.class);
        List<String> chain = Arrays.asList(row.get("chain", String[].class));
        exactly.merge(
                key(operation, row.get("object", String.class), row.get("record_id", Long.class)),
                chain,
                Causes::longer);
        deepest.merge(operation, chain, Causes::longer);
    }

    private static List<String> longer(List<String> one, List<String> other) {
        return one.size() >= other.size() ? one : other;
    }

    private static String key(long operation, String object, long record) {
        return operation + " " + object + " " + record;
    }

    /** What followed from a change by the product's own rules has the longest chain of that change's operation. */
    List<String> of(@Nullable Long operation, String object, long record) {
        if (operation == null) {
            return List.of();
        }
        List<String> exact = exactly.get(key(operation, object, record));
        return exact != null ? exact : deepest.getOrDefault(operation, List.of());
    }
}
