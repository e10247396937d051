package hengke.capability.pool;

import hengke.capability.pool.PoolDefinition.Recycling;
import hengke.capability.pool.PoolDefinition.Return;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.audit.AdministrationLog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Operation;
import hengke.kernel.records.OperationLog;
import hengke.kernel.records.Verdict;
import hengke.kernel.records.Writer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The pools as administrators manage them: every change is checked, written down, and in force on every node. */
@Component
public final class Pools {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> NEVER_HIDDEN = Set.of("owner", "pool", "claimedAt", "protectedUntil", "returnsAt");

    private final LivePools live;
    private final Writer writer;
    private final Access access;
    private final RecyclePools recycling;
    private final Clock clock;

    Pools(LivePools live, Writer writer, Access access, RecyclePools recycling, Clock clock) {
        this.live = live;
        this.writer = writer;
        this.access = access;
        this.recycling = recycling;
        this.clock = clock;
    }

    /** Adds a pool; the id and version given do not count. The first of an object is its standard one. */
    public long add(Caller by, PoolDefinition pool) {
        long id = change(by, (within, caller) -> {
            check(pool);
            boolean first = LivePools.read(within).stream()
                    .noneMatch(each -> each.object().equals(pool.object()));
            PoolDefinition added =
                    pool.as(name(within, caller, null, pool), pool.name(), 1).standard(first || pool.standard());
            within.execute(
                    "insert into pool_definition (pool_id, object, definition, updated_at, updated_by)"
                            + " values (?, ?, cast(? as jsonb), cast(? as timestamptz), ?)",
                    added.id(),
                    added.object(),
                    JSON.writeValueAsString(added),
                    clock.instant(),
                    by.actor().user());
            keepOneStandard(within, added);
            note(within, by.actor(), null, added);
            return added.id();
        });
        recycling.promise();
        return id;
    }

    /** Changes a pool, seen at the version given. */
    public void change(Caller by, PoolDefinition pool) {
        change(by, (within, caller) -> {
            PoolDefinition before = LivePools.read(within).stream()
                    .filter(each -> each.id() == pool.id())
                    .findFirst()
                    .orElseThrow(Refusal.NotFound::new);
            if (before.version() != pool.version()) {
                throw new Refusal.Conflict("stale", Message.of("identity.stale"), Map.of("version", before.version()));
            }
            check(pool);
            if (!before.name().equals(pool.name())) {
                name(within, caller, pool.id(), pool);
            }
            PoolDefinition after = pool.standard(before.standard() || pool.standard());
            within.execute(
                    "update pool_definition set definition = cast(? as jsonb), version = version + 1,"
                            + " updated_at = cast(? as timestamptz), updated_by = ? where pool_id = ?",
                    JSON.writeValueAsString(after),
                    clock.instant(),
                    by.actor().user(),
                    pool.id());
            keepOneStandard(within, after);
            note(within, by.actor(), before, after);
            return pool.id();
        });
        recycling.promise();
    }

    /** Removes a pool that no record belongs to any more. */
    public void remove(Caller by, long id) {
        change(by, (within, caller) -> {
            PoolDefinition pool = LivePools.read(within).stream()
                    .filter(each -> each.id() == id)
                    .findFirst()
                    .orElseThrow(Refusal.NotFound::new);
            ObjectDefinition object = object(pool);
            Pages pages = new Pages(within);
            boolean used = !pages.page(Selection.of(object, Visibility.EVERYTHING)
                            .where(Criterion.is(Pooled.POOL, id))
                            .reading(List.of())
                            .limit(1))
                    .rows()
                    .isEmpty();
            boolean others = live.of(object).size() > 1;
            boolean aimedAt = live.of(object).stream()
                    .anyMatch(each ->
                            each.id() != id && Objects.equals(each.recycling().target(), id));
            if (used || aimedAt || pool.standard() && others) {
                throw Refusal.Invalid.at(
                        "id",
                        Message.of(used ? "pool.inUse" : aimedAt ? "pool.aimedAt" : "pool.isStandard", pool.name()));
            }
            save(within, caller, Draft.delete(id, null), "删除公海");
            within.execute("delete from pool_definition where pool_id = ?", id);
            note(within, by.actor(), pool, null);
            return id;
        });
    }

