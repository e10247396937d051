package hengke.testing;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Everything that is stored, as the number of rows and a hash of each table; logs of attempts and work in the background do not count. */
public final class DatabaseChecksum {
    private static final Set<String> COMING_AND_GOING = Set.of(
            "access_log",
            "api_token",
            "event_retry",
            "event_subscriber",
            "idempotent_answer",
            "outbox",
            "roll_up_state",
            "scheduled_tasks",
            "sign_in_attempt",
            "user_session");

    private DatabaseChecksum() {}

    public static Map<String, String> of(DSLContext database) {
        Map<String, String> sums = new TreeMap<>();
        database.fetch("select tablename from pg_tables where schemaname = 'public'").into(String.class).stream()
                .filter(table -> !COMING_AND_GOING.contains(table))
                .forEach(table -> sums.put(
                        table,
                        database.fetchSingle(
                                        "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0)"
                                                + " from {0} t",
                                        DSL.name(table))
                                .get(0, String.class)));
        return sums;
    }
}
