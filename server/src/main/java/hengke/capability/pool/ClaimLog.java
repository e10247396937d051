package hengke.capability.pool;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Message;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Whose every record was and how it came: only ever added to, so that nothing done later evades a limit. */
public final class ClaimLog {
    private static final Table<Record> LOG = table(name("pool_claim"));
    private static final org.jooq.Field<Instant> AT = field(name("at"), SQLDataType.INSTANT);
    private static final org.jooq.Field<String> OBJECT = field(name("object"), SQLDataType.CLOB);
    private static final org.jooq.Field<Long> RECORD = field(name("record_id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Long> POOL = field(name("pool_id"), SQLDataType.BIGINT);
    private static final org.jooq.Field<String> KIND = field(name("kind"), SQLDataType.CLOB);
    private static final org.jooq.Field<Long> PERSON = field(name("person"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Long> FORMER = field(name("former"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Long> ACTOR = field(name("actor"), SQLDataType.BIGINT);
    private static final org.jooq.Field<Long> OPERATION = field(name("operation"), SQLDataType.BIGINT);
    private static final org.jooq.Field<String> REASON = field(name("reason"), SQLDataType.CLOB);

    private ClaimLog() {}

    /** How a record came to its owner, or lost one. */
    public enum Kind {
        CLAIM,
        ASSIGN,
        CREATE,
        IMPORT,
        TRANSFER,
        RETURN,
        RECYCLE,
        MOVE,
        UNDO;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One change of hands.
     *
     * @param pool the pool it was taken from, went to, or belongs to
     * @param person who has it from then on; null: nobody
     * @param former who had it until then; null: nobody
     * @param reason kept in every language
     */
    public record Entry(
            Instant at,
            long record,
            @Nullable Long pool,
            Kind kind,
            @Nullable Long person,
            @Nullable Long former,
            long actor,
            @Nullable String reason) {}

    static void append(DSLContext database, ObjectDefinition object, long operation, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var insert = database.insertInto(LOG).columns(AT, OBJECT, RECORD, POOL, KIND, PERSON, FORMER, ACTOR, OPERATION);
        for (Entry entry : entries) {
            insert = insert.values(
                    entry.at,
                    object.name(),
                    entry.record,
                    entry.pool,
                    entry.kind.wire(),
                    entry.person,
                    entry.former,
                    entry.actor,
                    operation);
        }
        insert.execute();
    }

    /** Says why, of what this operation has just written down about these records. */
    static void explain(
            DSLContext database, ObjectDefinition object, long operation, Collection<Long> records, Message reason) {
        database.update(LOG)
                .set(REASON, KeptMessage.of(reason))
                .where(OBJECT.eq(object.name()), RECORD.eq(DSL.any(records.toArray(Long[]::new))))
                .and(OPERATION.eq(operation))
                .and(REASON.isNull())
                .execute();
    }

    /** How many records a person has taken from a pool since then. */
    static int claims(DSLContext database, long person, long pool, Instant since) {
        return database.fetchCount(
                LOG,
                KIND.eq(Kind.CLAIM.wire())
                        .and(PERSON.eq(person))
                        .and(POOL.eq(pool))
                        .and(AT.ge(since)));
    }

    /** When a person last lost each of these records. */
    static Map<Long, Instant> lost(
            DSLContext database, ObjectDefinition object, Collection<Long> records, long person) {
        return database.select(RECORD, max(AT))
                .from(LOG)
                .where(OBJECT.eq(object.name()), RECORD.eq(DSL.any(records.toArray(Long[]::new))), FORMER.eq(person))
                .groupBy(RECORD)
                .fetchMap(RECORD, max(AT));
    }

    /** Everything about one record, newest first. */
    public static List<Entry> of(DSLContext database, ObjectDefinition object, long record, int most) {
        return database.select(AT, POOL, KIND, PERSON, FORMER, ACTOR, REASON)
                .from(LOG)
                .where(OBJECT.eq(object.name()), RECORD.eq(record))
                .orderBy(field(name("id")).desc())
                .limit(most)
                .fetch(row -> new Entry(
                        row.get(AT),
                        record,
                        row.get(POOL),
                        Kind.valueOf(row.get(KIND).toUpperCase(Locale.ROOT)),
                        row.get(PERSON),
                        row.get(FORMER),
                        row.get(ACTOR),
                        row.get(REASON)));
    }
}
