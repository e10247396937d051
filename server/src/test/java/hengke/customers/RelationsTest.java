package hengke.customers;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What hangs together with what, as different people see it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RelationsTest {
    private static final String PASSWORD = "Yuntu-2026-heng";

    private static RunningApplication application;
    private static ApiClient admin;
    private static Someone ben;
    private static Someone cem;
    private static int names;

    record Someone(long id, ApiClient client) {}

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        long role = admin.post("/api/roles", """
                        {"name":"关系测试","commands":["contact.move"],"grants":[
                         {"object":"customer","verb":"read","scope":"own"},{"object":"customer","verb":"edit","scope":"own"},
                         {"object":"customer","verb":"create","scope":"own"},{"object":"customer","verb":"delete","scope":"own"},
                         {"object":"contact","verb":"read","scope":"own"},{"object":"contact","verb":"edit","scope":"own"},
                         {"object":"contact","verb":"create","scope":"own"}]}""").expect(201).number("/id");
        ben = someone("ben", role);
        cem = someone("cem", role);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_relation_is_written_once_and_read_from_both_ends() {
        long supplier = customer("上游", 1);
        long buyer = customer("下游", 1);
        Answer written = relate(admin, buyer, supplier, "supplier").expect(201);
        assertThat(written.text("/inverse")).isEqualTo("buyer");
        for (long end : List.of(supplier, buyer)) {
            JsonNode edge = relations(admin, end, 1).at("/edges/0");
            assertThat(edge.at("/from").asString()).isEqualTo("customer:" + buyer);
            assertThat(edge.at("/name").asString()).isEqualTo("上游供应商");
            assertThat(edge.at("/inverse").asString()).isEqualTo("下游客户");
        }
        admin.patch(
                        "/api/records/customer-relation/" + written.number("/id"),
                        "{\"version\":1,\"kind\":\"partner\",\"note\":\"改为合作\"}")
                .expect(200);
        assertThat(admin.get("/api/records/customer-relation/" + written.number("/id"))
                        .text("/inverse"))
                .isEqualTo("partner");
        assertThat(relate(admin, supplier, buyer, "partner").expect(422).text("/errors/0/field"))
                .as("the same said from the other end")
                .isEqualTo("kind");
        assertThat(relate(admin, supplier, supplier, "partner").expect(422).text("/errors/0/field"))
                .isEqualTo("to");
        assertThat(admin.post(
                                "/api/records/customer-relation",
                                "{\"from\":%d,\"to\":%d,\"kind\":\"other\",\"since\":\"2026-02-01\",\"until\":\"2026-01-01\"}"
                                        .formatted(supplier, buyer))
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("until");
    }

    @Test
    void who_may_not_see_one_end_does_not_learn_of_the_relation_in_any_way() {
        long mine = customer("自己的", ben.id());
        long also = customer("也是自己的", ben.id());
        long hidden = customer("看不到的", cem.id());
        long beyond = customer("隔着看不到的", ben.id());
        relate(admin, mine, also, "partner").expect(201);
        long secret = relate(admin, mine, hidden, "supplier").expect(201).number("/id");
        relate(admin, hidden, beyond, "partner").expect(201);
        admin.patch("/api/records/customer/" + hidden, "{\"version\":1,\"parent\":%d}".formatted(mine))
                .expect(200);

        for (int depth = 1; depth <= 4; depth++) {
            JsonNode seen = relations(ben.client(), mine, depth);
            assertThat(keys(seen)).containsExactlyInAnyOrder("customer:" + mine, "customer:" + also);
            assertThat(seen.at("/edges").size()).isOne();
            assertThat(seen.at("/more").asBoolean()).isFalse();
            assertThat(seen.toString()).doesNotContain("customer:" + hidden);
        }
        assertThat(keys(relations(admin, mine, 2))).contains("customer:" + hidden, "customer:" + beyond);
        ben.client().get("/api/records/customer-relation/" + secret).expect(404);
        ben.client()
                .patch("/api/records/customer-relation/" + secret, "{\"version\":1,\"note\":\"x\"}")
                .expect(404);
        JsonNode listed = ben.client()
                .post(
                        "/api/records/customer-relation/query",
                        "{\"count\":\"exact\",\"filter\":{\"field\":\"from\",\"op\":\"eq\",\"value\":%d}}"
                                .formatted(mine))
                .expect(200)
                .body();
        assertThat(listed.at("/count/value").asInt()).isOne();
        assertThat(ben.client()
                        .post(
                                "/api/records/customer/query",
                                "{\"count\":\"exact\",\"filter\":{\"field\":\"parent\",\"op\":\"under\",\"value\":%d}}"
                                        .formatted(mine))
                        .expect(200)
                        .number("/count/value"))
                .isZero();
        assertThat(ben.client()
                        .get("/api/records/customer/" + mine + "/timeline")
                        .expect(200)
                        .response()
                        .body())
                .doesNotContain("看不到的", "\"id\":" + hidden + ",");
        ben.client().get("/api/records/customer/" + hidden + "/relations").expect(404);
        assertThat(path(ben.client(), "customer:" + mine, "customer:" + beyond)
                        .at("/found")
                        .asBoolean())
                .isFalse();
        assertThat(ben.client()
                        .get("/api/paths?from=customer:%d&to=customer:%d".formatted(mine, hidden))
                        .status())
                .isEqualTo(404);

        assertThat(relate(ben.client(), mine, hidden, "other").status()).isEqualTo(422);
        admin.post(
                        "/api/records/share",
                        "{\"about\":{\"object\":\"customer\",\"id\":%d},\"user\":%d,\"right\":\"read\"}"
                                .formatted(hidden, ben.id()))
                .expect(201);
        ben.client().get("/api/records/customer-relation/" + secret).expect(200);
        relate(ben.client(), mine, hidden, "other").expect(201);
        assertThat(relate(ben.client(), hidden, hidden, "other").status()).isNotEqualTo(201);
    }

    @Test
    void ties_of_others_leave_none_of_its_own_out() {
        long centre = customer("中心", 1);
        List<Long> around =
                IntStream.range(0, 40).mapToObj(i -> customer("周围 " + i, 1)).toList();
        around.forEach(other -> relate(admin, centre, other, "partner").expect(201));
        application.database().dsl().execute("""
                insert into customer_relation ("from", "to", kind, inverse, version, created_at, created_by, updated_at,
                    updated_by)
                select one, other, 'competitor', 'competitor', 1, now(), 1, now(), 1
                from unnest(cast(? as bigint[])) one, unnest(cast(? as bigint[])) other where one < other""", around.toArray(Long[]::new), around.toArray(Long[]::new));
        JsonNode seen = relations(admin, centre, 1);
        assertThat(seen.path("more").asBoolean()).isTrue();
        assertThat(seen.path("edges")
                        .valueStream()
                        .filter(edge -> edge.path("name").asString().equals("合作伙伴")))
                .hasSize(40);
        assertThat(seen.path("edges").findValuesAsString("key")).doesNotHaveDuplicates();
    }

    @Test
    void a_relation_goes_into_the_bin_with_either_end_and_comes_back_with_it() {
        long one = customer("一端", 1);
        long other = customer("另一端", 1);
        long relation = relate(admin, one, other, "agent").expect(201).number("/id");
        admin.delete("/api/records/customer/" + other + "?version=1").expect(204);
        admin.get("/api/records/customer-relation/" + relation).expect(404);
        admin.post("/api/records/customer/" + other + "/restore", "{}").expect(200);
        admin.get("/api/records/customer-relation/" + relation).expect(200);
    }

    @Test
    void of_many_moves_at_once_none_closes_a_circle() throws Exception {
        List<Long> chain =
                IntStream.range(0, 20).mapToObj(i -> customer("集团", 1)).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(20)) {
            List<Future<Integer>> moves = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                long below = chain.get(i);
                long above = chain.get((i + 1) % 20);
                moves.add(threads.submit(() -> admin.patch(
                                "/api/records/customer/" + below, "{\"version\":1,\"parent\":%d}".formatted(above))
                        .status()));
            }
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> move : moves) {
                answers.add(move.get());
            }
            assertThat(answers.stream().filter(status -> status == 422)).hasSize(1);
            assertThat(answers.stream().filter(status -> status == 200)).hasSize(19);
        }
        long person = contact("上级", chain.getFirst(), 1, "");
        long report = contact("下属", chain.getFirst(), 1, ",\"reportsTo\":%d".formatted(person));
        assertThat(admin.patch("/api/records/contact/" + person, "{\"version\":1,\"reportsTo\":%d}".formatted(report))
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("reportsTo");
    }

    @Test
    void a_group_adds_up_over_its_tree() {
        long top = customer("集团总部", 1);
        long middle = under(top, "\"revenue\":{\"amount\":\"100.00\",\"currency\":\"CNY\"}");
        long low = under(middle, "\"revenue\":{\"amount\":\"23.00\",\"currency\":\"CNY\"}");
        contact("基层联系人", low, 1, "");
        String whole =
                "{\"or\":[{\"field\":\"id\",\"op\":\"eq\",\"value\":%d},{\"field\":\"parent\",\"op\":\"under\",\"value\":%d}]}"
                        .formatted(top, top);
        Answer sums = admin.post(
                        "/api/records/customer/aggregate",
                        "{\"filter\":%s,\"measures\":[{\"function\":\"count\"},{\"function\":\"sum\",\"field\":\"revenue\"}]}"
                                .formatted(whole))
                .expect(200);
        assertThat(sums.body().toString()).contains("3", "123");
        assertThat(admin.post(
                                "/api/records/contact/query",
                                "{\"count\":\"exact\",\"filter\":{\"field\":\"customer.parent\",\"op\":\"under\",\"value\":%d}}"
                                        .formatted(top))
                        .expect(200)
                        .number("/count/value"))
                .isOne();
        assertThat(admin.post(
                                "/api/records/contact/query",
                                "{\"filter\":{\"field\":\"customer\",\"op\":\"under\",\"value\":%d}}".formatted(top))
                        .status())
                .as("a contact stands under no contact")
                .isIn(400, 422);
    }

    @Test
    void who_changes_employer_keeps_the_old_post_and_it_is_all_taken_back_as_one() {
        long old = customer("老东家", ben.id());
        long next = customer("新东家", cem.id());
        long boss = contact("老板", old, 1, "");
        long mover = contact(
                "跳槽的人",
                old,
                1,
                ",\"title\":\"采购经理\",\"role\":\"decider\",\"since\":\"2020-03-01\",\"reportsTo\":%d".formatted(boss));
        long report = contact("下属", old, 1, ",\"reportsTo\":%d".formatted(mover));
        String move = "/api/records/contact/" + mover + "/commands/move";
        String input = "{\"customer\":%d,\"date\":\"2026-05-06\",\"title\":\"总监\"}".formatted(next);

        assertThat(refused(move, "{\"date\":\"2026-05-06\"}")).isEqualTo("customer");
        assertThat(refused(move, "{\"customer\":%d,\"date\":\"2026-05-06\"}".formatted(old)))
                .isEqualTo("customer");
        assertThat(refused(move, "{\"customer\":%d,\"date\":\"2999-05-06\"}".formatted(next)))
                .isEqualTo("date");
        assertThat(refused(move, "{\"customer\":%d,\"date\":\"2019-05-06\"}".formatted(next)))
                .isEqualTo("date");
        ben.client().post(move, input).expect(422); // he does not see where to

        Answer moved = admin.post(move, input).expect(200);
        assertThat(moved.number("/customer/id")).isEqualTo(next);
        assertThat(moved.text("/title")).isEqualTo("总监");
        assertThat(moved.text("/since")).isEqualTo("2026-05-06");
        assertThat(moved.body().at("/reportsTo").isNull()).isTrue();
        assertThat(moved.body().at("/primary").asBoolean()).isTrue();
        JsonNode post = posts(mover).at("/items/0");
        assertThat(post.at("/customer/id").asLong()).isEqualTo(old);
        assertThat(post.at("/title").asString()).isEqualTo("采购经理");
        assertThat(post.at("/since").asString()).isEqualTo("2020-03-01");
        assertThat(post.at("/until").asString()).isEqualTo("2026-05-06");
        assertThat(admin.get("/api/records/contact/" + report)
                        .body()
                        .at("/reportsTo")
                        .isNull())
                .isTrue();
        assertThat(told(ben)).contains("关键联系人已离任");
        assertThat(told(cem)).contains("关键联系人换了单位");
        assertThat(ben.client().get("/api/notifications").response().body()).doesNotContain("新东家");

        admin.post("/api/operations/" + moved.operation() + "/undo", "{}").expect(200);
        Answer back = admin.get("/api/records/contact/" + mover).expect(200);
        assertThat(back.number("/customer/id")).isEqualTo(old);
        assertThat(back.text("/since")).isEqualTo("2020-03-01");
        assertThat(back.number("/reportsTo/id")).isEqualTo(boss);
        assertThat(posts(mover).at("/items").size()).isZero();
        assertThat(admin.get("/api/records/contact/" + report).number("/reportsTo/id"))
                .isEqualTo(mover);
    }

    @Test
    void a_new_employer_becomes_a_customer_of_whoever_heard_of_it() {
        long old = customer("原单位", ben.id());
        long mover = contact("去新公司的人", old, ben.id(), "");
        String move = "/api/records/contact/" + mover + "/commands/move";
        String taken = "{\"newCustomer\":\"原单位%d\",\"date\":\"2026-05-06\"}".formatted(names - 1);
        assertThat(ben.client().post(move, taken).expect(422).text("/errors/0/field"))
                .isEqualTo("newCustomer");
        Answer moved = ben.client()
                .post(move, "{\"newCustomer\":\"全新的公司\",\"date\":\"2026-05-06\"}")
                .expect(200);
        assertThat(ben.client()
                        .get("/api/records/customer/" + moved.number("/customer/id"))
                        .expect(200)
                        .number("/owner/id"))
                .isEqualTo(ben.id());
        cem.client()
                .post(move, "{\"newCustomer\":\"x\",\"date\":\"2026-05-06\"}")
                .expect(404);
    }

    @Test
    void a_way_leads_over_relations_people_and_former_posts() {
        long start = customer("起点", 1);
        long partner = customer("伙伴", 1);
        long goal = customer("终点", 1);
        relate(admin, start, partner, "partner").expect(201);
        long formerly = contact("老熟人", goal, cem.id(), "");
        admin.post(
                        "/api/records/contact-post",
                        "{\"contact\":%d,\"customer\":%d,\"until\":\"2024-01-01\"}".formatted(formerly, partner))
                .expect(201);
        JsonNode way = path(admin, "customer:" + start, "customer:" + goal);
        assertThat(keys(way))
                .containsExactly("customer:" + start, "customer:" + partner, "contact:" + formerly, "customer:" + goal);
        assertThat(way.at("/edges").size()).isEqualTo(3);
        assertThat(way.at("/edges/2/inverse").asString()).isEqualTo("联系人");
        assertThat(path(admin, "customer:" + goal, "customer:" + start)
                        .at("/nodes")
                        .size())
                .isEqualTo(4);

        JsonNode fromMe = path(cem.client(), "me", "contact:" + formerly);
        assertThat(fromMe.at("/owner/id").asLong()).isEqualTo(cem.id());
        assertThat(keys(fromMe)).containsExactly("contact:" + formerly);
        long lonely = customer("孤岛", 1);
        JsonNode none = path(admin, "customer:" + start, "customer:" + lonely);
        assertThat(none.at("/found").asBoolean()).isFalse();
        assertThat(none.at("/complete").asBoolean()).isTrue();
        admin.get("/api/paths?to=nonsense").expect(422);
        admin.get("/api/records/customer/" + start + "/relations?depth=9").expect(422);
        admin.get("/api/records/address/1/relations").expect(404);
    }

    private static String refused(String move, String input) {
        return admin.post(move, input).expect(422).text("/errors/0/field");
    }

    private static JsonNode posts(long contact) {
        return admin.post(
                        "/api/records/contact-post/query",
                        "{\"filter\":{\"field\":\"contact\",\"op\":\"eq\",\"value\":%d}}".formatted(contact))
                .expect(200)
                .body();
    }

    private static List<String> told(Someone person) {
        return person.client()
                .get("/api/notifications")
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .map(notice -> notice.at("/title").asString())
                .toList();
    }

    private static JsonNode relations(ApiClient client, long customer, int depth) {
        return client.get("/api/records/customer/%d/relations?depth=%d".formatted(customer, depth))
                .expect(200)
                .body();
    }

    private static JsonNode path(ApiClient client, String from, String to) {
        return client.get("/api/paths?from=%s&to=%s".formatted(from, to))
                .expect(200)
                .body();
    }

    private static List<String> keys(JsonNode graph) {
        return graph.at("/nodes")
                .valueStream()
                .map(node -> node.at("/key").asString())
                .toList();
    }

    private static Answer relate(ApiClient client, long from, long to, String kind) {
        return client.post(
                "/api/records/customer-relation", "{\"from\":%d,\"to\":%d,\"kind\":\"%s\"}".formatted(from, to, kind));
    }

    private static long customer(String name, long owner) {
        return admin.post("/api/records/customer", "{\"name\":\"%s%d\",\"owner\":%d}".formatted(name, names++, owner))
                .expect(201)
                .number("/id");
    }

    private static long under(long parent, String more) {
        return admin.post(
                        "/api/records/customer",
                        "{\"name\":\"下级%d\",\"parent\":%d,\"parentKind\":\"subsidiary\",%s}"
                                .formatted(names++, parent, more))
                .expect(201)
                .number("/id");
    }

    private static long contact(String name, long customer, long owner, String more) {
        return admin.post(
                        "/api/records/contact",
                        "{\"name\":\"%s\",\"customer\":%d,\"owner\":%d%s}".formatted(name, customer, owner, more))
                .expect(201)
                .number("/id");
    }

    private static Someone someone(String login, long role) {
        long id = admin.post(
                        "/api/users",
                        "{\"login\":\"%s\",\"name\":\"%s\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(login, login, PASSWORD, role))
                .expect(201)
                .number("/id");
        return new Someone(id, new ApiClient(application).signIn(login, PASSWORD));
    }
}
