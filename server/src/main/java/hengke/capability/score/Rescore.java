package hengke.capability.score;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.capability.score.Scale.Judged;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.jobs.Background;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.query.DerivedUpdate;
import hengke.kernel.query.InOrder;
import hengke.kernel.records.ActsByItself;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Operation;
import hengke.kernel.records.OperationLog;
import hengke.kernel.records.Verdict;
import hengke.kernel.records.Writer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Brings the scores of all records up to the rules and the day, in parts of which each is one transaction that holds
 * the state of the whole: two nodes that do it at once take turns, and whoever runs it after a kill goes on from there.
 * Only what differs is written, levels by the one path of all writes.
 */
@Component
public final class Rescore implements ActsByItself {
    static final int PART = 500;
    private static final long RANGE = 20_000;
    private static final org.jooq.Field<Long> ID = field(name("id"), SQLDataType.BIGINT);

    private final LiveScorings live;
    private final Scales scales;
    private final BrokenScorings broken;
    private final Writer writer;
    private final LiveCatalog catalog;
    private final LiveOrganisation organisation;
    private final Background background;
    private final Clock clock;

    Rescore(
            LiveScorings live,
            Scales scales,
            BrokenScorings broken,
            Writer writer,
            LiveCatalog catalog,
            LiveOrganisation organisation,
            Background background,
            Clock clock) {
        this.live = live;
        this.scales = scales;
        this.broken = broken;
        this.writer = writer;
        this.catalog = catalog;
        this.organisation = organisation;
        this.background = background;
        this.clock = clock;
        catalog.onSwap(this::followCatalog);
    }

    /** A field that is gone or means something else changes what the rules say, or stops them. */
    private void followCatalog(Catalog next) {
        if (live.all().stream().anyMatch(Scoring::active)) {
            background.promise(ScoreClock.RESCORE, "catalog:" + next.version(), Duration.ZERO);
        }
    }

    /** Rules have changed: in the background the records follow. */
    void promise(ObjectDefinition object) {
        background.promise(ScoreClock.RESCORE, object.name() + ":" + clock.millis(), Duration.ZERO);
    }

    /** Whatever is not yet as the rules of now and the day of today want it. */
    public void run() {
        live.refresh();
        catalog.current().objects().stream()
                .filter(object -> object.has(Scored.class))
                .forEach(object -> live.find(object).ifPresent(scoring -> run(object, scoring)));
    }

    private void run(ObjectDefinition object, Scoring scoring) {
        if (scoring.active() && broken.tell(object, scoring)) {
            return;
        }
        while (step(object)) {
            // the next part
        }
    }

    /** One part; answers whether there is more. */
    boolean step(ObjectDefinition object) {
        Optional<Scoring> known = live.find(object);
        if (known.isEmpty()) {
            return false;
        }
        return writer.inTransaction(transaction -> {
            RescoreState state = RescoreState.hold(transaction, object, goal(known.get()));
            if (state.finished()) {
                return false;
            }
            long until = Math.min(state.position() + RANGE, state.last());
            long reached = known.get().active()
                    ? scales.of(object)
                            .map(scale -> judge(transaction, scale, state, until))
                            .orElse(state.last())
                    : forget(transaction, object, state.position(), until);
            return state.reach(transaction, reached);
        });
    }

    /** What the rules say changes with them, with what the fields mean, and with the day. */
    private String goal(Scoring scoring) {
        LocalDate today = LocalDate.ofInstant(
                clock.instant(), organisation.get().company().timeZone());
        return scoring.version() + "/" + catalog.current().version() + "/" + today;
    }

    private long judge(DSLContext transaction, Scale scale, RescoreState state, long until) {
        ObjectDefinition object = scale.object();
        List<Long> moving =
                moving(transaction, scale, id -> id.gt(state.position()).and(id.le(until)));
        long reached = moving.size() < PART ? until : moving.getLast();
        Function<org.jooq.Field<Long>, Condition> part =
                id -> id.gt(state.position()).and(id.le(reached));
        if (!moving.isEmpty()) {
            lock(transaction, scale, part);
        }
        count(transaction, scale, part);
        if (!moving.isEmpty()) {
            Operation operation = state.operation(transaction, object, logged(object));
            int changed = move(transaction, scale, moving, operation);
            OperationLog.advance(transaction, operation.id(), moving.size(), changed, moving.size() - changed);
            state.changed(transaction, changed);
        }
        return reached;
    }

    @Override
    public Label act() {
        return new Label("规则评级", "Rate by rule");
    }

    private static List<Long> moving(
            DSLContext transaction, Scale scale, Function<org.jooq.Field<Long>, Condition> which) {
        return transaction
                .select(Judged.ID)
                .from(judged(scale, which))
                .where(Judged.MOVES)
                .orderBy(Judged.ID)
                .limit(PART)
                .fetch(Judged.ID);
    }

