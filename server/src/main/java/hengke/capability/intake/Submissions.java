package hengke.capability.intake;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import hengke.capability.intake.Submission.State;
import hengke.kernel.jobs.Background;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What arrived from outside. It is kept before anything is made of it, so that nothing is ever lost. */
@Component
public final class Submissions {
    static final TaskDescriptor<Void> TASK = TaskDescriptor.of("take-in-submission");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ROW =
            "select id, source, received_at, address, body, repaired, state, record_id, errors from submission ";

    private final DSLContext database;
    private final Background background;
    private final Clock clock;

    Submissions(DSLContext database, Background background, Clock clock) {
        this.database = database;
        this.background = background;
        this.clock = clock;
    }

    /** How many there are of one source, by state. */
    public record Count(long source, Map<State, Integer> byState) {}

    /**
     * Keeps one and promises that something is made of it, also should this process be killed now.
     *
     * @param once names it, so that the same one sent again is not a second
     * @return nothing where it is there already
     */
    public Optional<Submission> keep(
            IntakeSource source, ObjectNode body, @Nullable String address, @Nullable String once, State state) {
        return database.transactionResult(transaction -> {
            Optional<Submission> kept = transaction
                    .dsl()
                    .fetchOptional(
                            """
                            insert into submission (source, received_at, address, once, body, state)
                            values (?, cast(? as timestamptz), ?, ?, cast(? as jsonb), ?) on conflict (once) do nothing
                            returning id, source, received_at, address, body, repaired, state, record_id, errors
                            """,
                            source.id(),
                            clock.instant(),
                            address,
                            once,
                            JSON.writeValueAsString(body),
                            state.wire())
                    .map(Submissions::read);
            kept.filter(submission -> submission.state() == State.NEW)
                    .ifPresent(submission ->
                            background.promise(TASK, Long.toString(submission.id()), Background.SHOULD_BE_DONE));
            return kept;
        });
    }

    /** How many came from an address since then. */
    public int since(String address, Instant since) {
        return database.fetchSingle(
                        "select count(*) from submission where address = ? and received_at > cast(? as timestamptz)",
                        address,
                        since)
                .into(Integer.class);
    }

    public Optional<Submission> find(long id) {
        return database.fetchOptional(ROW + "where id = ?", id).map(Submissions::read);
    }

    /** Those of a source, newest first. */
    public List<Submission> page(long source, @Nullable State state, @Nullable Long before, int limit) {
        return database.fetch(
                        ROW
                                + "where source = ? and (cast(? as text) is null or state = ?) and id < ? order by id desc limit ?",
                        source,
                        state == null ? null : state.wire(),
                        state == null ? null : state.wire(),
                        before == null ? Long.MAX_VALUE : before,
                        limit)
                .map(Submissions::read);
    }

    /** Those that became one of these records, newest first. */
    public List<Submission> of(String object, Collection<Long> records, int limit) {
        return database.fetch(ROW + """
                                where record_id = any(?) and source in (select id from intake_source where object = ?)
                                order by id desc limit ?
                                """, records.toArray(Long[]::new), object, limit)
                .map(Submissions::read);
    }

    public List<Count> counts() {
        Map<Long, Map<State, Integer>> counts = new HashMap<>();
        database.fetch("select source, state, count(*) from submission group by source, state")
                .forEach(row -> counts.computeIfAbsent(need(row, 0, Long.class), _ -> new HashMap<>())
                        .put(State.of(need(row, 1, String.class)), need(row, 2, Integer.class)));
        return counts.entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The answers as somebody corrected them; it is new again. */
    public void repair(long id, @Nullable ObjectNode answers) {
        database.execute("""
                update submission set repaired = coalesce(cast(? as jsonb), repaired), state = 'new', errors = null
                where id = ? and state in ('failed', 'spam', 'ignored', 'new')
                """, answers == null ? null : JSON.writeValueAsString(answers), id);
    }

    /** Nothing is to be made of one that could not be taken. */
    public void ignore(long id) {
        database.execute("update submission set state = 'ignored' where id = ? and state = 'failed'", id);
    }

    /** Holds one that nothing was made of yet; nobody else makes something of it meanwhile. */
    static Optional<Submission> hold(DSLContext transaction, long id) {
        return transaction
                .fetchOptional(ROW + "where id = ? and state = 'new' for update", id)
                .map(Submissions::read);
    }

    static void became(DSLContext transaction, long id, State state, long record) {
        transaction.execute(
                "update submission set state = ?, record_id = ?, errors = null where id = ?", state.wire(), record, id);
    }

    /** Why one is set aside that nothing is to be made of unless somebody asks for it. */
    static void reason(DSLContext database, long id, ArrayNode reason) {
        database.execute(
                "update submission set errors = cast(? as jsonb) where id = ?", JSON.writeValueAsString(reason), id);
    }

    static void failed(DSLContext database, long id, ArrayNode errors) {
        database.execute(
                "update submission set state = 'failed', errors = cast(? as jsonb) where id = ? and state = 'new'",
                JSON.writeValueAsString(errors),
                id);
    }

    private static Submission read(Record row) {
        JSONB repaired = row.get("repaired", JSONB.class);
        JSONB errors = row.get("errors", JSONB.class);
        return new Submission(
                need(row, "id", Long.class),
                need(row, "source", Long.class),
                need(row, "received_at", Instant.class),
                row.get("address", String.class),
                (ObjectNode) JSON.readTree(need(row, "body", JSONB.class).data()),
                repaired == null ? null : (ObjectNode) JSON.readTree(repaired.data()),
                State.of(need(row, "state", String.class)),
                row.get("record_id", Long.class),
                errors == null ? null : (ArrayNode) JSON.readTree(errors.data()));
    }

    private static <T> T need(Record row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }

    private static <T> T need(Record row, int column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type));
    }

    /** How long one address may go on sending. */
    public static final Duration WINDOW = Duration.ofHours(1);
}
