package hengke.kernel.schema;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.events.Broadcast;
import hengke.kernel.metadata.Overlay;
import hengke.kernel.metadata.OverlayJson;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the company has changed about the shipped objects, as rows of {@code catalog_overlay}: one for each version. */
public final class OverlayStore {
    /** On which nodes tell each other the new version. */
    static final String CHANNEL = "catalog";

    private static final Table<Record> OVERLAYS = table(name("catalog_overlay"));
    private static final Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT);
    private static final Field<JSONB> DATA = field(name("data"), SQLDataType.JSONB);
    private static final Field<Instant> AT = field(name("at"), SQLDataType.INSTANT);
    private static final Field<String> NOTE = field(name("note"), SQLDataType.CLOB);
    private static final Field<Long> BY = field(name("by"), SQLDataType.BIGINT);

    private final DSLContext database;

    public OverlayStore(DSLContext database) {
        this.database = database;
    }

    /** The overlay in force. */
    public Overlay load() {
        return database.select(VERSION, DATA)
                .from(OVERLAYS)
                .orderBy(VERSION.desc())
                .limit(1)
                .fetchOptional(row -> OverlayJson.read(
                        row.value1(), JsonMapper.shared().readTree(row.value2().data())))
                .orElse(Overlay.NONE);
    }

    /** Who made a version, when, and what for. */
    public record Version(
            long version, Instant at, @Nullable Long by, String note) {}

    /** Who made the overlay in force; empty while nothing was ever changed. */
    public Optional<Version> latest() {
        return versions(null, 1).stream().findFirst();
    }

    /** Newest first, those before one. */
    public List<Version> versions(@Nullable Long before, int most) {
        return database.select(VERSION, AT, BY, NOTE)
                .from(OVERLAYS)
                .where(before == null ? DSL.noCondition() : VERSION.lt(before))
                .orderBy(VERSION.desc())
                .limit(most)
                .fetch(row -> new Version(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    /** The overlay as it was; before the first change there was none. */
    public Overlay load(long version) {
        return database.select(VERSION, DATA)
                .from(OVERLAYS)
                .where(VERSION.eq(version))
                .fetchOptional(row -> OverlayJson.read(
                        row.value1(), JsonMapper.shared().readTree(row.value2().data())))
                .orElse(Overlay.NONE);
    }

    /** The version of the overlay in force, without reading the rest. */
    public long version() {
        Long version =
                database.select(max(VERSION)).from(OVERLAYS).fetchSingle().value1();
        return version == null ? Overlay.NONE.version() : version;
    }

    /** Keeps a new version and tells all nodes; false when somebody else has made it. */
    boolean save(Overlay overlay, @Nullable Long user, String note) {
        return database.transactionResult(transaction -> {
            DSLContext inside = DSL.using(transaction);
            int saved = inside.insertInto(OVERLAYS, VERSION, DATA, BY, NOTE)
                    .values(
                            overlay.version(),
                            JSONB.valueOf(OverlayJson.write(overlay).toString()),
                            user,
                            note)
                    .onConflictDoNothing()
                    .execute();
            Broadcast.send(inside, CHANNEL, String.valueOf(overlay.version()));
            return saved == 1;
        });
    }
}
