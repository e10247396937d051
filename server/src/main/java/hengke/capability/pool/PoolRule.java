package hengke.capability.pool;

import hengke.capability.owner.Owned;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Operation;
import hengke.kernel.records.Rule;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps every record of a pooled object either with an owner or free in exactly one pool, whatever way a change comes:
 * by hand nobody takes one from a pool or puts one back, nobody is given more than may be held, and every change of
 * hands is written down. An object without pools is left alone.
 */
@Component
@Order(50)
final class PoolRule implements Rule {
    private final LivePools pools;
    private final Membership membership;
    private final Quotas quotas;
    private final Returns returns;
    private final Clock clock;

    PoolRule(LivePools pools, Membership membership, Quotas quotas, Returns returns, Clock clock) {
        this.pools = pools;
        this.membership = membership;
        this.quotas = quotas;
        this.returns = returns;
        this.clock = clock;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Pooled.class)
                && object.has(Owned.class)
                && !pools.of(object).isEmpty();
    }

    @Override
    public void before(Batch batch) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (Edit edit : batch.open()) {
            switch (edit.action()) {
                case CREATE -> place(batch, edit);
                case UPDATE -> {
                    if (!batch.caller().unlimited()) {
                        refuseByHand(edit);
                    }
                }
                case DELETE, RESTORE -> {}
            }
            boolean moves = edit.action() == Action.CREATE || edit.changes(Owned.OWNER) || edit.changes(Pooled.POOL);
            if (!edit.refused() && moves) {
                settle(batch, edit, now);
            }
        }
        if (!batch.caller().unlimited()) {
            checkHoldings(batch);
        }
    }

    /** Whoever names a pool for a new record and no owner means that it is free. */
    private void place(Batch batch, Edit edit) {
        Long pool = edit.after().get(Pooled.POOL);
        if (pool == null) {
            return;
        }
        Optional<PoolDefinition> known = pools.of(batch.object()).stream()
                .filter(each -> each.id() == pool)
                .findFirst();
        if (known.isEmpty()) {
            edit.refuse(
                    Pooled.POOL, Message.of("pool.otherObject", batch.object().label()));
        } else if (edit.asked(Pooled.POOL)
                && !batch.caller().unlimited()
                && !membership.belongs(batch.caller().actor(), known.get())) {
            edit.refuse(Pooled.POOL, Message.of("pool.notMember", known.get().name()));
        } else if (!edit.asked(Owned.OWNER)) {
            edit.set(Owned.OWNER, null);
        }
    }

    private static void refuseByHand(Edit edit) {
        if (edit.changes(Pooled.POOL)) {
            edit.refuse(Pooled.POOL, Message.of("pool.byCommand"));
        }
        if (edit.changes(Owned.OWNER)) {
            if (edit.after().get(Owned.OWNER) == null) {
                edit.refuse(Owned.OWNER, Message.of("pool.useRelease"));
            } else if (edit.before().get(Owned.OWNER) == null && edit.before().get(Pooled.POOL) != null) {
                edit.refuse(Owned.OWNER, Message.of("pool.useClaim"));
            }
        }
    }

    /** What is taken back keeps the times of then, so that nobody gains days by giving back and undoing it. */
    private void settle(Batch batch, Edit edit, Instant now) {
        boolean free = edit.after().get(Owned.OWNER) == null;
        if (free && edit.after().get(Pooled.POOL) == null) {
            pools.standard(batch.object()).ifPresent(pool -> edit.set(Pooled.POOL, pool.id()));
        }
        if (edit.changes(Owned.OWNER) && batch.operation().kind() != Operation.Kind.UNDO) {
            edit.set(Pooled.CLAIMED_AT, free ? null : now);
            edit.set(Pooled.PROTECTED_UNTIL, null);
        }
    }

    private void checkHoldings(Batch batch) {
        Map<Long, List<Edit>> gains = new HashMap<>();
        for (Edit edit : batch.open()) {
            Long owner = edit.after().get(Owned.OWNER);
            boolean given = edit.action() == Action.CREATE || edit.action() == Action.UPDATE;
            if (given && owner != null && edit.changes(Owned.OWNER)) {
                pools.belonging(batch.object(), edit.after().get(Pooled.POOL))
                        .filter(pool -> pool.limits().holding() != null
                                || !pool.limits().exceptions().isEmpty())
                        .filter(pool -> edit.action() == Action.CREATE || !pool.transfersExceed())
                        .ifPresent(_ -> gains.computeIfAbsent(owner, _ -> new ArrayList<>())
                                .add(edit));
            }
        }
        if (gains.isEmpty()) {
            return;
        }
        Quotas.serialise(batch.database(), gains.keySet());
        gains.forEach((owner, edits) -> {
            Map<Long, Quotas.Room> rooms = new HashMap<>();
            for (Edit edit : edits) {
                PoolDefinition pool = pools.belonging(
                                batch.object(), edit.after().get(Pooled.POOL))
                        .orElseThrow();
                rooms.computeIfAbsent(pool.id(), _ -> quotas.room(batch.database(), batch.object(), pool, owner))
                        .receive()
                        .ifPresent(full -> edit.refuse(Owned.OWNER, full.reason()));
            }
        });
    }

    @Override
    public void after(Batch batch) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<ClaimLog.Entry> entries = new ArrayList<>();
        for (Edit edit : batch.open()) {
            if (edit.changes(Owned.OWNER) || edit.changes(Pooled.POOL)) {
                entries.add(entry(batch, edit, now));
            }
        }
        ClaimLog.append(batch.database(), batch.object(), batch.operation().id(), entries);
        refreshReturns(batch);
    }

    private ClaimLog.Entry entry(Batch batch, Edit edit, Instant now) {
        Row before = edit.before();
        Row after = edit.after();
        Long former = before.get(Owned.OWNER);
        Long person = after.get(Owned.OWNER);
        return new ClaimLog.Entry(
                now,
                after.id(),
                pools.belonging(batch.object(), after.get(Pooled.POOL))
                        .map(PoolDefinition::id)
                        .orElse(null),
                kind(batch, edit, former, person),
                person,
                Objects.equals(former, person) ? null : former,
                batch.caller().actor().user(),
                null);
    }

    private static ClaimLog.Kind kind(Batch batch, Edit edit, @Nullable Long former, @Nullable Long person) {
        Actor actor = batch.caller().actor();
        if (batch.operation().kind() == Operation.Kind.UNDO) {
            return ClaimLog.Kind.UNDO;
        }
        if (edit.action() == Action.CREATE) {
            return batch.operation().kind() == Operation.Kind.IMPORT ? ClaimLog.Kind.IMPORT : ClaimLog.Kind.CREATE;
        }
        if (Objects.equals(former, person)) {
            return ClaimLog.Kind.MOVE;
        }
        if (person == null) {
            return actor.system() ? ClaimLog.Kind.RECYCLE : ClaimLog.Kind.RETURN;
        }
        if (former != null) {
            return ClaimLog.Kind.TRANSFER;
        }
        return person == actor.user() ? ClaimLog.Kind.CLAIM : ClaimLog.Kind.ASSIGN;
    }

    private void refreshReturns(Batch batch) {
        if (pools.of(batch.object()).stream().noneMatch(PoolDefinition::takesBack)) {
            return;
        }
        List<Edit> written = batch.open().stream()
                .filter(edit -> edit.action() != Action.DELETE)
                .toList();
        Map<Long, Instant> dates = returns.refresh(
                batch.database(),
                batch.object(),
                written.stream().map(edit -> edit.after().id()).toList());
        written.forEach(
                edit -> edit.set(Pooled.RETURNS_AT, dates.get(edit.after().id())));
    }
}
