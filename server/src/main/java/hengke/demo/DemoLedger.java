package hengke.demo;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The table that remembers what the demo data brought along, so that an interrupted loading can be removed as well. */
@Component
final class DemoLedger {
    private static final Table<?> DEMO = table(name("demo"));
    private static final org.jooq.Field<Long> OPERATION = field(name("operation_id"), SQLDataType.BIGINT);

    private final DSLContext database;

    DemoLedger(DSLContext database) {
        this.database = database;
    }

    /** The kinds of things that are no records. */
    enum Made {
        DEPARTMENTS,
        ROLES,
        PEOPLE,
        TAGS,
        POOLS,
        SCORING,
        LEAD_SCORING,
        CONVERSATIONS;

        private org.jooq.Field<Long[]> column() {
            return field(DSL.name(name().toLowerCase(Locale.ROOT)), SQLDataType.BIGINT.array());
        }
    }

    record Entry(
            @Nullable Long operation,
            List<Long> departments,
            List<Long> roles,
            List<Long> people,
            List<Long> tags,
            List<Long> pools,
            List<Long> scoring,
            List<Long> leadScoring,
            List<Long> conversations) {}

    /** Begins; false when demo data are loaded, or being loaded, already. */
    boolean open() {
        return database.insertInto(DEMO, field(name("only_one"), Boolean.class))
                        .values(true)
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Notes something that was made; answers its id. */
    long note(Made made, long id) {
        database.update(DEMO)
                .set(made.column(), DSL.arrayAppend(made.column(), id))
                .execute();
        return id;
    }

    void operation(DSLContext transaction, long id) {
        transaction.update(DEMO).set(OPERATION, id).execute();
    }

    Optional<Entry> find() {
        return database.select(
                        OPERATION,
                        Made.DEPARTMENTS.column(),
                        Made.ROLES.column(),
                        Made.PEOPLE.column(),
                        Made.TAGS.column(),
                        Made.POOLS.column(),
                        Made.SCORING.column(),
                        Made.LEAD_SCORING.column(),
                        Made.CONVERSATIONS.column())
                .from(DEMO)
                .fetchOptional(found -> new Entry(
                        found.value1(),
                        List.of(found.value2()),
                        List.of(found.value3()),
                        List.of(found.value4()),
                        List.of(found.value5()),
                        List.of(found.value6()),
                        List.of(found.value7()),
                        List.of(found.value8()),
                        List.of(found.value9())));
    }

    void close() {
        database.deleteFrom(DEMO).execute();
    }
}
