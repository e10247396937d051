package hengke.kernel.audit;

import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals the rows of the logs in the order of their ids, block after block.
 *
 * <p>Ids are not committed in the order in which they are given. So the newest id is noted first; at the next visit,
 * when whoever had drawn a lower one has long begun to write it, the transactions still open are noted; and once those
 * are over no lower id can come any more, and everything up to the noted one is sealed. One node does it at a time.
 */
public final class LogSeals {
    private static final Logger LOG = LoggerFactory.getLogger(LogSeals.class);
    private static final int MOST_ROWS = 10_000;

    private final DSLContext database;
    private final Clock clock;

    public LogSeals(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** One visit to every log. */
    public void visit() {
        SealedLog.ALL.forEach(this::visit);
    }

    private void visit(SealedLog log) {
        while (Boolean.TRUE.equals(database.transactionResult(configuration -> step(configuration.dsl(), log)))) {
            // the next block
        }
    }

    /** Is there more to do at once? */
    private boolean step(DSLContext transaction, SealedLog log) {
        transaction.fetch("select pg_advisory_xact_lock(732, hashtext({0}))", DSL.val(log.name()));
        Optional<Record> horizon = transaction.fetchOptional("""
                select last_id, awaited is not null as waited,
                       pg_snapshot_xmin(pg_current_snapshot()) >= awaited as over
                from log_horizon where log = {0}""", DSL.val(log.name()));
        if (horizon.isEmpty()) {
            transaction.execute(
                    "insert into log_horizon (log, last_id) select {0}, coalesce(max(id), 0) from {1}",
                    DSL.val(log.name()), DSL.table(DSL.name(log.table())));
            return false;
        }
        if (!horizon.get().get("waited", Boolean.class)) {
            transaction.execute(
                    "update log_horizon set awaited = pg_snapshot_xmax(pg_current_snapshot()) where log = {0}",
                    DSL.val(log.name()));
            return false;
        }
        if (!horizon.get().get("over", Boolean.class)) {
            return false;
        }
        if (seal(transaction, log, horizon.get().get("last_id", Long.class))) {
            return true;
        }
        transaction.execute(
                "update log_horizon set awaited = null, last_id = (select coalesce(max(id), 0) from {1}) where log = {0}",
                DSL.val(log.name()), DSL.table(DSL.name(log.table())));
        return false;
    }

    /** Seals the next block up to an id; false when there is nothing left to seal. */
    private boolean seal(DSLContext transaction, SealedLog log, long upTo) {
        Optional<Block> last = Blocks.last(transaction, log.name());
        long first = last.map(Block::lastId).orElse(0L) + 1;
        Long end = transaction
                .fetchSingle(
                        """
                        select max(id) from (
                            select id from {0} where id between {1} and {2} order by id limit {3}) next""", DSL.table(DSL.name(log.table())), DSL.val(first), DSL.val(upTo), DSL.inline(MOST_ROWS))
                .get(0, Long.class);
        if (end == null) {
            return false;
        }
        Blocks.Said said = Blocks.now(transaction, log, first, end);
        Block block = new Block(
                        log.name(),
                        last.map(Block::number).orElse(0L) + 1,
                        first,
                        end,
                        said.rows(),
                        said.fromAt(),
                        said.toAt(),
                        said.open(),
                        said.content(),
                        last.map(Block::hash).orElse(Block.BEGINNING),
                        Block.BEGINNING,
                        said.ids(),
                        said.marks())
                .withHash();
        Blocks.add(transaction, block, clock.instant());
        LOG.info(
                "sealed log {} block {} rows {} hash {}",
                log.name(),
                block.number(),
                block.rows(),
                HexFormat.of().formatHex(block.hash()));
        return true;
    }
}
