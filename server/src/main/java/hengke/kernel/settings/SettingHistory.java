package hengke.kernel.settings;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who changed which setting when, from what to what. */
public final class SettingHistory {
    private final DSLContext dsl;

    SettingHistory(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * One change.
     *
     * @param from and {@code to}: empty for a secret, of which only is known that it changed
     */
    public record Entry(
            long id,
            String name,
            Optional<JsonNode> from,
            Optional<JsonNode> to,
            boolean secret,
            Instant at,
            long by) {}

    /** The newest changes before one of them. */
    public List<Entry> before(long id, int limit) {
        return dsl.fetch("""
                        select id, name, value_before, value_after, secret, changed_at, changed_by
                        from setting_change where id < ? order by id desc limit ?
                        """, id, limit).map(SettingHistory::entry);
    }

    private static Entry entry(Record row) {
        return new Entry(
                row.get("id", Long.class),
                row.get("name", String.class),
                json(row, "value_before"),
                json(row, "value_after"),
                row.get("secret", Boolean.class),
                row.get("changed_at", OffsetDateTime.class).toInstant(),
                row.get("changed_by", Long.class));
    }

    private static Optional<JsonNode> json(Record row, String column) {
        return Optional.ofNullable(row.get(column, JSONB.class))
                .map(value -> JsonMapper.shared().readTree(value.data()));
    }
}
