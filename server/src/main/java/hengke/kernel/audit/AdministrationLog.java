package hengke.kernel.audit;

import hengke.kernel.access.Actor;
import java.time.Instant;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes down what was changed about the company itself, in the transaction that changes it. Secrets are never part of
 * what is written; that one was set is said as {@code true}.
 */
public final class AdministrationLog {
    private static final JsonMapper JSON = JsonMapper.shared();

    private AdministrationLog() {}

    /**
     * What was changed.
     *
     * @param kind {@code user}, {@code role}, {@code department}, {@code setting}, {@code field} …
     * @param id null where it has none
     * @param label what people call it
     */
    public record Subject(String kind, @Nullable Long id, String label) {}

    /** Notes the keys whose values differ; nothing when none does. Without a before it is new, without an after gone. */
    public static void record(
            DSLContext transaction,
            Actor by,
            Instant at,
            Subject what,
            @Nullable ObjectNode before,
            @Nullable ObjectNode after) {
        ObjectNode from = JSON.createObjectNode();
        ObjectNode to = JSON.createObjectNode();
        TreeSet<String> keys = new TreeSet<>();
        if (before != null) {
            keys.addAll(before.propertyNames());
        }
        if (after != null) {
            keys.addAll(after.propertyNames());
        }
        for (String key : keys) {
            JsonNode was = value(before, key);
            JsonNode is = value(after, key);
            if (!was.equals(is)) {
                from.set(key, was);
                to.set(key, is);
            }
        }
        if (before != null && after != null && from.isEmpty()) {
            return;
        }
        String action = before == null ? "create" : after == null ? "delete" : "update";
        transaction.execute(
                """
                insert into administration_change (at, actor, token, kind, subject, label, action, before, after)
                values ({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8})""",
                DSL.val(at, SQLDataType.INSTANT),
                DSL.val(by.user()),
                DSL.val(by.token(), SQLDataType.BIGINT),
                DSL.val(what.kind()),
                DSL.val(what.id(), SQLDataType.BIGINT),
                DSL.val(what.label()),
                DSL.val(action),
                DSL.val(JSONB.valueOf(from.toString())),
                DSL.val(JSONB.valueOf(to.toString())));
    }

    private static JsonNode value(@Nullable ObjectNode node, String key) {
        return node == null || !node.has(key) ? JSON.nullNode() : node.get(key);
    }
}
