package hengke.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.Node;
import hengke.testing.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Leads that arrive at two nodes at once, are dealt out in turn, and go on to others when nobody answers them. */
final class LeadsOnTwoNodes {
    private static final String LATE = "慢公司";
    private static final int LATE_ONES = 12;
    private static final int AT_ONCE = 30;
    private static final int IN_THE_MIDDLE = 2;

    private final TestDatabase database;
    private final String hook;
    private final List<CompletableFuture<Answer>> atTheNeighbour = new ArrayList<>();
    private int arrived;

    LeadsOnTwoNodes(ApiClient admin, TestDatabase database, List<Long> people) {
        this.database = database;
        workAlways(admin);
        hook = admin.post("/api/intake/sources", """
                        {"kind":"hook","object":"lead","name":"广告","active":true,"questions":[
                         {"key":"name","label":"称呼","required":true,"field":"name"},
                         {"key":"phone","label":"手机","required":true,"field":"phone"},
                         {"key":"company","label":"公司","field":"company"}]}""").expect(201).text("/key");
        String turn = "\"target\":{\"kind\":\"group\",\"way\":\"turn\",\"members\":[%s]}"
                .formatted(String.join(
                        ",",
                        people.stream().map(id -> "{\"person\":" + id + "}").toList()));
        admin.send("PUT", "/api/routing/lead", """
                        {"active":true,"answerWithin":60,"reroutes":3,"rules":[
                         {"name":"慢","filter":{"field":"company","op":"eq","value":"%s"},%s},
                         {"name":"其他","filter":null,%s}]}""".formatted(LATE, turn, turn)).expect(200);
    }

    private static void workAlways(ApiClient admin) {
        long settings = admin.get("/api/settings").number("/version");
        long version = admin.patch(
                        "/api/settings",
                        "{\"version\":%d,\"values\":{\"calendar.hours\":\"00:00-24:00\"}}".formatted(settings))
                .expect(200)
                .number("/version");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        List<String> days = today.minusDays(2)
                .datesUntil(today.plusDays(3))
                .map("{\"date\":\"%s\",\"kind\":\"work\",\"name\":\"赶工\"}"::formatted)
                .toList();
        admin.patch(
                        "/api/settings/calendar",
                        "{\"version\":%d,\"days\":[%s]}".formatted(version, String.join(",", days)))
                .expect(200);
    }

    // ---- what happens to them

    void arriveAt(Node... nodes) {
        List<CompletableFuture<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < LATE_ONES; i++) {
            calls.add(arrive(nodes[i % nodes.length], LATE));
        }
        for (int i = 0; i < AT_ONCE; i++) {
            calls.add(arrive(nodes[i % nodes.length], "某公司"));
        }
        calls.forEach(call -> call.join().expect(200));
        takeIn("1 hour");
    }

    /** Whoever does it waits in the middle of it, with everybody who has another lead to deal out behind. */
    void handOnWhatIsLate() {
        database.dsl()
                .execute(
                        "update lead set response_since = now() - interval '3 hours', response_due_at = now() - interval '2 hours' where company = ?",
                        LATE);
        await().until(() -> {
            database.dsl()
                    .execute("update scheduled_tasks set execution_time = now()"
                            + " where task_name = 'route' and not picked and execution_time > now()");
            return count("select count(*) from pg_locks where locktype = 'advisory' and classid = 736") == 1;
        });
    }

    void arriveInTheMiddle(Node neighbour, Node other) {
        for (int i = 0; i < IN_THE_MIDDLE; i++) {
            atTheNeighbour.add(arrive(neighbour, "某公司"));
            arrive(other, "某公司");
        }
        await().until(() ->
                count("select count(*) from pg_locks where locktype = 'advisory' and classid = 736 and not granted")
                        == 2 * IN_THE_MIDDLE);
        takeIn("1 hour");
    }

    void haveArrivedAtTheNeighbour() {
        atTheNeighbour.forEach(call -> call.join().expect(200));
    }

    /** What requests did not come to, which would else be taken in after half a minute, in the midst of something else. */
    void takeInNow() {
        takeIn("0 seconds");
    }

    private void takeIn(String later) {
        database.dsl()
                .execute("update scheduled_tasks set execution_time = now() + interval '" + later
                        + "' where task_name = 'take-in-submission' and not picked");
    }

    // ---- what has become of them

    long handedOn() {
        return count("select count(*) from routing_decision where cause = 'timeout'");
    }

    boolean allHandedOn() {
        return handedOn() == LATE_ONES;
    }

    void assertSharedFairly() {
        assertThat(count("select count(*) from lead")).isEqualTo(arrived);
        assertThat(count("select count(distinct phone) from lead")).isEqualTo(arrived);
        assertThat(count("select count(distinct record_id) from routing_decision where cause = 'arrival'"))
                .isEqualTo(
                        count("select count(*) from routing_decision where cause = 'arrival' and outcome = 'person'"))
                .isEqualTo(arrived);
        assertThat(count("select count(*) from lead l join routing_decision d on d.record_id = l.id"
                        + " and d.cause = 'arrival' and d.person = l.owner where l.company <> '" + LATE + "'"))
                .isEqualTo(arrived - LATE_ONES);
        for (String rule : List.of("慢", "其他")) {
            List<Long> shares = shares("cause = 'arrival' and rule = '" + rule + "'");
            assertThat(shares).hasSize(3);
            assertThat(shares.getLast() - shares.getFirst()).as(rule).isBetween(0L, 1L);
        }
    }

    void assertHandedOnOnce() {
        assertThat(count("select count(*) from lead l join routing_decision d on d.record_id = l.id"
                        + " and d.cause = 'timeout' and d.person = l.owner and d.former <> l.owner"))
                .isEqualTo(handedOn())
                .isEqualTo(LATE_ONES);
        assertThat(count("select count(distinct record_id) from routing_decision where cause = 'timeout'"))
                .isEqualTo(LATE_ONES);
        List<Long> shares = shares("cause = 'timeout'");
        assertThat(shares).hasSize(3);
        assertThat(shares.getLast() - shares.getFirst()).isBetween(0L, 1L);
    }

    private CompletableFuture<Answer> arrive(Node node, String company) {
        int number = arrived++;
        return CompletableFuture.supplyAsync(
                () -> new ApiClient(node)
                        .send(
                                "POST",
                                "/api/public/hooks/" + hook,
                                "{\"name\":\"访客%d\",\"phone\":\"135%08d\",\"company\":\"%s\"}"
                                        .formatted(number, number, company)),
                run -> Thread.ofVirtual().start(run));
    }

    /** How many each has got, the fewest first. */
    private List<Long> shares(String which) {
        return database.dsl()
                .fetch("select count(*) from routing_decision where " + which + " group by person order by 1")
                .getValues(0, Long.class);
    }

    private long count(String sql) {
        return database.dsl().fetchSingle(sql).into(long.class);
    }
}
