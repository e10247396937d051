package hengke.kernel.audit;

import hengke.kernel.access.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks of the logs: asked for, run in the background, and what came of them. */
public final class LogChecks {
    private static final Logger LOG = LoggerFactory.getLogger(LogChecks.class);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final DSLContext database;
    private final LogCheck check;
    private final Clock clock;
    private final LongConsumer promise;

    LogChecks(DSLContext database, LogCheck check, Clock clock, LongConsumer promise) {
        this.database = database;
        this.check = check;
        this.clock = clock;
        this.promise = promise;
    }

    /** @param outcomes one for each log; null as long as it runs */
    public record Checked(
            long id,
            long actor,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable JsonNode outcomes) {}

    /** Promises a check; it runs in the background. */
    public Checked ask(Actor by) {
        return database.transactionResult(configuration -> {
            long id = Objects.requireNonNull(configuration
                    .dsl()
                    .fetchSingle(
                            "insert into log_check (actor, started_at) values ({0}, {1}) returning id",
                            DSL.val(by.user()), DSL.val(clock.instant(), SQLDataType.INSTANT))
                    .get(0, Long.class));
            promise.accept(id);
            return find(id).orElseThrow();
        });
    }

    /** Checks everything and keeps what came of it. */
    public void run(long id) {
        List<LogCheck.Outcome> outcomes = check.everything();
        outcomes.stream()
                .filter(outcome -> !outcome.findings().isEmpty())
                .forEach(outcome -> LOG.error("log {} is not what was sealed: {}", outcome.log(), outcome.findings()));
        database.execute(
                "update log_check set finished_at = {1}, result = {2} where id = {0}",
                DSL.val(id),
                DSL.val(clock.instant(), SQLDataType.INSTANT),
                DSL.val(JSONB.valueOf(JSON.writeValueAsString(outcomes))));
    }

    public Optional<Checked> find(long id) {
        return fetch("where id = " + id);
    }

    /** The newest, whether it is done or not. */
    public Optional<Checked> latest() {
        return fetch("order by id desc limit 1");
    }

    private Optional<Checked> fetch(String which) {
        return database.fetchOptional("select id, actor, started_at, finished_at, result from log_check " + which)
                .map(found -> new Checked(
                        found.get("id", Long.class),
                        found.get("actor", Long.class),
                        found.get("started_at", Instant.class),
                        found.get("finished_at", Instant.class),
                        Optional.ofNullable(found.get("result", JSONB.class))
                                .map(result -> JSON.readTree(result.data()))
                                .orElse(null)));
    }
}
