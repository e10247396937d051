package hengke.capability.retention;

import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import tools.jackson.databind.json.JsonMapper;

/** The table of what was found out: each finding is kept, the newest holds. */
public final class Outlooks {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Outlooks() {}

    /** The newest of an object. */
    public static Optional<Outlook> newest(DSLContext database, String object) {
        return database.fetchOptional(
                        "select outlook from retention_outlook where object = ? order by id desc limit 1", object)
                .map(row -> JSON.readValue(row.get(0, JSONB.class).data(), Outlook.class));
    }

    static void keep(DSLContext within, String object, Outlook outlook) {
        within.execute(
                "insert into retention_outlook (object, at, outlook) values (?, cast(? as timestamptz), cast(? as jsonb))",
                object,
                outlook.at(),
                JSON.writeValueAsString(outlook));
    }
}
