package hengke.capability.pool;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PoolsTest {
    private static final String FREE = """
            {"filter":{"and":[{"field":"pool","op":"notEmpty"},{"field":"owner","op":"empty"}]},"limit":500}""";

    private static PoolWorld world;
    private static long north;
    private static long south;

    @BeforeAll
    static void start() {
        world = new PoolWorld();
        world.person("ana", world.north);
        world.person("ben", world.north);
        world.person("cem", world.south);
        north = world.pool("北方公海", world.north, "\"hidden\":[\"phone\",\"revenue\"],\"limits\":{}");
        south = world.pool("南方公海", world.south, "");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static String code(Answer refused) {
        return refused.text("/errors/0/code");
    }

    @Test
    void a_member_claims_and_returns() {
        long customer = world.waiting(north);
        assertThat(world.as("ana")
                        .post("/api/records/customer/query", FREE)
                        .body()
                        .findValuesAsString("id"))
                .contains(Long.toString(customer));
        Answer claimed = world.claim("ana", customer).expect(200);
        assertThat(claimed.number("/owner/id")).isEqualTo(world.id("ana"));
        assertThat(claimed.number("/pool/id")).isEqualTo(north);
        assertThat(claimed.text("/claimedAt")).isNotEmpty();

        PoolWorld.command(world.as("ana"), customer, "release", "{\"reason\":\"不是目标客户\"}")
                .expect(200);
        JsonNode hands = world.as("ana")
                .get("/api/pools/of/customer/" + customer)
                .expect(200)
                .body()
                .get("history");
        assertThat(hands.findValuesAsString("kind")).containsExactly("return", "claim", "create");
        assertThat(hands.at("/0/reason").asString()).isEqualTo("不是目标客户");
    }

    @Test
    void members_of_one_pool_neither_see_nor_claim_in_another() {
        long customer = world.waiting(south);
        world.as("ana").get("/api/records/customer/" + customer).expect(404);
        world.claim("ana", customer).expect(404);
        assertThat(PoolWorld.command(world.as("ana"), customer, "claim", "{\"pool\":" + north + "}")
                        .status())
                .isEqualTo(422);
        assertThat(world.seen(customer).get("owner").isNull()).isTrue();
        assertThat(world.as("ana")
                        .post("/api/records/customer/query", FREE)
                        .body()
                        .findValuesAsString("id"))
                .doesNotContain(Long.toString(customer));
        world.claim("cem", customer).expect(200);
    }

    @Test
    void whoever_comes_second_is_told() {
        long customer = world.waiting(north);
        world.claim("ana", customer).expect(200);
        Answer second = world.claim("ben", customer).expect(409);
        assertThat(second.text("/code")).isEqualTo("alreadyClaimed");
        assertThat(second.body().toString()).doesNotContain("\"ana\"");
    }

    @Test
    void nobody_writes_owner_or_pool_around_the_rules() {
        long waiting = world.waiting(north);
        long owned = world.customer("\"owner\":" + world.id("ana"));
        String path = "/api/records/customer/";
        assertThat(code(world.as("ana")
                        .patch(path + owned, "{\"owner\":null,\"version\":1}")
                        .expect(422)))
                .isIn("useRelease", "transfer");
        assertThat(code(world.as("ana")
                        .patch(path + owned, "{\"pool\":" + south + ",\"version\":1}")
                        .expect(422)))
                .isEqualTo("byCommand");
        assertThat(code(world.admin
                        .patch(path + waiting, "{\"owner\":%d,\"version\":1}".formatted(world.id("ana")))
                        .expect(422)))
                .isEqualTo("useClaim");
        assertThat(code(world.create(world.as("ana"), "\"owner\":null,\"pool\":" + south)
                        .expect(422)))
                .isEqualTo("notMember");
    }

    @Test
    void a_record_without_owner_waits_in_the_standard_pool() {
        assertThat(world.seen(world.customer("\"owner\":null")).at("/pool/id").asLong())
                .isEqualTo(north);
        Answer made = world.create(world.as("cem"), "\"pool\":" + south).expect(201);
        assertThat(made.body().get("owner").isNull()).isTrue();
    }

    @Test
    void returning_does_not_give_back_the_days_count() {
        long pool = world.pool("每日限额", world.north, "\"limits\":{\"perDay\":2}");
        long first = world.waiting(pool);
        world.claim("ana", first).expect(200);
        world.release("ana", first).expect(200);
        Answer again = world.claim("ana", first).expect(200);
        world.as("ana")
                .post("/api/operations/" + again.operation() + "/undo", "{}")
                .expect(200);
        assertThat(world.seen(first).get("owner").isNull()).isTrue();
        Answer third = world.claim("ana", first).expect(422);
        assertThat(code(third)).isEqualTo("perDay");
        assertThat(third.text("/errors/0/message")).contains("2/2");
        world.claim("ben", first).expect(200);
    }

    @Test
    void holding_counts_what_is_held_however_it_came() {
        long pool = world.pool("持有上限", world.north, """
                "limits":{"holding":2},"transfersExceed":false,"uncounted":{"field":"status","op":"eq","value":"won"}""");
        long one = world.waiting(pool);
        long two = world.waiting(pool);
        long three = world.waiting(pool);
        world.claim("ben", one).expect(200);
        world.claim("ben", two).expect(200);
        assertThat(world.claim("ben", three).expect(422).text("/errors/0/message"))
                .contains("2/2");
        String owned = "\"pool\":%d,\"owner\":%d".formatted(pool, world.id("ben"));
        assertThat(code(world.create(world.as("ben"), owned).expect(422))).isEqualTo("holding");
        assertThat(code(PoolWorld.command(world.admin, three, "assign", "{\"owner\":%d}".formatted(world.id("ben")))
                        .expect(422)))
                .isEqualTo("holding");
        world.claim("ana", three).expect(200);
        assertThat(code(world.admin
                        .patch(
                                "/api/records/customer/" + three,
                                "{\"owner\":%d,\"version\":2}".formatted(world.id("ben")))
                        .expect(422)))
                .isEqualTo("holding");
        String won = "{\"status\":\"won\",\"version\":2}";
        world.as("ben").patch("/api/records/customer/" + one, won).expect(200);
        world.claim("ben", world.waiting(pool)).expect(200);
    }

    @Test
    void the_last_owner_waits() {
        long pool = world.pool("冷却", world.north, "\"limits\":{\"coolDownDays\":3}");
        long customer = world.waiting(pool);
        world.claim("ana", customer).expect(200);
        world.release("ana", customer).expect(200);
        Answer again = world.claim("ana", customer).expect(422);
        assertThat(code(again)).isEqualTo("coolDown");
        assertThat(again.text("/errors/0/message")).contains("3 天");
        world.claim("ben", customer).expect(200);
        world.release("ben", customer).expect(200);
        assertThat(code(world.claim("ana", customer).expect(422))).isEqualTo("coolDown");
    }

    @Test
    void where_only_the_administrator_assigns_members_do_not_claim() {
        long pool = world.pool(
                "仅分配", world.north, "\"assignedOnly\":true,\"administrators\":[%d]".formatted(world.id("ben")));
        long customer = world.waiting(pool);
        assertThat(code(world.claim("ana", customer).expect(422))).isEqualTo("assignedOnly");
        String toAna = "{\"owner\":%d}".formatted(world.id("ana"));
        PoolWorld.command(world.as("ana"), customer, "assign", toAna).expect(403);
        PoolWorld.command(world.as("ben"), customer, "assign", toAna);
        assertThat(world.seen(customer).at("/owner/id").asLong()).isEqualTo(world.id("ana"));
    }

    @Test
    void contacts_go_with_their_customer() {
        long customer = world.customer("\"owner\":%d,\"pool\":%d".formatted(world.id("ana"), south));
        long contact = world.as("ana")
                .post("/api/records/contact", "{\"name\":\"李雷\",\"customer\":%d}".formatted(customer))
                .expect(201)
                .number("/id");
        PoolWorld.command(world.as("ana"), customer, "release", "{}");
        assertThat(world.as("ana").get("/api/records/contact/" + contact).status())
                .isEqualTo(404);
        assertThat(world.as("cem").get("/api/records/customer/" + customer).status())
                .isEqualTo(200);
        assertThat(world.as("cem").get("/api/records/contact/" + contact).status())
                .isEqualTo(404);
        world.claim("cem", customer).expect(200);
        assertThat(world.as("cem").get("/api/records/contact/" + contact).number("/owner/id"))
                .isEqualTo(world.id("cem"));
    }

    @Test
    void bulk_claims_as_many_as_it_may() {
        long pool = world.pool("批量", world.north, "\"limits\":{\"perDay\":2}");
        List<Long> all = List.of(world.waiting(pool), world.waiting(pool), world.waiting(pool));
        Answer bulk = world.as("ana")
                .post("/api/records/customer/commands/claim", "{\"ids\":" + all + "}")
                .expect(200);
        assertThat(bulk.number("/changed")).isEqualTo(2);
        assertThat(bulk.number("/failed")).isEqualTo(1);
        assertThat(bulk.body().toString()).contains("2/2");
    }

    @Test
    void what_a_pool_hides_is_told_in_no_way() {
        long customer =
                world.customer("\"pool\":%d,\"phone\":\"010-87654321\",\"revenue\":\"7654321.00\"".formatted(north));
        String path = "/api/records/customer/";
        ApiClient ana = world.as("ana");
        String byPhone =
                "{\"filter\":{\"field\":\"phone\",\"op\":\"contains\",\"value\":\"8765\"},\"count\":\"exact\"}";
        String notEmpty = "{\"filter\":{\"and\":[{\"field\":\"id\",\"op\":\"eq\",\"value\":%d},"
                + "{\"field\":\"phone\",\"op\":\"notEmpty\"}]}}";
        List<Answer> answers = List.of(
                ana.get(path + customer).expect(200),
                ana.post(path + "query", "{\"limit\":500,\"sort\":[{\"field\":\"phone\",\"descending\":true}]}")
                        .expect(200),
                ana.get(path + customer + "/history").expect(200),
                ana.get(path + customer + "/timeline").expect(200),
                ana.get(path + customer + "/access").expect(200),
                ana.post(path + "aggregate", """
                        {"groups":[{"field":"phone"}],"measures":[{"function":"sum","field":"revenue"}]}""").expect(200));
        answers.forEach(answer -> assertThat(answer.body().toString()).doesNotContain("8765432", "7654321"));
        assertThat(ana.post(path + "query", byPhone).expect(200).number("/count/value"))
                .isZero();
        assertThat(ana.post(path + "query", notEmpty.formatted(customer))
                        .expect(200)
                        .body()
                        .get("items"))
                .isEmpty();
        assertThat(ana.post(path + "query", "{\"search\":\"87654321\"}")
                        .expect(200)
                        .body()
                        .get("items"))
                .isEmpty();
        assertThat(ana.get("/api/search?q=87654321").expect(200).body().toString())
                .doesNotContain("\"id\":" + customer);
        assertThat(ana.post(path + "duplicates", "{\"phone\":\"010-87654321\"}")
                        .body()
                        .toString())
                .doesNotContain("\"id\":" + customer);
        assertThat(world.admin.post(path + "query", byPhone).number("/count/value"))
                .isEqualTo(1);

        world.claim("ana", customer).expect(200);
        assertThat(ana.get(path + customer).text("/phone")).contains("87654321");
        assertThat(ana.post(path + "query", "{\"search\":\"87654321\"}").body().get("items"))
                .hasSize(1);
        assertThat(ana.get(path + customer + "/history").body().toString()).contains("8765432");
    }

    @Test
    void fifty_clients_of_ten_people_claim_a_hundred_customers_at_once() throws Exception {
        long department = world.admin
                .post("/api/departments", "{\"name\":\"抢单部\"}")
                .expect(201)
                .number("/id");
        long pool = world.pool("抢单", department, "\"limits\":{\"perDay\":9,\"holding\":8}");
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            people.add("rush" + i);
            world.person("rush" + i, department);
        }
        List<Long> customers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            customers.add(world.waiting(pool));
        }
        List<Callable<Integer>> claims = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            String login = people.get(i);
            for (int j = 0; j < 20; j++) {
                long customer = customers.get((i * 10 + j) % customers.size());
                claims.add(() -> world.claim(login, customer).status());
            }
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService crowd = Executors.newFixedThreadPool(50)) {
            for (Future<Integer> claim : crowd.invokeAll(claims)) {
                statuses.add(claim.get());
            }
        }
        assertThat(statuses).isSubsetOf(200, 409, 422);
        DSLContext database = world.application.database().dsl();
        Map<Long, Integer> held = database
                .fetch("select owner, count(*) from customer where pool = ? and owner is not null group by owner", pool)
                .stream()
                .collect(Collectors.toMap(row -> row.get(0, Long.class), row -> row.get(1, Integer.class)));
        assertThat(held.values()).allMatch(count -> count <= 8);
        long claimed = statuses.stream().filter(status -> status == 200).count();
        assertThat(held.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo((int) claimed);
        assertThat(database.fetchValue(
                        "select count(*) from (select record_id from pool_claim where pool_id = ? and kind = 'claim'"
                                + " group by record_id having count(*) > 1) twice",
                        pool))
                .isEqualTo(0L);
    }

    @Test
    void a_pool_in_use_is_not_deleted() {
        long pool = world.pool("要删除的", world.north, "");
        long customer = world.waiting(pool);
        assertThat(code(world.admin.delete("/api/pools/" + pool).expect(422))).isEqualTo("inUse");
        PoolWorld.command(world.admin, customer, "moveToPool", "{\"pool\":" + south + "}")
                .expect(200);
        world.admin.delete("/api/pools/" + pool).expect(204);
        world.as("ana").get("/api/pools").expect(403);
    }

    @Test
    void what_makes_no_sense_is_refused_at_its_field() {
        Answer refused = world.admin.post("/api/pools", """
                {"name":"错的","object":"customer","hidden":["name","nothing"],
                 "recycle":[{"since":"contact","days":5,"filter":{"field":"no","op":"eq","value":1}}]}""").expect(422);
        assertThat(refused.body().get("errors").findValuesAsString("field")).contains("hidden", "recycle[0].filter");
        assertThat(world.admin
                        .post("/api/pools", "{\"name\":\"x\",\"object\":\"contact\"}")
                        .expect(422)
                        .text("/errors/0/code"))
                .isEqualTo("notPooled");
    }
}