    private static Table<?> judged(Scale scale, Function<org.jooq.Field<Long>, Condition> which) {
        return scale.judged(row -> which.apply(row.id()).and(row.living()));
    }

    /** Everything that is written in two steps, before the first of them. */
    private static void lock(DSLContext transaction, Scale scale, Function<org.jooq.Field<Long>, Condition> which) {
        InOrder.lock(
                transaction,
                scale.object().table(),
                ID.in(DSL.select(Judged.ID).from(judged(scale, which)).where(Judged.DIFFERS)));
    }

    /** Scores of records whose level stays are written in one statement: that is no change of a record. */
    private static void count(DSLContext transaction, Scale scale, Function<org.jooq.Field<Long>, Condition> which) {
        String score = Scored.SCORE.column();
        DerivedUpdate.write(
                transaction,
                scale.object(),
                DSL.select(Judged.ID.as("id"), Judged.SCORE.as(score), Judged.VERSION.as(DerivedUpdate.SEEN))
                        .from(judged(scale, which))
                        .where(Judged.HAD.isDistinctFrom(Judged.SCORE), DSL.not(Judged.MOVES)),
                List.of(score),
                SystemFields.VERSION.column(),
                which);
    }

    /** Looks again at what is locked by now, and writes it by the path of all writes. */
    private int move(DSLContext transaction, Scale scale, List<Long> ids, Operation operation) {
        ObjectDefinition object = scale.object();
        List<Long> locked = InOrder.lock(
                transaction,
                object.table(),
                ID.eq(DSL.any(ids.toArray(Long[]::new)))
                        .and(field(name("deleted_at")).isNull()));
        List<Draft> drafts = new ArrayList<>();
        transaction
                .select(Judged.ID, Judged.LEVEL, Judged.BY, Judged.SCORE)
                .from(scale.judged(row -> row.id().eq(DSL.any(locked.toArray(Long[]::new)))))
                .where(Judged.MOVES)
                .orderBy(Judged.ID)
                .forEach(found -> {
                    Map<Field<?>, @Nullable Object> values = new HashMap<>();
                    values.put(scale.level(), found.value2());
                    values.put(Scored.LEVEL_BY, found.value3());
                    values.put(Scored.SCORE, found.value4());
                    drafts.add(Draft.update(found.value1(), null, values));
                });
        List<Verdict> verdicts =
                drafts.isEmpty() ? List.of() : writer.write(transaction, Caller.SYSTEM, operation, object, drafts);
        return (int) verdicts.stream().filter(Verdict.Written.class::isInstance).count();
    }

    private static long forget(DSLContext transaction, ObjectDefinition object, long after, long until) {
        var score = field(name(Scored.SCORE.column()), SQLDataType.BIGINT);
        InOrder.update(
                transaction,
                object.table(),
                Map.of(score, DSL.castNull(SQLDataType.BIGINT)),
                ID.gt(after).and(ID.le(until)).and(score.isNotNull()));
        return until;
    }

    /** Records that something the rules look at has changed for; answers whether there may be more. */
    boolean due(ObjectDefinition object) {
        return writer.inTransaction(transaction -> {
            List<Long> ids = transaction
                    .fetch("""
                            delete from scoring_due d using (
                                select object, record_id from scoring_due where object = {0}
                                order by record_id limit {1} for update skip locked) due
                            where d.object = due.object and d.record_id = due.record_id
                            returning d.record_id
                            """, DSL.val(object.name()), DSL.val(PART))
                    .getValues(0, Long.class);
            scales.of(object).filter(_ -> !ids.isEmpty()).ifPresent(scale -> {
                Function<org.jooq.Field<Long>, Condition> those = id -> id.eq(DSL.any(ids.toArray(Long[]::new)));
                InOrder.lock(transaction, object.table(), those.apply(ID));
                count(transaction, scale, those);
                List<Long> moving = moving(transaction, scale, those);
                if (!moving.isEmpty()) {
                    Operation operation = OperationLog.open(
                            transaction,
                            Caller.SYSTEM,
                            Operation.Kind.COMMAND,
                            object.name(),
                            logged(object),
                            Operation.Status.DONE,
                            moving.size());
                    move(transaction, scale, moving, operation);
                }
            });
            return ids.size() == PART;
        });
    }

    void due() {
        catalog.current().objects().stream()
                .filter(object -> object.has(Scored.class))
                .forEach(object -> {
                    while (due(object)) {
                        // the next part
                    }
                });
    }

    /** The highest id of an object's records. */
    static long last(DSLContext transaction, ObjectDefinition object) {
        Long last =
                transaction.select(max(ID)).from(table(name(object.table()))).fetchOne(0, Long.class);
        return last == null ? 0 : last;
    }
}