    /** What is wrong with a definition; throws, each at its field. */
    public void check(PoolDefinition pool) {
        List<FieldError> errors = new ArrayList<>();
        Optional<ObjectDefinition> found =
                writer.catalog().current().find(pool.object()).filter(each -> each.has(Pooled.class));
        if (found.isEmpty()) {
            throw Refusal.Invalid.at("object", Message.of("pool.notPooled", pool.object()));
        }
        ObjectDefinition object = found.get();
        for (String hidden : pool.hidden()) {
            Optional<Field<?>> field = object.field(hidden);
            if (field.isEmpty()
                    || field.get().traits().is(Trait.TITLE)
                    || field.get().traits().is(Trait.SYSTEM)
                    || NEVER_HIDDEN.contains(hidden)) {
                errors.add(FieldError.of("hidden", Message.of("pool.cannotHide", hidden)));
            }
        }
        filter(object, "uncounted", pool.uncounted(), errors);
        Recycling recycling = pool.recycling();
        filter(object, "exempt", recycling.exempt(), errors);
        for (int i = 0; i < recycling.rules().size(); i++) {
            Return rule = recycling.rules().get(i);
            filter(object, "recycle[" + i + "].filter", rule.filter(), errors);
            if (!Returns.counted(object).contains(rule.since())) {
                errors.add(FieldError.of(
                        "recycle[" + i + "].since",
                        Message.of(rule.since() == PoolDefinition.Since.DEAL ? "pool.notValued" : "pool.notFollowed")));
            }
        }
        Long target = recycling.target();
        if (target != null
                && live.find(target)
                        .filter(each -> each.object().equals(pool.object()))
                        .isEmpty()) {
            errors.add(FieldError.of("target", Message.of("pool.otherObject", object.label())));
        }
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
    }

    private void filter(ObjectDefinition object, String at, @Nullable JsonNode filter, List<FieldError> errors) {
        if (filter != null) {
            try {
                access.resolve(Actor.SYSTEM, object, filter);
            } catch (Refusal refusal) {
                errors.add(FieldError.of(at, refusal.reason()));
            }
        }
    }

    private long change(Caller by, BiFunction<DSLContext, Caller, Long> change) {
        access.requireAdministrator(by.actor());
        long id = writer.inTransaction(within -> {
            live.change(within);
            return change.apply(within, new Caller(by.actor(), by.through(), true));
        });
        live.refresh();
        return id;
    }

    private long name(DSLContext within, Caller caller, @Nullable Long id, PoolDefinition pool) {
        Map<Field<?>, @Nullable Object> values = Map.of(record().field("name").orElseThrow(), pool.name());
        Draft draft = id == null ? Draft.create(values) : Draft.update(id, null, values);
        return save(within, caller, draft, id == null ? "新建公海" : "修改公海").id();
    }

    private Row save(DSLContext within, Caller caller, Draft draft, String label) {
        Operation operation =
                OperationLog.open(within, caller, Operation.Kind.COMMAND, Pool.NAME, label, Operation.Status.DONE, 1);
        return switch (writer.write(within, caller, operation, record(), List.of(draft))
                .getFirst()) {
            case Verdict.Written(Row row, boolean _) -> row;
            case Verdict.Refused(Refusal refusal) -> throw refusal;
        };
    }

    private static void keepOneStandard(DSLContext within, PoolDefinition pool) {
        if (pool.standard()) {
            within.execute(
                    "update pool_definition set definition = jsonb_set(definition, '{standard}', 'false'),"
                            + " version = version + 1 where object = ? and pool_id <> ?"
                            + " and (definition ->> 'standard')::boolean",
                    pool.object(),
                    pool.id());
        }
    }

    private void note(DSLContext within, Actor by, @Nullable PoolDefinition before, @Nullable PoolDefinition after) {
        PoolDefinition named = after == null ? Objects.requireNonNull(before) : after;
        AdministrationLog.record(
                within,
                by,
                clock.instant(),
                new AdministrationLog.Subject("pool", named.id(), named.name()),
                before == null ? null : logged(before),
                after == null ? null : logged(after));
    }

    private static ObjectNode logged(PoolDefinition pool) {
        ObjectNode json = JSON.valueToTree(pool);
        json.remove("version");
        return json;
    }

    private ObjectDefinition record() {
        return writer.catalog().current().object(Pool.NAME);
    }

    private ObjectDefinition object(PoolDefinition pool) {
        return writer.catalog().current().object(pool.object());
    }
}
