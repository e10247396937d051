package hengke.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.Barrier;
import hengke.testing.Receiver;
import hengke.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** An approval that is decided, a message that is sent and a reminder that is told, by a node that is killed over all three. */
final class WorkplaceOnTwoNodes implements AutoCloseable {
    private static final int MINUTES_BEFORE = 10;

    private final ApiClient admin;
    private final TestDatabase database;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final Receiver receiver;
    private final long approval;
    private final long claim;
    private final long meeting;
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).plus(Duration.ofMinutes(5));
    private CompletableFuture<Answer> deciding = new CompletableFuture<>();

    WorkplaceOnTwoNodes(ApiClient admin, TestDatabase database) {
        this.admin = admin;
        this.database = database;
        // it is ill at first, does not answer while the node is killed, and is well in the end
        this.receiver = new Receiver((_, exchange) -> {
            int time = asked.incrementAndGet();
            if (time == 2) {
                over.await();
            }
            exchange.sendResponseHeaders(time == 1 ? 503 : 204, -1);
        });
        long me = admin.get("/api/session").expect(200).number("/user/id");
        admin.post("/api/approvals/templates", """
                {"object":"expense","name":"中断","active":true,"nodes":[
                 {"id":"a","kind":"ask","approvers":{"kind":"people","people":[%d]},"self":"allow"}]}""".formatted(me)).expect(201);
        claim = admin.post(
                        "/api/records/expense",
                        "{\"name\":\"出差\",\"lines\":[{\"kind\":\"travel\",\"day\":\"2026-11-02\",\"amount\":\"100\"}]}")
                .expect(201)
                .number("/id");
        approval = admin.post("/api/approvals", "{\"object\":\"expense\",\"record\":%d}".formatted(claim))
                .expect(201)
                .number("/id");
        meeting = admin.post(
                        "/api/records/event",
                        "{\"title\":\"中断的会\",\"startAt\":\"%s\",\"reminders\":[\"tenMinutes\"]}".formatted(start))
                .expect(201)
                .number("/id");
        message();
    }

    private void message() {
        admin.post("/api/webhooks", """
                {"name":"中断","address":"%s","interests":[{"object":"competitor","what":["created"]}]}""".formatted(receiver.address("/hook"))).expect(201);
        admin.post("/api/records/competitor", "{\"name\":\"对手\"}").expect(201);
        await().until(() -> count("select count(*) from webhook_attempt") == 1);
        database.dsl().execute("update webhook_delivery set due_at = now() + interval '1 hour'");
    }

    void decideAt(ApiClient node) {
        deciding = CompletableFuture.supplyAsync(() -> decide(node));
    }

    private Answer decide(ApiClient by) {
        return by.post("/api/approvals/tasks/" + task() + "/approve", "{}");
    }

    private long task() {
        return count("select id from approval_task where state = 'live' and approval = " + approval);
    }

    /** The node has sent the message and hears no answer, and has the reminder half told. */
    Barrier inTheMiddle() {
        Barrier notices = Barrier.before(database, "notice");
        database.dsl()
                .execute(
                        "insert into event_reminder (event, due_at) values (?, cast(? as timestamptz))",
                        meeting,
                        start.minus(Duration.ofMinutes(MINUTES_BEFORE)).toString());
        database.dsl().execute("update webhook_delivery set due_at = now()");
        database.dsl()
                .execute("update scheduled_tasks set execution_time = now()"
                        + " where task_name in ('remind-participants', 'send-webhooks') and not picked");
        await().until(() -> asked.get() == 2
                && count("select count(*) from pg_locks where not granted and relation = 'notice'::regclass") > 0);
        return notices;
    }

    void assertNothingHasHappened() {
        assertThat(deciding).failsWithin(Duration.ofSeconds(10));
        assertThat(told()).isZero();
        assertThat(count("select count(*) from event_reminder where event = " + meeting))
                .isOne();
        assertThat(count("select count(*) from webhook_attempt")).isOne();
        assertThat(count("select count(*) from approval_action where approval = " + approval))
                .as("it was submitted, and nothing else")
                .isOne();
        assertThat(admin.get("/api/records/expense/" + claim).text("/approval")).isEqualTo("pending");
        over.countDown();
        // what a node held that is dead is free after two minutes
        database.dsl().execute("update webhook_delivery set held_until = now()");
    }

    void assertDecidedOnceWhenAskedAgain() {
        decide(admin).expect(200);
        JsonNode decided = admin.get("/api/approvals/" + approval).expect(200).body();
        assertThat(decided.path("status").asString()).isEqualTo("approved");
        assertThat(decided.path("log"))
                .extracting(done -> done.path("kind").asString())
                .containsExactly("submitted", "approved");
        assertThat(admin.get("/api/records/expense/" + claim).text("/status")).isEqualTo("confirmed");
    }

    void assertSentWithTheSameId() {
        await().until(() -> count("select count(*) from webhook_delivery where state = 'delivered'") == 1);
        assertThat(receiver.requests().stream().map(Receiver.Request::id).distinct())
                .as("by which whoever gets it twice knows it")
                .hasSize(1);
        assertThat(receiver.requests()).hasSizeGreaterThanOrEqualTo(3);
    }

    void assertRemindedOnce() {
        await().until(() -> told() == 1);
        assertThat(count("select count(*) from event_reminder where event = " + meeting))
                .isZero();
    }

    private long told() {
        return count("select count(*) from notice where kind = 'appointmentReminder'");
    }

    private long count(String sql) {
        return database.dsl().fetchSingle(sql).into(long.class);
    }

    @Override
    public void close() {
        over.countDown();
        receiver.close();
    }
}
