package hengke.kernel.identity;

import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Asks whether a query finds anything. */
final class Rows {
    private Rows() {}

    static boolean exist(DSLContext dsl, String query, @Nullable Object... values) {
        return dsl.fetchSingle("select exists (" + query + ")", values).get(0, Boolean.class);
    }
}
