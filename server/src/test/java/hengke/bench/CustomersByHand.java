package hengke.bench;

import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * A copy of the customers' table for what is reckoned of all of them: the product writes its own, the hand this one, and
 * then both say the same.
 *
 * @param written the columns that are reckoned
 */
record CustomersByHand(DSLContext database, long customers, List<String> written) {
    /** Both tables as they are to be found: with nothing reckoned, or as the work before has left them. */
    void prepare(boolean anew) {
        boolean made = database.fetchSingle("select to_regclass('by_hand') is not null")
                .get(0, boolean.class);
        if (!made) {
            database.execute("create table by_hand as table customer");
            // indexes last: kept while a million rows come in, they take several times as long
            database.fetchValues("select regexp_replace(indexdef, ' INDEX .+? ON \\S+ ', ' INDEX ON by_hand ')"
                            + " from pg_indexes where tablename = 'customer'")
                    .forEach(index -> database.execute(index.toString()));
        }
        if (anew) {
            String nothing = written.stream().map(column -> column + " = null").collect(Collectors.joining(", "));
            List.of("customer", "by_hand").forEach(table -> database.execute("update " + table + " set " + nothing));
        }
        database.execute("vacuum analyze customer, by_hand");
    }

    /** Both have come to the same. */
    void requireSame() {
        String ours = written.stream().map(column -> "c." + column).collect(Collectors.joining(", "));
        String theirs = written.stream().map(column -> "h." + column).collect(Collectors.joining(", "));
        long other = database.fetchSingle("select count(*) from customer c join by_hand h using (id) where (" + ours
                        + ") is distinct from (" + theirs + ")")
                .get(0, Long.class);
        if (other > 0) {
            throw new IllegalStateException(other + " customers are reckoned otherwise by hand");
        }
    }

    /** A later run makes it again, of what the customers are by then. */
    static void forget(DSLContext database) {
        database.execute("drop table if exists by_hand");
    }
}
