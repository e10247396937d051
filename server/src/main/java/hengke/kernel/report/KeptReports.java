package hengke.kernel.report;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.List;
import java.util.Map;
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
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The table of reports and dashboards that people keep. */
@Component
public final class KeptReports {
    private static final Table<Record> REPORT = table(name("report"));
    private static final Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
    private static final Field<String> KIND = field(name("kind"), SQLDataType.CLOB);
    private static final Field<String> NAME = field(name("name"), SQLDataType.CLOB);
    private static final Field<String> FOLDER = field(name("folder"), SQLDataType.CLOB);
    private static final Field<String> OBJECT = field(name("object"), SQLDataType.CLOB);
    private static final Field<Long> OWNER = field(name("owner"), SQLDataType.BIGINT);
    private static final Field<Boolean> SHARED = field(name("shared"), SQLDataType.BOOLEAN);
    private static final Field<JSONB> CONTENT = field(name("content"), SQLDataType.JSONB);
    private static final Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT);

    private final DSLContext database;

    KeptReports(DSLContext database) {
        this.database = database;
    }

    /** A person's own and those that others share, by folder and name. */
    public List<Kept> of(long person, Kept.Kind kind) {
        return fetch(person, kind, DSL.noCondition());
    }

    /** One of them. */
    public Optional<Kept> find(long person, Kept.Kind kind, long id) {
        return fetch(person, kind, ID.eq(id)).stream().findFirst();
    }

    public int countOf(long person, Kept.Kind kind) {
        return database.fetchCount(REPORT, OWNER.eq(person).and(KIND.eq(kind.stored())));
    }

    /** Keeps a new one; answers its id. */
    public long add(Kept kept) {
        return Objects.requireNonNull(database.insertInto(REPORT)
                .set(KIND, kept.kind().stored())
                .set(OWNER, kept.owner())
                .set(values(kept))
                .returningResult(ID)
                .fetchSingle(ID));
    }

    /** Changes one as it was read; false when somebody else was first. */
    public boolean change(Kept kept) {
        return database.update(REPORT)
                        .set(values(kept))
                        .set(VERSION, VERSION.plus(1))
                        .set(field(name("changed_at")), DSL.currentOffsetDateTime())
                        .where(ID.eq(kept.id()).and(VERSION.eq(kept.version())))
                        .execute()
                == 1;
    }

    /** Deletes one as it was read; false when somebody changed or deleted it. */
    public boolean delete(long id, long version) {
        return database.deleteFrom(REPORT)
                        .where(ID.eq(id).and(VERSION.eq(version)))
                        .execute()
                == 1;
    }

    private static Map<Field<?>, Object> values(Kept kept) {
        return Map.of(
                NAME, kept.name(),
                FOLDER, kept.folder(),
                OBJECT, kept.object(),
                SHARED, kept.shared(),
                CONTENT, JSONB.valueOf(kept.content().toString()));
    }

    private List<Kept> fetch(long person, Kept.Kind kind, Condition which) {
        return database.select(ID, NAME, FOLDER, OBJECT, OWNER, SHARED, CONTENT, VERSION)
                .from(REPORT)
                .where(KIND.eq(kind.stored()))
                .and(OWNER.eq(person).or(SHARED))
                .and(which)
                .orderBy(FOLDER, NAME, ID)
                .fetch(found -> new Kept(
                        found.get(ID),
                        kind,
                        found.get(NAME),
                        found.get(FOLDER),
                        found.get(OBJECT),
                        found.get(OWNER),
                        found.get(SHARED),
                        (ObjectNode)
                                JsonMapper.shared().readTree(found.get(CONTENT).data()),
                        found.get(VERSION)));
    }
}
