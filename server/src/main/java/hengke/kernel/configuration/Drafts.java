package hengke.kernel.configuration;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.Overlay;
import hengke.kernel.metadata.OverlayJson;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.json.JsonMapper;

/** The table of drafts. */
final class Drafts {
    private static final Table<Record> DRAFTS = table(name("configuration_draft"));
    private static final Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
    private static final Field<String> NAME = field(name("name"), SQLDataType.CLOB);
    private static final Field<Long> BASE = field(name("base"), SQLDataType.BIGINT);
    private static final Field<JSONB> DATA = field(name("data"), SQLDataType.JSONB);
    private static final Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT);
    private static final Field<Instant> AT = field(name("at"), SQLDataType.INSTANT);
    private static final Field<Long> BY = field(name("by"), SQLDataType.BIGINT);

    private final DSLContext database;

    Drafts(DSLContext database) {
        this.database = database;
    }

    /** Newest first. */
    List<Draft> all() {
        return fetch(DSL.noCondition());
    }

    Optional<Draft> find(long id) {
        return fetch(ID.eq(id)).stream().findFirst();
    }

    long add(String title, long base, Overlay overlay, long by) {
        return Objects.requireNonNull(database.insertInto(DRAFTS)
                .set(NAME, title)
                .set(BASE, base)
                .set(DATA, json(overlay))
                .set(BY, by)
                .returningResult(ID)
                .fetchSingle(ID));
    }

    /** Keeps a draft as it is now; false when somebody else has changed it since. */
    boolean save(Draft seen, Overlay next) {
        return database.update(DRAFTS)
                        .set(DATA, json(next))
                        .set(VERSION, VERSION.plus(1))
                        .where(ID.eq(seen.id()), VERSION.eq(seen.overlay().version()))
                        .execute()
                == 1;
    }

    boolean delete(long id) {
        return database.deleteFrom(DRAFTS).where(ID.eq(id)).execute() == 1;
    }

    private List<Draft> fetch(Condition which) {
        return database.select(ID, NAME, BASE, DATA, VERSION, AT, BY)
                .from(DRAFTS)
                .where(which)
                .orderBy(ID.desc())
                .fetch(row -> new Draft(
                        row.get(ID),
                        row.get(NAME),
                        row.get(BASE),
                        OverlayJson.read(
                                row.get(VERSION),
                                JsonMapper.shared().readTree(row.get(DATA).data())),
                        row.get(AT),
                        row.get(BY)));
    }

    private static JSONB json(Overlay overlay) {
        return JSONB.valueOf(OverlayJson.write(overlay).toString());
    }
}
