package hengke.web.once;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The answers given to requests with a key, for a day. */
@Component
final class KeptAnswers {
    private static final Duration KEPT = Duration.ofHours(24);
    /** After this a request without an answer is taken for one whose node died. */
    private static final Duration GIVEN_UP = Duration.ofMinutes(5);

    private final DSLContext database;
    private final Clock clock;

    KeptAnswers(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What is known of a key. */
    sealed interface Known permits Mine, Running, Other, Answered {}

    /** Nobody has asked with it; whoever claimed it goes on and answers. */
    record Mine() implements Known {}

    /** The same request is being answered at this moment. */
    record Running() implements Known {}

    /** The key was used for another request. */
    record Other() implements Known {}

    /**
     * The first answer.
     *
     * @param body absent when it was too large to keep
     */
    record Answered(int status, JsonNode headers, @Nullable String body) implements Known {}

    /** Claims the key for a request, or says what has become of the one that did. */
    Known claim(long person, String key, String request) {
        Instant now = clock.instant();
        int claimed = database.execute("""
                insert into idempotent_answer (actor, key, request, at) values (?, ?, ?, cast(? as timestamptz))
                on conflict (actor, key) do update set request = excluded.request, at = excluded.at,
                    status = null, headers = null, body = null
                where idempotent_answer.at <= cast(? as timestamptz)
                   or idempotent_answer.status is null and idempotent_answer.at <= cast(? as timestamptz)
                      and idempotent_answer.request = excluded.request""", person, key, request, now, now.minus(KEPT), now.minus(GIVEN_UP));
        return claimed == 1 ? new Mine() : look(person, key, request);
    }

    void keep(long person, String key, int status, ObjectNode headers, @Nullable String body) {
        database.execute("""
                update idempotent_answer set status = ?, headers = cast(? as jsonb), body = ?
                where actor = ? and key = ?""", status, headers.toString(), body, person, key);
    }

    /** Forgets a request that came to nothing, so that it may be tried again. */
    void release(long person, String key) {
        database.execute("delete from idempotent_answer where actor = ? and key = ? and status is null", person, key);
    }

    void forgetOld() {
        database.execute(
                "delete from idempotent_answer where at <= cast(? as timestamptz)",
                clock.instant().minus(KEPT));
    }

    private Known look(long person, String key, String request) {
        Record found = database.fetchOne(
                "select request, status, headers, body from idempotent_answer where actor = ? and key = ?",
                person,
                key);
        if (found == null) {
            return new Running();
        }
        if (!request.equals(found.get("request", String.class))) {
            return new Other();
        }
        Integer status = found.get("status", Integer.class);
        return status == null
                ? new Running()
                : new Answered(
                        status,
                        JsonMapper.shared()
                                .readTree(found.get("headers", JSONB.class).data()),
                        found.get("body", String.class));
    }
}
