package hengke.kernel.views;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;

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
import tools.jackson.databind.node.ObjectNode;

/** The tables of saved views and of who has pinned which. */
public final class SavedViews {
    private static final Table<Record> VIEWS = table(name("saved_view"));
    private static final Field<Long> ID = field(name("saved_view", "id"), SQLDataType.BIGINT);
    private static final Field<String> OBJECT = field(name("object"), SQLDataType.CLOB);
    private static final Field<Long> OWNER = field(name("owner"), SQLDataType.BIGINT);
    private static final Field<String> NAME = field(name("name"), SQLDataType.CLOB);
    private static final Field<Boolean> SHARED = field(name("shared"), SQLDataType.BOOLEAN);
    private static final Field<Integer> POSITION = field(name("position"), SQLDataType.INTEGER);
    private static final Field<String> KIND = field(name("kind"), SQLDataType.CLOB);
    private static final Field<JSONB> SETTINGS = field(name("settings"), SQLDataType.JSONB);
    private static final Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT);
    private static final Table<Record> PINS = table(name("pinned_view"));
    private static final Field<Long> PERSON = field(name("person"), SQLDataType.BIGINT);
    private static final Field<Long> VIEW = field(name("view"), SQLDataType.BIGINT);

    private final DSLContext database;

    public SavedViews(DSLContext database) {
        this.database = database;
    }

    /** A person's own views of an object and those shared by others, in order. */
    public List<SavedView> of(long person, String object) {
        return fetch(person, OBJECT.eq(object).and(OWNER.eq(person).or(SHARED)));
    }

    /** One of them, by its id. */
    public Optional<SavedView> find(long person, long id) {
        return fetch(person, ID.eq(id)).stream()
                .filter(view -> view.offeredTo(person))
                .findFirst();
    }

    /** One of anybody's, for an administrator. */
    public Optional<SavedView> findAny(long person, long id) {
        return fetch(person, ID.eq(id)).stream().findFirst();
    }

    public int countOf(long person, String object) {
        return database.fetchCount(VIEWS, OBJECT.eq(object).and(OWNER.eq(person)));
    }

    /** What the views of an object, anybody's, are called that speak of a field. */
    public List<String> mentioning(String object, String field) {
        return database.select(NAME)
                .from(VIEWS)
                .where(OBJECT.eq(object))
                .and(DSL.position(SETTINGS.cast(SQLDataType.CLOB), '"' + field + '"')
                        .gt(0))
                .orderBy(ID)
                .fetchInto(String.class);
    }

    /** Keeps a new view, after the others of its owner unless it has a position; answers its id. */
    public long add(SavedView view) {
        return database.transactionResult(transaction -> {
            long id = Objects.requireNonNull(transaction
                    .dsl()
                    .insertInto(VIEWS)
                    .set(OBJECT, view.object())
                    .set(OWNER, view.owner())
                    .set(NAME, view.name())
                    .set(SHARED, view.shared())
                    .set(POSITION, view.position())
                    .set(KIND, view.kind())
                    .set(SETTINGS, JSONB.valueOf(view.settings().toString()))
                    .returningResult(ID)
                    .fetchSingle(ID));
            pin(transaction.dsl(), view.owner(), id, view.pinned());
            return id;
        });
    }

    /** Changes what everybody sees of a view. */
    public void change(SavedView view) {
        database.update(VIEWS)
                .set(NAME, view.name())
                .set(SHARED, view.shared())
                .set(POSITION, view.position())
                .set(KIND, view.kind())
                .set(SETTINGS, JSONB.valueOf(view.settings().toString()))
                .set(VERSION, VERSION.plus(1))
                .where(ID.eq(view.id()))
                .execute();
    }

    /** Pins a view for one person, or takes the pin away. */
    public void pin(long person, long view, boolean pinned) {
        pin(database, person, view, pinned);
    }

    public void delete(long id) {
        database.deleteFrom(VIEWS).where(ID.eq(id)).execute();
    }

    private static void pin(DSLContext transaction, long person, long view, boolean pinned) {
        if (pinned) {
            transaction
                    .insertInto(PINS)
                    .set(PERSON, person)
                    .set(VIEW, view)
                    .onConflictDoNothing()
                    .execute();
        } else {
            transaction.deleteFrom(PINS).where(PERSON.eq(person), VIEW.eq(view)).execute();
        }
    }

    private List<SavedView> fetch(long person, Condition which) {
        Field<Boolean> pinned = field(exists(selectOne().from(PINS).where(PERSON.eq(person), VIEW.eq(ID))))
                .as("pinned");
        return database.select(ID, OBJECT, OWNER, NAME, SHARED, POSITION, KIND, SETTINGS, pinned)
                .from(VIEWS)
                .where(which)
                .orderBy(POSITION, ID)
                .fetch(found -> new SavedView(
                        found.get(ID),
                        found.get(OBJECT),
                        found.get(OWNER),
                        found.get(NAME),
                        found.get(SHARED),
                        found.get(POSITION),
                        found.get(KIND),
                        (ObjectNode)
                                JsonMapper.shared().readTree(found.get(SETTINGS).data()),
                        found.get(pinned)));
    }
}
