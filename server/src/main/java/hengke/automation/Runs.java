package hengke.automation;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import hengke.kernel.problem.KeptMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The table of runs: begun, claimed and moved on many at a time. */
final class Runs {
    /** So often may one record begin in one automation within a day. */
    static final int MOST_A_DAY = 20;

    /** So many causes may lie behind each other. */
    static final int DEEPEST = 5;

    /** So many begin within an hour; what comes then waits for its turn. */
    static final int MOST_AN_HOUR = 100_000;

    private Runs() {}

    /**
     * A record that is to begin.
     *
     * @param cause tells it from any other beginning of this record
     * @param chain the runs behind it
     */
    record Beginning(long record, String cause, List<String> chain) {}

    /**
     * Begins, once for each cause; how many are under way by it. One automation begins in one place at a time. What was
     * caused by the automation itself with the same record is left out; a longer circle, a chain that is too long and a
     * record that begins too often are written down as stopped.
     */
    static int begin(DSLContext within, Automation automation, Instant now, Collection<Beginning> all) {
        if (all.isEmpty()) {
            return 0;
        }
        within.fetch("select pg_advisory_xact_lock(738, {0})", val((int) automation.id()));
        String first = automation.plan().nodes().getFirst().id();
        return within
                .fetch(
                        """
                        with asked as (
                            select distinct on (record, case when {5} then cause else '' end)
                                record, cause, {0}::text || ':' || record as link,
                                coalesce(string_to_array(nullif(chain, ''), ' '), '{}') as chain
                            from unnest({1}::bigint[], {2}::text[], {3}::text[]) as a (record, cause, chain)
                            order by record, case when {5} then cause else '' end, cause
                        ), counted as (
                            select asked.*,
                                (select count(*) from automation_run r
                                 where r.automation = {0} and r.record_id = asked.record
                                   and r.started_at > {4}::timestamptz - interval '1 day')
                                    + row_number() over (partition by record order by cause) - 1 as before
                            from asked
                            where chain[cardinality(chain)] is distinct from link
                              and ({5} or not exists (select 1 from automation_run r
                                                      where r.automation = {0} and r.record_id = asked.record
                                                        and r.status = 'live'))
                        ), judged as (
                            select counted.*,
                                case when link = any (chain) then 'loop'
                                     when cardinality(chain) >= {6} then 'depth'
                                     when before >= {7} then 'often'
                                end as reason
                            from counted where before <= {7}
                        ), begun as (
                            select count(*) as lately from automation_run r
                            where r.automation = {0} and r.started_at > {4}::timestamptz - interval '1 hour'
                        )
                        insert into automation_run (automation, edition, object, record_id, cause, chain, status, reason,
                            node, due_at, started_at, ended_at)
                        select {0}, {8}, {9}, record, cause, chain || link,
                            case when reason is null then 'live' else 'stopped' end, reason, {10},
                            {4}::timestamptz + interval '1 hour' * ((lately + row_number() over (order by record) - 1)
                                / {11}), {4}::timestamptz,
                            case when reason is null then null else {4}::timestamptz end
                        from judged cross join begun
                        on conflict (automation, record_id, cause) do nothing
                        returning status
                        """,
                        val(automation.id()),
                        numbers(all, Beginning::record),
                        texts(all, Beginning::cause),
                        texts(all, each -> String.join(" ", each.chain())),
                        val(now.toString()),
                        inline(automation.plan().again()),
                        val(DEEPEST),
                        val(MOST_A_DAY),
                        val(automation.edition()),
                        val(automation.object()),
                        val(first),
                        val(MOST_AN_HOUR))
                .stream()
                .filter(row -> row.get("status", String.class).equals("live"))
                .toList()
                .size();
    }

    /** Takes what is due, of one step of one edition; nobody else has it until this transaction ends. */
    static List<Standing> claim(DSLContext within, Instant now, int most) {
        return within.fetch("""
                        with first as (
                            select automation, edition, node from automation_run
                            where status = 'live' and due_at <= {0}::timestamptz
                            order by due_at, id limit 1 for update skip locked)
                        select r.id, r.automation, r.edition, r.record_id, r.chain, r.node, r.deadline, r.attempts,
                            r.started_at
                        from automation_run r join first using (automation, edition, node)
                        where r.status = 'live' and r.due_at <= {0}::timestamptz
                        order by r.due_at, r.id limit {1} for update of r skip locked
                        """, val(now.toString()), val(most)).map(Runs::standing);
    }

    static Standing standing(Record row) {
        OffsetDateTime deadline = row.get("deadline", OffsetDateTime.class);
        return new Standing(
                row.get("id", Long.class),
                row.get("automation", Long.class),
                row.get("edition", Integer.class),
                row.get("record_id", Long.class),
                Arrays.asList(row.get("chain", String[].class)),
                row.get("node", String.class),
                deadline == null ? null : deadline.toInstant(),
                row.get("attempts", Integer.class),
                row.get("started_at", OffsetDateTime.class).toInstant());
    }

