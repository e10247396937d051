package hengke.kernel.duplicates;

import hengke.kernel.duplicates.Grouping.Pair;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.text.value.Identity;
import hengke.kernel.text.value.Key;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The keys of all records while an object is looked through; of no use afterwards, and so kept without a journal. They
 * lie in parts of equal size, so that pairs are found part by part without an index, and the memory needed stays the same.
 */
final class ScanKeys {
    static final int PARTS = 16;
    /** Whole values under one key; a key of more of them says nothing. */
    static final int MOST_ALIKE = 40;

    private static final int FETCHED = 5_000;

    private final DSLContext transaction;
    private final String table;

    private ScanKeys(DSLContext transaction, String table) {
        this.transaction = transaction;
        this.table = table;
    }

    static ScanKeys of(DSLContext transaction, ObjectDefinition object) {
        String table = "twins_" + object.table();
        return new ScanKeys(transaction, table.substring(0, Math.min(60, table.length())));
    }

    void create() {
        drop();
        transaction.execute("""
                create table {0} (key bigint not null, record_id bigint not null, part smallint not null,
                                  province smallint, slip boolean not null) partition by list (part)""", DSL.name(table));
        for (int part = 0; part < PARTS; part++) {
            transaction.execute(
                    "create unlogged table {0} partition of {1} for values in ({2})",
                    part(part), DSL.name(table), DSL.inline(part));
        }
        // what has no journal is empty after a crash of the database; this tells that it is not
        transaction.execute("insert into {0} values (0, 0, 0, null, true)", DSL.name(table));
    }

    void drop() {
        transaction.execute("drop table if exists {0}", DSL.name(table));
    }

    /** Is everything still there that was put there? */
    boolean intact() {
        return transaction
                .fetchSingle("select exists (select from {0} where record_id = 0)", part(0))
                .get(0, Boolean.class);
    }

    void add(Map<Long, Identity> identities) {
        StringBuilder lines = new StringBuilder();
        identities.forEach((id, identity) -> {
            for (Key key : identity.keys()) {
                long hash = hash(key.text());
                lines.append(hash)
                        .append('\t')
                        .append(id.longValue())
                        .append('\t')
                        .append(hash >>> 60)
                        .append('\t')
                        .append(key.province() == null ? "\\N" : key.province())
                        .append('\t')
                        .append(key.slip())
                        .append('\n');
            }
        });
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        transaction.connection(connection -> {
            CopyIn in = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(transaction.render(DSL.sql("copy {0} from stdin", DSL.name(table))));
            in.writeToCopy(bytes, 0, bytes.length);
            in.endCopy();
        });
    }

    /** How many keys of a part say nothing. */
    long common(int part) {
        return transaction.fetchSingle("""
                        select count(*) from (
                            select from {0} where not slip group by key having count(*) > {1}) common""", part(part), DSL.inline(MOST_ALIKE)).get(0, Long.class);
    }

    /** The pairs of records of which two keys in this part meet, some at a time. */
    void pairs(int part, Consumer<List<Pair>> some) {
        transaction.execute("set local work_mem = '64MB'");
        try (Cursor<Record> found = transaction
                .resultQuery("""
                        with whole as (
                            select key, record_id, province, count(*) over (partition by key) as alike
                            from {0} where not slip)
                        select distinct least(w.record_id, k.record_id), greatest(w.record_id, k.record_id)
                        from whole w join {0} k on k.key = w.key and k.record_id <> w.record_id
                            and (k.province is null or w.province is null or k.province = w.province)
                        where w.alike <= {1} and (k.slip or k.record_id > w.record_id)
                        order by 1, 2""", part(part), DSL.inline(MOST_ALIKE))
                .fetchSize(FETCHED)
                .fetchLazy()) {
            while (found.hasNext()) {
                some.accept(found.fetchNext(FETCHED)
                        .map(row -> new Pair(row.get(0, Long.class), row.get(1, Long.class))));
            }
        }
    }

    private Name part(int part) {
        return DSL.name(table + "_" + Integer.toHexString(part));
    }

    /** Two different keys of one hash are merely compared in vain. */
    private static long hash(String key) {
        long hash = 1_125_899_906_842_597L;
        for (int i = 0; i < key.length(); i++) {
            hash = 31 * hash + key.charAt(i);
        }
        return hash * 0x9E3779B97F4A7C15L;
    }
}
