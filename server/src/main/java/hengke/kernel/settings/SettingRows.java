package hengke.kernel.settings;

import hengke.kernel.events.Broadcast;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The tables of settings: what differs from the defaults, and who changed what. */
final class SettingRows {
    static final String CHANNEL = "settings";

    private SettingRows() {}

    /**
     * One change as it is stored and remembered.
     *
     * @param value the stored form, for a secret the sealed one; none goes back to the default
     * @param beside kept in a table of its own, and only remembered here
     * @param from what was, and {@code to} what is; of a secret, neither
     */
    record Change(
            String name,
            Optional<JsonNode> value,
            @Nullable JsonNode from,
            @Nullable JsonNode to,
            boolean secret,
            boolean beside) {

        Change(String name, Optional<JsonNode> value, @Nullable JsonNode from, @Nullable JsonNode to, boolean secret) {
            this(name, value, from, to, secret, false);
        }

        /** A change of something that is kept elsewhere. */
        static Change beside(String name, JsonNode from, JsonNode to) {
            return new Change(name, Optional.empty(), from, to, false, true);
        }
    }

    static long version(DSLContext dsl) {
        return dsl.fetchSingle("select version from settings_version").get("version", Long.class);
    }

    /** The version is read first: should something change in between, the next look finds a higher one. */
    static SettingValues read(DSLContext dsl, SecretBox secrets) {
        long version = version(dsl);
        Map<String, JsonNode> stored = new HashMap<>();
        dsl.fetch("select name, value from setting")
                .forEach(row -> stored.put(
                        row.get("name", String.class),
                        JsonMapper.shared()
                                .readTree(row.get("value", JSONB.class).data())));
        return new SettingValues(version, stored, secrets);
    }

    /** Only some of them, in one statement. */
    static SettingValues read(DSLContext dsl, SecretBox secrets, Collection<String> names) {
        Map<String, JsonNode> stored = new HashMap<>();
        dsl.fetch("select name, value from setting where name = any(?)", (Object) names.toArray(String[]::new))
                .forEach(row -> stored.put(
                        row.get("name", String.class),
                        JsonMapper.shared()
                                .readTree(row.get("value", JSONB.class).data())));
        return new SettingValues(0, stored, secrets);
    }

    /** Takes the next version: changes come one after the other. */
    static long nextVersion(DSLContext within) {
        return within.fetchSingle("update settings_version set version = version + 1 returning version")
                .get("version", Long.class);
    }

    /** Those of the settings that were changed after this version was read. */
    static Set<String> changedSince(DSLContext within, long version, Collection<String> names) {
        return within.fetch(
                        "select distinct name from setting_change where version > ? and name = any(?)",
                        version,
                        names.toArray(String[]::new))
                .intoSet("name", String.class);
    }

    static void write(DSLContext within, long version, long by, Instant at, List<Change> changes) {
        for (Change change : changes) {
            if (!change.beside()) {
                store(within, change);
            }
            remember(within, version, by, at, change);
        }
        Broadcast.send(within, CHANNEL, Long.toString(version));
    }

    private static void store(DSLContext within, Change change) {
        change.value()
                .ifPresentOrElse(
                        value -> within.execute("""
                                insert into setting (name, value) values (?, cast(? as jsonb))
                                on conflict (name) do update set value = excluded.value
                                """, change.name(), value.toString()),
                        () -> within.execute("delete from setting where name = ?", change.name()));
    }

    private static void remember(DSLContext within, long version, long by, Instant at, Change change) {
        within.execute("""
                insert into setting_change (version, name, value_before, value_after, secret, changed_at, changed_by)
                values (?, ?, cast(? as jsonb), cast(? as jsonb), ?, cast(? as timestamptz), ?)
                """, version, change.name(), text(change.from()), text(change.to()), change.secret(), at, by);
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null ? null : node.toString();
    }
}