    /**
     * Where a run is from now on.
     *
     * @param outcome what is written down of the step; null where there is nothing to write
     */
    record Moved(
            Standing run,
            String status,
            @Nullable String reason,
            String node,
            Instant dueAt,
            @Nullable Instant deadline,
            boolean watching,
            int attempts,
            @Nullable String error,
            @Nullable String outcome,
            @Nullable Integer way,
            @Nullable Long operation,
            @Nullable String note) {}

    /** Moves runs on and writes down what they did: two statements, however many they are. */
    static void move(DSLContext within, Instant now, List<Moved> moved) {
        within.execute(
                """
                update automation_run r
                set status = m.status, reason = m.reason, node = m.node, due_at = m.due_at::timestamptz,
                    deadline = m.deadline::timestamptz, watching = m.watching, attempts = m.attempts, error = m.error,
                    ended_at = case when m.status = 'live' then null else {10}::timestamptz end
                from unnest({0}::bigint[], {1}::text[], {2}::text[], {3}::text[], {4}::text[], {5}::text[],
                    {6}::boolean[], {7}::integer[], {8}::text[]) as m (id, status, reason, node, due_at, deadline,
                    watching, attempts, error)
                where r.id = m.id and r.status <> {9}
                """,
                numbers(moved, each -> each.run().id()),
                texts(moved, Moved::status),
                texts(moved, Moved::reason),
                texts(moved, Moved::node),
                texts(moved, each -> each.dueAt().toString()),
                texts(moved, each -> {
                    Instant deadline = each.deadline();
                    return deadline == null ? null : deadline.toString();
                }),
                array(moved, Moved::watching, SQLDataType.BOOLEAN),
                array(moved, Moved::attempts, SQLDataType.INTEGER),
                texts(moved, Moved::error),
                val("done"),
                val(now.toString()));
        List<Moved> told = moved.stream().filter(each -> each.outcome() != null).toList();
        if (!told.isEmpty()) {
            within.execute(
                    """
                    insert into automation_step (run, automation, edition, node, at, outcome, way, operation, note)
                    select run, automation, edition, node, {8}::timestamptz, outcome, way, operation, note
                    from unnest({0}::bigint[], {1}::bigint[], {2}::integer[], {3}::text[], {4}::text[],
                        {5}::integer[], {6}::bigint[], {7}::text[])
                        as s (run, automation, edition, node, outcome, way, operation, note)
                    """,
                    numbers(told, each -> each.run().id()),
                    numbers(told, each -> each.run().automation()),
                    array(told, each -> each.run().edition(), SQLDataType.INTEGER),
                    texts(told, each -> each.run().node()),
                    texts(told, Moved::outcome),
                    array(told, Moved::way, SQLDataType.INTEGER),
                    numbers(told, Moved::operation),
                    texts(told, Moved::note),
                    val(now.toString()));
        }
    }

    static void effects(DSLContext within, List<Turn.Effect> effects) {
        if (!effects.isEmpty()) {
            within.execute(
                    """
                    insert into automation_effect (operation, object, record_id, run)
                    select * from unnest({0}::bigint[], {1}::text[], {2}::bigint[], {3}::bigint[])
                    on conflict do nothing
                    """,
                    numbers(effects, Turn.Effect::operation),
                    texts(effects, Turn.Effect::object),
                    numbers(effects, Turn.Effect::record),
                    numbers(effects, Turn.Effect::run));
        }
    }

    /** Those that wait for something of these records look again now. */
    static int wake(DSLContext within, String object, Collection<Long> records, Instant now) {
        return within.execute("""
                update automation_run set due_at = {0}::timestamptz
                where id in (select id from automation_run
                             where status = 'live' and watching and object = {1} and record_id = any ({2}::bigint[])
                                 and due_at > {0}::timestamptz
                             order by id for update)
                """, val(now.toString()), val(object), numbers(records, id -> id));
    }

    /** How long runs that are over are remembered. */
    static final Duration REMEMBERED = Duration.ofDays(180);

    static int forget(DSLContext within, Instant now, int most) {
        return within.execute("""
                delete from automation_run where id in (
                    select id from automation_run where ended_at < {0}::timestamptz order by ended_at limit {1}
                    for update skip locked)
                """, val(now.minus(REMEMBERED).toString()), val(most));
    }

    /** What a fault says to whoever looks at it later. */
    static @Nullable String kept(hengke.kernel.problem.@Nullable Message message) {
        return message == null ? null : KeptMessage.of(message);
    }

    /** One column of what a statement is about. */
    private interface Part<T> {
        @Nullable
        Object of(T one);
    }

    private static <T> Field<?> numbers(Collection<T> all, Part<T> part) {
        return array(all, part, SQLDataType.BIGINT);
    }

    private static <T> Field<?> texts(Collection<T> all, Part<T> part) {
        return array(all, part, SQLDataType.CLOB);
    }

    private static <T> Field<?> array(Collection<T> all, Part<T> part, DataType<?> type) {
        return val(all.stream().map(part::of).toArray(), type.array());
    }
}
