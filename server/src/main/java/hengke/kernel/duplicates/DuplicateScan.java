package hengke.kernel.duplicates;

import hengke.kernel.access.Actor;
import hengke.kernel.duplicates.Grouping.Group;
import hengke.kernel.duplicates.Grouping.Pair;
import hengke.kernel.duplicates.Grouping.Scored;
import hengke.kernel.duplicates.ScanLog.Scan;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.query.Alias;
import hengke.kernel.query.RowReader;
import hengke.kernel.settings.Settings;
import hengke.kernel.text.value.Identity;
import hengke.kernel.text.value.Likeness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Name;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Looks through all records of an object for those that are the same. Records that may be the same share a key; they are
 * compared only within one. Part by part, each part in one transaction with its progress, so that it can be cancelled,
 * killed and gone on with. What was found before is shown until all is found.
 */
public final class DuplicateScan {
    /** Records that share a key; a key of more of them says nothing. */
    static final int MOST_ALIKE = 40;

    private static final int RECORDS = 2_000;
    private static final int KEYS = 2_000;
    private static final double PARTS = 100;

    private final DSLContext database;
    private final LiveCatalog catalog;
    private final Settings settings;
    private final Promise promise;

    /** Sees to it that a scan is done even if whoever began it is killed. */
    interface Promise {
        void run(String object, long round);
    }

    DuplicateScan(DSLContext database, LiveCatalog catalog, Settings settings, Promise promise) {
        this.database = database;
        this.catalog = catalog;
        this.settings = settings;
        this.promise = promise;
    }

    /** Begins to look, unless somebody does already. */
    public Scan start(Actor actor, ObjectDefinition object) {
        return database.transactionResult(configuration -> {
            DSLContext transaction = configuration.dsl();
            Alias row = Alias.of(object);
            long total =
                    transaction.fetchCount(DSL.selectOne().from(row.table()).where(row.living()));
            boolean begun = ScanLog.begin(transaction, object, total, actor.user());
            Scan scan = ScanLog.find(transaction, object).orElseThrow();
            if (begun) {
                transaction.execute("drop table if exists {0}", keys(object));
                transaction.execute("create table {0} (key bigint not null, record_id bigint not null)", keys(object));
                forgetRounds(transaction, object, scan.shown());
                promise.run(object.name(), scan.round());
            }
            return scan;
        });
    }

    public void cancel(ObjectDefinition object) {
        ScanLog.askToCancel(database, object);
    }

    /** Does what is still to be done; called again after a kill, it goes on where it stopped. */
    void run(String object, long round) {
        while (database.transactionResult(configuration -> ScanLog.hold(configuration.dsl(), object, round)
                .filter(scan -> step(configuration.dsl(), scan))
                .isPresent())) {
            // the next part
        }
    }

    /** Ends what breaks again and again. */
    void giveUp(String object, long round) {
        ScanLog.end(database, object, round, "failed");
    }

    private boolean step(DSLContext transaction, Scan scan) {
        Optional<ObjectDefinition> object = catalog.current().find(scan.object());
        if (object.isEmpty() || scan.cancelAsked()) {
            object.ifPresent(each -> transaction.execute("drop table if exists {0}", keys(each)));
            ScanLog.end(transaction, scan.object(), scan.round(), object.isEmpty() ? "failed" : "cancelled");
            return false;
        }
        return switch (scan.phase()) {
            case "keys" -> readKeys(transaction, object.get(), scan);
            case "pairs" -> compare(transaction, object.get(), scan);
            default -> group(transaction, object.get(), scan);
        };
    }

    private boolean readKeys(DSLContext transaction, ObjectDefinition object, Scan scan) {
        Alias row = Alias.of(object);
        Map<Long, Identity> identities =
                identities(transaction, object, row.id().gt(scan.position()), RECORDS);
        List<Long> keys = new ArrayList<>();
        List<Long> records = new ArrayList<>();
        identities.forEach((id, identity) -> identity.keys().forEach(key -> {
            keys.add(hash(key));
            records.add(id);
        }));
        transaction.execute(
                "insert into {0} select * from unnest({1}, {2})",
                keys(object),
                DSL.val(keys.toArray(Long[]::new), SQLDataType.BIGINT.array()),
                DSL.val(records.toArray(Long[]::new), SQLDataType.BIGINT.array()));
        if (identities.size() < RECORDS) {
            transaction.execute("create index on {0} (key)", keys(object));
            ScanLog.advance(transaction, scan, "pairs", Long.MIN_VALUE, scan.total(), 0);
        } else {
            long last = identities.keySet().stream()
                    .mapToLong(Long::longValue)
                    .max()
                    .orElseThrow();
            ScanLog.advance(transaction, scan, "keys", last, scan.done() + identities.size(), 0);
        }
        return true;
    }

