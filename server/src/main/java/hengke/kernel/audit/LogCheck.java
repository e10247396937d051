package hengke.kernel.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Holds the logs against their seals: every block follows the one before, and its rows say what they said. */
public final class LogCheck {
    private static final int MOST_NAMED = 100;

    private final DSLContext database;

    public LogCheck(DSLContext database) {
        this.database = database;
    }

    /** What is wrong with a block. */
    public enum Fault {
        /** Rows that are gone. */
        REMOVED,
        /** Rows that say something else. */
        ALTERED,
        /** Rows that were not there. */
        INSERTED,
        /** A block that is gone, or is not the one that was sealed. */
        CHAIN
    }

    /** @param rows the ids of the rows, the first of them if they are many */
    public record Finding(long block, Fault fault, List<Long> rows, long count) {}

    /**
     * What came of checking one log.
     *
     * @param released how many of the blocks retention has let go of: what was in them is not there to be checked
     * @param unsealed rows too new to be sealed; they can be changed unnoticed
     * @param head the hash of the newest block: noted elsewhere, it proves that the end was not cut off
     */
    public record Outcome(
            String log,
            long blocks,
            long rows,
            long released,
            long unsealed,
            @Nullable String head,
            List<Finding> findings) {}

    public List<Outcome> everything() {
        return SealedLog.ALL.stream().map(this::check).toList();
    }

    private Outcome check(SealedLog log) {
        List<Finding> findings = new ArrayList<>();
        byte[] before = Block.BEGINNING;
        long number = 0;
        long lastId = 0;
        long rows = 0;
        long released = 0;
        for (Optional<Block> next = Blocks.after(database, log.name(), 0);
                next.isPresent();
                next = Blocks.after(database, log.name(), number)) {
            Block block = next.get();
            boolean inOrder = block.number() == number + 1 && block.firstId() == lastId + 1 && block.follows(before);
            if (!inOrder || !block.isWhole()) {
                findings.add(new Finding(block.number(), Fault.CHAIN, List.of(), 0));
            }
            if (block.ids() == null) {
                released++;
            } else {
                findings.addAll(compare(log, block));
            }
            before = block.hash();
            number = block.number();
            lastId = block.lastId();
            rows += block.rows();
        }
        return new Outcome(
                log.name(),
                number,
                rows,
                released,
                unsealed(log, lastId),
                number == 0 ? null : HexFormat.of().formatHex(before),
                findings);
    }

    /** What is wrong with the blocks that begin before a moment and whose rows are still kept. */
    List<Finding> before(SealedLog log, Instant end) {
        List<Finding> findings = new ArrayList<>();
        Optional<Block> next = Blocks.after(database, log.name(), 0);
        while (next.isPresent()) {
            Block block = next.get();
            if (block.ids() != null && block.fromAt().isBefore(end)) {
                findings.addAll(compare(log, block));
            }
            next = Blocks.after(database, log.name(), block.number());
        }
        return findings;
    }

    private List<Finding> compare(SealedLog log, Block block) {
        Blocks.Said now = Blocks.asSealed(database, log, block);
        if (Arrays.equals(now.content(), block.content())) {
            return List.of();
        }
        Map<Long, Long> sealed = byId(Objects.requireNonNull(block.ids()), Objects.requireNonNull(block.marks()));
        Map<Long, Long> present = byId(now.ids(), now.marks());
        List<Finding> findings = new ArrayList<>();
        add(
                findings,
                block,
                Fault.REMOVED,
                sealed.keySet().stream().filter(id -> !present.containsKey(id)).toList());
        add(
                findings,
                block,
                Fault.INSERTED,
                present.keySet().stream().filter(id -> !sealed.containsKey(id)).toList());
        add(
                findings,
                block,
                Fault.ALTERED,
                sealed.keySet().stream()
                        .filter(id ->
                                present.containsKey(id) && !present.get(id).equals(sealed.get(id)))
                        .toList());
        return findings.isEmpty() ? List.of(new Finding(block.number(), Fault.CHAIN, List.of(), 0)) : findings;
    }

    private static Map<Long, Long> byId(Long[] ids, Long[] marks) {
        Map<Long, Long> byId = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            byId.put(ids[i], marks[i]);
        }
        return byId;
    }

    private static void add(List<Finding> findings, Block block, Fault fault, List<Long> rows) {
        if (!rows.isEmpty()) {
            findings.add(new Finding(
                    block.number(),
                    fault,
                    rows.stream().sorted().limit(MOST_NAMED).toList(),
                    rows.size()));
        }
    }

    private long unsealed(SealedLog log, long lastId) {
        Record counted = database.fetchSingle(
                "select count(*) from {0} where id > {1}", DSL.table(DSL.name(log.table())), DSL.val(lastId));
        return counted.get(0, Long.class);
    }
}
