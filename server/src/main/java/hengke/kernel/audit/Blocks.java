package hengke.kernel.audit;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The table of blocks, and what the rows of a range say at this moment. */
final class Blocks {
    private static final Table<Record> BLOCKS = table(name("log_block"));
    private static final Field<String> LOG = field(name("log"), SQLDataType.CLOB);
    private static final Field<Long> NUMBER = field(name("number"), SQLDataType.BIGINT);
    private static final Field<Long> FIRST = field(name("first_id"), SQLDataType.BIGINT);
    private static final Field<Long> LAST = field(name("last_id"), SQLDataType.BIGINT);
    private static final Field<Long> ROWS = field(name("rows"), SQLDataType.BIGINT);
    private static final Field<Instant> FROM_AT = field(name("from_at"), SQLDataType.INSTANT);
    private static final Field<Instant> TO_AT = field(name("to_at"), SQLDataType.INSTANT);
    private static final Field<Long[]> OPEN = field(name("open"), SQLDataType.BIGINT.array());
    private static final Field<byte[]> CONTENT = field(name("content"), SQLDataType.BLOB);
    private static final Field<byte[]> PREVIOUS = field(name("previous"), SQLDataType.BLOB);
    private static final Field<byte[]> HASH = field(name("hash"), SQLDataType.BLOB);
    private static final Field<Long[]> IDS = field(name("ids"), SQLDataType.BIGINT.array());
    private static final Field<Long[]> MARKS = field(name("marks"), SQLDataType.BIGINT.array());
    private static final Field<Instant> SEALED_AT = field(name("sealed_at"), SQLDataType.INSTANT);
    private static final Field<Instant> RELEASED_AT = field(name("released_at"), SQLDataType.INSTANT);
    private static final String EVERY_ROW = """
            select count(*) as rows, min(at) as from_at, max(at) as to_at,
                   array_agg(id order by id) filter (where open) as open,
                   sha256(coalesce(string_agg(digest, ''::bytea order by id), ''::bytea)) as content,
                   array_agg(id order by id) as ids,
                   array_agg(('x' || encode(substring(digest from 1 for 8), 'hex'))::bit(64)::bigint order by id) as marks
            from (""";

    private Blocks() {}

    /** What the rows of a range say. */
    record Said(long rows, Instant fromAt, Instant toAt, List<Long> open, byte[] content, Long[] ids, Long[] marks) {}

    /** As they are now. */
    static Said now(DSLContext database, SealedLog log, long firstId, long lastId) {
        return said(database.fetchSingle(
                EVERY_ROW + log.digests(log.open()) + ") said", DSL.val(firstId), DSL.val(lastId)));
    }

    /** As they are now, apart from the outcome of those that were open when the block was sealed. */
    static Said asSealed(DSLContext database, SealedLog log, Block block) {
        return said(database.fetchSingle(
                EVERY_ROW + log.digests("id = any({2})") + ") said",
                DSL.val(block.firstId()),
                DSL.val(block.lastId()),
                DSL.val(block.open().toArray(Long[]::new))));
    }

    private static Said said(Record found) {
        return new Said(
                found.get("rows", Long.class),
                Objects.requireNonNullElse(found.get("from_at", Instant.class), Instant.EPOCH),
                Objects.requireNonNullElse(found.get("to_at", Instant.class), Instant.EPOCH),
                List.of(longs(found, "open")),
                found.get("content", byte[].class),
                longs(found, "ids"),
                longs(found, "marks"));
    }

    private static Long[] longs(Record found, String column) {
        return Objects.requireNonNullElse(found.get(column, Long[].class), new Long[0]);
    }

    static void add(DSLContext transaction, Block block, Instant at) {
        transaction
                .insertInto(BLOCKS)
                .set(LOG, block.log())
                .set(NUMBER, block.number())
                .set(FIRST, block.firstId())
                .set(LAST, block.lastId())
                .set(ROWS, block.rows())
                .set(FROM_AT, block.fromAt())
                .set(TO_AT, block.toAt())
                .set(OPEN, block.open().toArray(Long[]::new))
                .set(CONTENT, block.content())
                .set(PREVIOUS, block.previous())
                .set(HASH, block.hash())
                .set(IDS, block.ids())
                .set(MARKS, block.marks())
                .set(SEALED_AT, at)
                .execute();
    }

    static Optional<Block> last(DSLContext database, String log) {
        return database.select(
                        LOG, NUMBER, FIRST, LAST, ROWS, FROM_AT, TO_AT, OPEN, CONTENT, PREVIOUS, HASH, IDS, MARKS)
                .from(BLOCKS)
                .where(LOG.eq(log))
                .orderBy(NUMBER.desc())
                .limit(1)
                .fetchOptional(Blocks::block);
    }

    /** The next block after a number, if there is one. */
    static Optional<Block> after(DSLContext database, String log, long number) {
        return database.select(
                        LOG, NUMBER, FIRST, LAST, ROWS, FROM_AT, TO_AT, OPEN, CONTENT, PREVIOUS, HASH, IDS, MARKS)
                .from(BLOCKS)
                .where(LOG.eq(log), NUMBER.gt(number))
                .orderBy(NUMBER)
                .limit(1)
                .fetchOptional(Blocks::block);
    }

    /** Lets go of the rows of the blocks that begin before a moment; that they were there stays sealed. */
    static int release(DSLContext transaction, String log, Instant before, Instant at) {
        return transaction
                .update(BLOCKS)
                .setNull(IDS)
                .setNull(MARKS)
                .set(RELEASED_AT, at)
                .where(LOG.eq(log), FROM_AT.lt(before), RELEASED_AT.isNull())
                .execute();
    }

    private static Block block(Record found) {
        return new Block(
                found.get(LOG),
                found.get(NUMBER),
                found.get(FIRST),
                found.get(LAST),
                found.get(ROWS),
                found.get(FROM_AT),
                found.get(TO_AT),
                List.of(found.get(OPEN)),
                found.get(CONTENT),
                found.get(PREVIOUS),
                found.get(HASH),
                found.get(IDS),
                found.get(MARKS));
    }
}
