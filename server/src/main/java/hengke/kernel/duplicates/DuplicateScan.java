package hengke.kernel.duplicates;

import hengke.kernel.access.Actor;
import hengke.kernel.duplicates.Grouping.Group;
import hengke.kernel.duplicates.Grouping.Pair;
import hengke.kernel.duplicates.Grouping.Scored;
import hengke.kernel.duplicates.ScanLog.Scan;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Looks through all records of an object for those that are the same. Records that may be the same have keys that meet;
 * only those are compared. Part by part, each part in one transaction with its progress, so that it can be cancelled,
 * killed and gone on with. What was found before is shown until all is found.
 */
public final class DuplicateScan {
    private static final int RECORDS = 10_000;
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
                ScanKeys.of(transaction, object).create();
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
            object.ifPresent(each -> ScanKeys.of(transaction, each).drop());
            ScanLog.end(transaction, scan.object(), scan.round(), object.isEmpty() ? "failed" : "cancelled");
            return false;
        }
        if (!ScanKeys.of(transaction, object.get()).intact()) {
            ScanKeys.of(transaction, object.get()).create();
            ScanLog.advance(transaction, scan, "keys", 0, 0, 0);
            return true;
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
        ScanKeys.of(transaction, object).add(identities);
        if (identities.size() < RECORDS) {
            ScanLog.advance(transaction, scan, "pairs", 0, scan.total(), 0);
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
        int part = (int) scan.position();
        ScanKeys keys = ScanKeys.of(transaction, object);
        double likely = settings.get(DuplicateSettings.LIKELY) / PARTS;
        keys.pairs(part, some -> {
            Set<Long> ids = new TreeSet<>();
            some.forEach(pair -> {
                ids.add(pair.one());
                ids.add(pair.other());
            });
            List<Pair> candidates = new ArrayList<>(some);
            candidates.removeAll(Ignored.among(transaction, object, ids));
            keep(transaction, object, scan.round(), alike(candidates, identities(transaction, object, ids), likely));
        });
        boolean last = part + 1 == ScanKeys.PARTS;
        ScanLog.advance(
                transaction, scan, last ? "groups" : "pairs", last ? 0 : part + 1, scan.total(), keys.common(part));
        return true;
    }

    private static Map<Pair, Likeness> alike(List<Pair> candidates, Map<Long, Identity> identities, double likely) {
        Map<Pair, Likeness> alike = new LinkedHashMap<>();
        for (Pair pair : candidates) {
            Identity one = identities.get(pair.one());
            Identity other = identities.get(pair.other());
            if (one != null && other != null) {
                Likeness likeness = Likeness.of(one, other);
                if (likeness.score() >= likely) {
                    alike.put(pair, likeness);
                }
            }
        }
        return alike;
    }

    private static void keep(DSLContext transaction, ObjectDefinition object, long round, Map<Pair, Likeness> alike) {
        transaction.execute(
                """
                insert into duplicate_pair (object, round, one_id, other_id, score, reasons)
                select {0}, {1}, each.* from unnest({2}, {3}, {4}, {5}) each on conflict do nothing""",
                DSL.val(object.name()),
                DSL.val(round),
                DSL.val(alike.keySet().stream().map(Pair::one).toArray(Long[]::new), SQLDataType.BIGINT.array()),
                DSL.val(alike.keySet().stream().map(Pair::other).toArray(Long[]::new), SQLDataType.BIGINT.array()),
                DSL.val(
                        alike.values().stream().map(Likeness::score).toArray(Double[]::new),
                        SQLDataType.DOUBLE.array()),
                DSL.val(
                        alike.values().stream().map(DuplicateScan::reasons).toArray(JSONB[]::new),
                        SQLDataType.JSONB.array()));
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
        ScanKeys.of(transaction, object).drop();
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
        Identities recognised = Identities.reader(object);
        RowReader reader = new RowReader(Identities.fields(object));
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
                    identities.put(read.id(), recognised.of(read));
                });
        return identities;
    }
}