    private boolean compare(DSLContext transaction, ObjectDefinition object, Scan scan) {
        Result<?> blocks = transaction.fetch(
                """
                select key, case when count(*) <= {2} then array_agg(distinct record_id order by record_id) end as ids
                from {0} where key > {1} group by key having count(*) > 1 order by key limit {3}""", DSL.table(keys(object)), DSL.val(scan.position()), DSL.inline(MOST_ALIKE), DSL.inline(KEYS));
        Set<Pair> candidates = new HashSet<>();
        Set<Long> ids = new TreeSet<>();
        long skipped = 0;
        for (org.jooq.Record block : blocks) {
            Long[] alike = block.get("ids", Long[].class);
            if (alike == null) {
                skipped++;
                continue;
            }
            for (int i = 0; i < alike.length; i++) {
                for (int j = i + 1; j < alike.length; j++) {
                    candidates.add(new Pair(alike[i], alike[j]));
                }
                ids.add(alike[i]);
            }
        }
        candidates.removeAll(Ignored.among(transaction, object, ids));
        keep(transaction, object, scan, candidates, identities(transaction, object, ids));
        if (blocks.size() < KEYS) {
            ScanLog.advance(transaction, scan, "groups", 0, scan.total(), skipped);
        } else {
            long last = blocks.getLast().get("key", Long.class);
            ScanLog.advance(transaction, scan, "pairs", last, scan.total(), skipped);
        }
        return true;
    }

    private void keep(
            DSLContext transaction,
            ObjectDefinition object,
            Scan scan,
            Set<Pair> candidates,
            Map<Long, Identity> identities) {
        double likely = settings.get(DuplicateSettings.LIKELY) / PARTS;
        var insert = transaction.insertInto(
                DSL.table(DSL.name("duplicate_pair")),
                DSL.field(DSL.name("object"), String.class),
                DSL.field(DSL.name("round"), Long.class),
                DSL.field(DSL.name("one_id"), Long.class),
                DSL.field(DSL.name("other_id"), Long.class),
                DSL.field(DSL.name("score"), Double.class),
                DSL.field(DSL.name("reasons"), JSONB.class));
        int found = 0;
        for (Pair pair : candidates) {
            Identity one = identities.get(pair.one());
            Identity other = identities.get(pair.other());
            if (one != null && other != null) {
                Likeness likeness = Likeness.of(one, other);
                if (likeness.score() >= likely) {
                    insert = insert.values(
                            object.name(), scan.round(), pair.one(), pair.other(), likeness.score(), reasons(likeness));
                    found++;
                }
            }
        }
        if (found > 0) {
            insert.onConflictDoNothing().execute();
        }
    }

    private static JSONB reasons(Likeness likeness) {
        ArrayNode reasons = JsonMapper.shared().createArrayNode();
        likeness.reasons()
                .forEach(reason ->
                        reasons.addObject().put("field", reason.field()).put("weight", reason.weight()));
        return JSONB.valueOf(reasons.toString());
    }

    private boolean group(DSLContext transaction, ObjectDefinition object, Scan scan) {
        List<Scored> scored = transaction
                .fetch(
                        "select one_id, other_id, score from duplicate_pair where object = {0} and round = {1}",
                        DSL.val(object.name()), DSL.val(scan.round()))
                .map(row -> new Scored(
                        new Pair(row.get("one_id", Long.class), row.get("other_id", Long.class)),
                        row.get("score", Double.class)));
        Grouping.of(scored).forEach(group -> keep(transaction, object, scan.round(), group));
        ScanLog.end(transaction, object.name(), scan.round(), "done");
        forgetRounds(transaction, object, scan.round());
        transaction.execute("drop table if exists {0}", keys(object));
        return false;
    }

    /** Stores a group. */
    static void keep(DSLContext transaction, ObjectDefinition object, long round, Group group) {
        transaction.execute(
                """
                with made as (insert into duplicate_group (object, round, score, whole)
                              values ({0}, {1}, {2}, {3}) returning id)
                insert into duplicate_member select id, unnest({4}) from made""",
                DSL.val(object.name()),
                DSL.val(round),
                DSL.val(group.score()),
                DSL.val(group.whole()),
                DSL.val(group.records().toArray(Long[]::new), SQLDataType.BIGINT.array()));
    }

    private static void forgetRounds(DSLContext transaction, ObjectDefinition object, long but) {
        for (String table : List.of("duplicate_pair", "duplicate_group")) {
            transaction.execute(
                    "delete from {0} where object = {1} and round <> {2}",
                    DSL.name(table), DSL.val(object.name()), DSL.val(but));
        }
    }

    private static Map<Long, Identity> identities(
            DSLContext transaction, ObjectDefinition object, Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : identities(
                        transaction, object, Alias.of(object).id().eq(DSL.any(ids.toArray(Long[]::new))), ids.size());
    }

    private static Map<Long, Identity> identities(
            DSLContext transaction, ObjectDefinition object, Condition which, int most) {
        Alias row = Alias.of(object);
        List<Field<?>> fields = Identities.fields(object);
        RowReader reader = new RowReader(fields);
        Map<Long, Identity> identities = new HashMap<>();
        transaction
                .select(reader.columns(row))
                .from(row.table())
                .where(which)
                .and(row.living())
                .orderBy(row.id())
                .limit(most)
                .forEach(found -> {
                    Row read = reader.read(found, 0);
                    identities.put(read.id(), Identities.of(object, read));
                });
        return identities;
    }

    /** The keys of one object while it is looked through; of no use afterwards. */
    private static Name keys(ObjectDefinition object) {
        String table = "twins_" + object.table();
        return DSL.name(table.substring(0, Math.min(63, table.length())));
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
