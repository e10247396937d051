package hengke.web.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.EventStream;
import hengke.testing.Praise;
import hengke.testing.RunningApplication;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rights as people meet them, on two nodes: what changes at one holds at the other at once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RightsHttpTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final String OWN_TO_CHANGE = """
            {"object":"customer","verb":"read","scope":"own"},{"object":"customer","verb":"edit","scope":"own"},
            {"object":"customer","verb":"delete","scope":"own"}""";

    private static RunningApplication application;
    private static RunningApplication otherNode;
    private static ApiClient ana;
    private static int people;

    @BeforeAll
    static void start() {
        application = RunningApplication.start(
                "--hengke.admin.login=ana", "--hengke.admin.password=" + PASSWORD, Praise.SETTING);
        otherNode = application.anotherNode(Praise.SETTING);
        ana = new ApiClient(application).signIn("ana", PASSWORD);
    }

    @AfterAll
    static void stop() {
        otherNode.close();
        application.close();
    }

    @Test
    void a_sharing_rule_opens_and_closes_records_at_once_on_every_node() {
        Someone ben = someone(role("[" + OWN_TO_CHANGE + "]", "[]"));
        long shared = customer("共享给别人的公司", 1, "\"level\":\"A\"");
        customer("没有共享的公司", 1, "\"level\":\"B\"");
        ApiClient there = ben.client().at(otherNode);
        assertThat(names(there)).isEmpty();

        String rule = """
                {"name":"A 级给 Ben","object":"customer","right":"read","people":[%d],
                 "filter":{"and":[{"field":"level","op":"eq","value":"A"},{"field":"name","op":"contains","value":"共享"}]}}""".formatted(ben.id());
        Answer preview = ana.post("/api/sharing-rules/preview", rule).expect(200);
        assertThat(preview.number("/matching/value")).isOne();
        assertThat(preview.number("/people")).isOne();
        assertThat(preview.number("/examples/0/records/value")).isOne();

        Answer made = ana.post("/api/sharing-rules", rule).expect(201);
        assertThat(names(there)).containsExactly("共享给别人的公司");
        assertThat(ana.post(
                                "/api/sharing-rules/preview",
                                rule.replaceFirst("\\{", "{\"id\":" + made.number("/id") + ","))
                        .number("/examples/0/records/value"))
                .as("what it opens that would be closed without it")
                .isOne();
        JsonNode seen = there.get("/api/records/customer/" + shared).expect(200).body();
        assertThat(seen.path("may").size()).isZero();
        there.patch("/api/records/customer/" + shared, "{\"version\":1,\"level\":\"B\"}")
                .expect(403);
        assertThat(reasons(ana.get("/api/records/customer/" + shared + "/access?user=" + ben.id()), "read"))
                .containsExactly("共享规则“A 级给 Ben”");

        ana.patch("/api/sharing-rules/" + made.number("/id"), "{\"right\":\"edit\"}")
                .expect(200);
        assertThat(there.get("/api/records/customer/" + shared)
                        .body()
                        .path("may")
                        .toString())
                .isEqualTo("[\"edit\"]");
        there.patch("/api/records/customer/" + shared, "{\"version\":1,\"level\":\"B\"}")
                .expect(200);
        assertThat(names(there)).as("it is no A any more").isEmpty();

        ana.delete("/api/sharing-rules/" + made.number("/id")).expect(204);
        assertThat(ana.get("/api/sharing-rules").body().path("items").size()).isZero();
    }

    @Test
    void a_rule_without_filter_or_people_or_right_is_refused() {
        String whole = """
                {"name":"x","object":"customer","right":"read","people":[1],"filter":{"field":"level","op":"eq","value":"A"}}""";
        for (String without : List.of(
                whole.replace("\"people\":[1],", ""),
                whole.replace("[1]", "[]"),
                whole.replace("[1]", "[99999]"),
                whole.replace("customer", "nothing"),
                whole.replace("customer", "address"),
                whole.replace("\"read\"", "\"delete\""),
                whole.replace("\"level\"", "\"nothing\""),
                whole.replaceFirst(",\"filter\":.*", "}"),
                whole.replaceFirst("\"filter\":\\{.*", "\"filter\":{}}"),
                whole.replace("{\"name\"", "{\"id\":1,\"name\""))) {
            assertThat(ana.post("/api/sharing-rules", without).status())
                    .as(without)
                    .isIn(400, 422);
        }
        assertThat(someone(role("[" + OWN_TO_CHANGE + "]", "[]"))
                        .client()
                        .get("/api/sharing-rules")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void each_record_tells_how_its_reader_may_change_it() {
        Someone ben = someone(role("[" + OWN_TO_CHANGE.replaceFirst("\"own\"", "\"all\"") + "]", "[]"));
        long own = customer("自己的公司", ben.id(), "\"level\":\"C\"");
        long other = customer("别人的公司", 1, "\"level\":\"C\"");

        assertThat(may(ben.client().get("/api/records/customer/" + own))).isEqualTo("[\"edit\",\"delete\"]");
        assertThat(may(ben.client().get("/api/records/customer/" + other))).isEqualTo("[]");
        assertThat(may(ana.get("/api/records/customer/" + other)))
                .startsWith("[\"edit\",\"delete\",\"transfer\",")
                .contains("\"praise\"");
        assertThat(ben.client()
                        .get("/api/records/customer/" + own + "?fields=name")
                        .body()
                        .propertyNames())
                .containsExactlyInAnyOrder("id", "version", "may", "name");
        JsonNode page = ben.client()
                .post("/api/records/customer/query", """
                        {"may":true,"filter":{"field":"id","op":"in","value":[%d,%d]},"sort":[{"field":"id"}]}""".formatted(own, other))
                .expect(200)
                .body();
        assertThat(page.at("/items/0/may").toString()).isEqualTo("[\"edit\",\"delete\"]");
        assertThat(page.at("/items/1/may").toString()).isEqualTo("[]");
        assertThat(ben.client()
                        .post("/api/records/customer/query", "{}")
                        .body()
                        .at("/items/0")
                        .has("may"))
                .isFalse();
    }

    @Test
    void a_masked_value_is_shown_to_whom_it_may_be_and_written_down() {
        Someone ben = someone(role("[" + OWN_TO_CHANGE + "]", """
                [{"object":"customer","field":"phone","right":"masked","mask":"tail","reveal":true},
                 {"object":"customer","field":"website","right":"masked"},
                 {"object":"customer","field":"remarks","right":"hidden"}]"""));
        long id = customer("有电话的公司", ben.id(), "\"phone\":\"13812345678\",\"website\":\"https://yuntu.cn\"");
        String path = "/api/records/customer/" + id;
        assertThat(ben.client().get(path).text("/phone")).isEqualTo("***5678");

        Answer shown =
                ben.client().post(path + "/reveal", "{\"field\":\"phone\"}").expect(200);
        assertThat(shown.text("/value")).isEqualTo("13812345678");
        ben.client().post(path + "/reveal", "{\"field\":\"website\"}").expect(403);
        ben.client().post(path + "/reveal", "{\"field\":\"remarks\"}").expect(422);
        ben.client()
                .post("/api/records/customer/999999/reveal", "{\"field\":\"phone\"}")
                .expect(404);
        assertThat(ben.client().post(path + "/reveal", "{\"field\":\"name\"}").text("/value"))
                .isEqualTo("有电话的公司");
        assertThat(reveals(ben)).containsExactly("customer " + id + " phone");

        for (int i = 1; i < 30; i++) {
            ben.client().post(path + "/reveal", "{\"field\":\"phone\"}").expect(200);
        }
        ben.client()
                .at(otherNode)
                .post(path + "/reveal", "{\"field\":\"phone\"}")
                .expect(429);
        assertThat(reveals(ben)).hasSize(30);
    }

    @Test
    void an_administrator_looks_as_somebody_else_and_only_looks() {
        Someone ben = someone(role("[" + OWN_TO_CHANGE + "]", "[]"));
        long own = customer("Ben 看得到", ben.id(), "\"level\":\"A\"");
        Someone cara = administrator();
        ApiClient eyes = cara.client();
        try (EventStream stream = eyes.listen()) {
            stream.next("catalog");
            eyes.post("/api/session/view-as", "{\"user\":%d}".formatted(ben.id()))
                    .expect(204);
            stream.next("session");
            stream.awaitEnd();
        }
        JsonNode session = eyes.get("/api/session").expect(200).body();
        assertThat(session.at("/user/id").asLong()).isEqualTo(ben.id());
        assertThat(session.at("/viewer/id").asLong()).isEqualTo(cara.id());
        assertThat(names(eyes.at(otherNode))).containsExactly("Ben 看得到");
        assertThat(eyes.get("/api/users").status()).isEqualTo(403);
        for (Answer refused : List.of(
                eyes.patch("/api/records/customer/" + own, "{\"version\":1,\"level\":\"B\"}"),
                eyes.delete("/api/records/customer/" + own),
                eyes.post("/api/records/customer/" + own + "/commands/praise", "{\"verdict\":\"A\"}"),
                eyes.post("/api/records/customer/commands/praise", "{\"ids\":[" + own + "]}"),
                eyes.post("/api/records/customer/bulk", "{\"ids\":[" + own + "],\"delete\":true}"),
                eyes.post("/api/records/customer/upsert", "{\"key\":[\"name\"],\"records\":[]}"),
                eyes.post("/api/exports", "{\"object\":\"customer\"}"),
                eyes.upload("/api/files", "a.txt", "a"),
                eyes.upload("/api/imports", "a.csv", "a", "object", "customer"),
                eyes.post("/api/operations/1/undo", ""),
                eyes.post("/api/records/customer", "{\"name\":\"x\"}"),
                eyes.patch("/api/session/preferences", "{}"),
                eyes.post("/api/session/password", "{}"),
                eyes.post("/api/session/view-as", "{\"user\":1}"),
                eyes.get("/api/tokens"),
                eyes.post("/api/tokens", "{\"name\":\"x\"}"),
                eyes.post("/api/records/customer/" + own + "/reveal", "{\"field\":\"phone\"}"),
                eyes.at(otherNode).post("/api/notifications/read-all", ""))) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.text("/code")).isEqualTo("viewingAs");
        }
        try (EventStream stream = eyes.at(otherNode).listen()) {
            stream.next("catalog");
            ana.patch("/api/records/customer/" + own, "{\"version\":1,\"level\":\"C\"}")
                    .expect(200);
            customer("Ben 看不到", 1, "\"level\":\"A\"");
            assertThat(stream.next("records").at("/ids").toString()).isEqualTo("[" + own + "]");
            eyes.delete("/api/session/view-as").expect(204);
            stream.next("session");
            stream.awaitEnd();
        }
        assertThat(eyes.get("/api/session").number("/user/id")).isEqualTo(cara.id());
        assertThat(logged(cara)).containsExactly("viewAs " + ben.id(), "viewAsEnd " + ben.id());
    }

    @Test
    void looking_as_somebody_ends_by_itself_and_with_the_right_to() {
        Someone ben = someone(role("[" + OWN_TO_CHANGE + "]", "[]"));
        Someone cara = administrator();
        cara.client()
                .post("/api/session/view-as", "{\"user\":%d}".formatted(ben.id()))
                .expect(204);
        application
                .database()
                .dsl()
                .execute(
                        "update user_session set viewing_until = now() - interval '1 minute' where viewing = ?",
                        ben.id());
        assertThat(cara.client().get("/api/session").number("/user/id")).isEqualTo(cara.id());
        assertThat(logged(cara)).containsExactly("viewAs " + ben.id(), "viewAsEnd " + ben.id());

        cara.client()
                .post("/api/session/view-as", "{\"user\":%d}".formatted(ben.id()))
                .expect(204);
        ana.patch("/api/users/" + cara.id(), "{\"roles\":[]}").expect(200);
        assertThat(cara.client().get("/api/session").number("/user/id")).isEqualTo(cara.id());
        cara.client()
                .post("/api/session/view-as", "{\"user\":%d}".formatted(ben.id()))
                .expect(403);
        ana.post(
                        "/api/session/view-as",
                        "{\"user\":%d}".formatted(ana.get("/api/session").number("/user/id")))
                .expect(422);
        ana.post("/api/session/view-as", "{\"user\":99999}").expect(422);
    }

    @Test
    void whoever_loses_a_right_hears_nothing_more_on_an_open_stream_of_another_node() {
        long role = role("[" + OWN_TO_CHANGE.replace("own", "all") + "]", "[]");
        Someone ben = someone(role);
        Someone eve = someone(role("[" + OWN_TO_CHANGE.replace("own", "all") + "]", "[]"));
        try (EventStream bens = ben.client().at(otherNode).listen();
                EventStream eves = eve.client().at(otherNode).listen()) {
            bens.next("catalog");
            eves.next("catalog");
            long first = customer("听得到的", 1, "\"level\":\"A\"");
            bens.next("records", told -> told.toString().contains("[" + first + "]"));
            ana.patch("/api/roles/" + role, "{\"grants\":[" + OWN_TO_CHANGE + "]}")
                    .expect(200);
            long unheard = customer("听不到的", 1, "\"level\":\"A\"");
            long own = customer("自己的还听得到", ben.id(), "\"level\":\"A\"");
            eves.next("records", told -> told.at("/ids").toString().contains(String.valueOf(unheard)));
            JsonNode told =
                    bens.next("records", each -> each.at("/ids").toString().contains(String.valueOf(own)));
            assertThat(told.at("/ids").toString()).isEqualTo("[" + own + "]");

            ana.patch("/api/users/" + ben.id(), "{\"active\":false}").expect(200);
            bens.next("session");
            bens.awaitEnd();
        }
    }

    @Test
    void what_a_role_would_change_is_told_before_it_is_saved() {
        long role = role("[" + OWN_TO_CHANGE + "]", "[]");
        Someone ben = someone(role);
        customer("预览公司一", ben.id(), "\"level\":\"A\"");
        customer("预览公司二", 1, "\"level\":\"A\"");
        long all =
                ana.post("/api/records/customer/query", "{\"count\":\"exact\"}").number("/count/value");

        JsonNode preview =
                ana.post("/api/roles/" + role + "/preview", """
                        {"grants":[{"object":"customer","verb":"read","scope":"all"}],
                         "fields":[{"object":"customer","field":"phone","right":"hidden"}]}""").expect(200).body();
        assertThat(preview.path("people").asInt()).isOne();
        JsonNode read = verb(preview, "read");
        assertThat(read.at("/opened/value").asLong()).isEqualTo(all - 1);
        assertThat(read.at("/closed/value").asLong()).isZero();
        JsonNode edit = verb(preview, "edit");
        assertThat(edit.path("lost").asInt()).isOne();
        assertThat(edit.at("/closed/value").asLong()).isOne();
        assertThat(preview.at("/fields/0/from").asString() + " "
                        + preview.at("/fields/0/to").asString())
                .isEqualTo("edit hidden");
        assertThat(names(ben.client())).as("nothing is saved").containsExactly("预览公司一");
        ben.client().post("/api/roles/" + role + "/preview", "{}").expect(403);
    }

    @Test
    void a_role_opens_parts_of_the_administration() {
        long role = role("[" + OWN_TO_CHANGE + "]", "[]");
        Someone ben = someone(role);
        ben.client()
                .post("/api/tags", "{\"object\":\"customer\",\"name\":\"重点\"}")
                .expect(201);
        long tag = ben.client().get("/api/tags?object=customer").number("/items/0/id");
        ben.client().patch("/api/tags/" + tag, "{\"color\":\"red\"}").expect(403);
        assertThat(mine(ben.client().get("/api/operations?mine=false"), ben)).isTrue();

        ana.patch("/api/roles/" + role, "{\"pages\":[\"tags\",\"operations\"]}").expect(200);
        assertThat(ben.client().get("/api/session").body().at("/user/pages").toString())
                .isEqualTo("[\"tags\",\"operations\"]");
        ben.client().patch("/api/tags/" + tag, "{\"color\":\"red\"}").expect(200);
        assertThat(mine(ben.client().get("/api/operations?mine=false"), ben)).isFalse();
        ben.client().get("/api/users").expect(403);
        ana.patch("/api/roles/" + role, "{\"pages\":[\"everything\"]}").expect(422);
    }

    @Test
    void a_persons_rights_on_an_object_are_explained_without_a_record() {
        Someone ben = someone(role("[" + OWN_TO_CHANGE + "]", "[]"));
        Answer told =
                ana.get("/api/users/" + ben.id() + "/access?object=customer").expect(200);
        assertThat(reasons(told, "edit")).first().asString().contains("本人负责");
        assertThat(reasons(told, "export")).containsExactly("没有角色授予这项权限");
        ben.client().get("/api/users/" + ben.id() + "/access?object=customer").expect(403);
        ana.get("/api/users/99999/access?object=customer").expect(404);
    }

    @Test
    void why_a_command_may_and_may_not_be_used_is_explained() {
        long role = role("[" + OWN_TO_CHANGE + "]", """
                [{"object":"customer","field":"phone","right":"masked","mask":"tail","reveal":true}]""");
        Someone ben = someone(role);
        long own = customer("表扬自己的", ben.id(), "\"level\":\"C\"");
        long other = customer("表扬别人的", 1, "\"level\":\"C\"");
        String praise = "/api/records/customer/" + own + "/commands/praise";
        ben.client().post(praise, "{\"verdict\":\"A\"}").expect(403);
        assertThat(act(ben, own, "praise")).isEqualTo("false 没有角色授予这项权限");

        ana.patch("/api/roles/" + role, "{\"commands\":[\"customer.praise\"]}").expect(200);
        assertThat(act(ben, own, "praise")).startsWith("true 角色“").endsWith("”可使用此命令");
        assertThat(act(ben, other, "praise")).isEqualTo("false 记录不在权限范围内");
        assertThat(act(ben, own, "reveal")).isEqualTo("true 可查看“电话”的完整值");
        assertThat(act(ben, own, "share")).contains("true").contains("本人负责");
        assertThat(act(ben, own, "restore")).contains("true").contains("本人负责");
        assertThat(act(ben, own, "purge")).isEqualTo("false 只有系统管理员可以这样做");

        ben.client().post(praise, "{\"verdict\":\"A\"}").expect(200);
        assertThat(act(ben, own, "praise")).isEqualTo("false 这条记录现在不能这样做");
    }

    private static String act(Someone person, long customer, String command) {
        JsonNode found = ana.get("/api/records/customer/" + customer + "/access?user=" + person.id())
                .expect(200)
                .body()
                .path("commands")
                .valueStream()
                .filter(each -> each.path("command").asString().equals(command))
                .findFirst()
                .orElseThrow();
        return found.path("allowed").asBoolean() + " "
                + String.join(
                        " ",
                        found.path("reasons")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList());
    }

    record Someone(long id, ApiClient client) {}

    private static Someone administrator() {
        return someone(ana.get("/api/roles").number("/items/0/id"));
    }

    private static Someone someone(long role) {
        String login = "person" + ++people;
        long id = ana.post(
                        "/api/users",
                        "{\"login\":\"%s\",\"name\":\"%s\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(login, login, PASSWORD, role))
                .expect(201)
                .number("/id");
        return new Someone(id, new ApiClient(application).signIn(login, PASSWORD));
    }

    private static long role(String grants, String fields) {
        return ana.post(
                        "/api/roles",
                        "{\"name\":\"角色 %d\",\"grants\":%s,\"fields\":%s}".formatted(++people, grants, fields))
                .expect(201)
                .number("/id");
    }

    private static long customer(String name, long owner, String more) {
        return ana.post("/api/records/customer", "{\"name\":\"%s\",\"owner\":%d,%s}".formatted(name, owner, more))
                .expect(201)
                .number("/id");
    }

    private static List<String> names(ApiClient client) {
        return client.post("/api/records/customer/query", "{}")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }

    private static String may(Answer answer) {
        return answer.expect(200).body().path("may").toString();
    }

    private static JsonNode verb(JsonNode preview, String verb) {
        return preview.path("verbs")
                .valueStream()
                .filter(each -> each.path("verb").asString().equals(verb)
                        && each.path("object").asString().equals("customer"))
                .findFirst()
                .orElseThrow();
    }

    private static boolean mine(Answer operations, Someone person) {
        return operations
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .allMatch(operation -> operation.at("/by/id").asLong() == person.id());
    }

    private static List<String> reasons(Answer answer, String verb) {
        return answer.expect(200)
                .body()
                .path("verbs")
                .valueStream()
                .filter(each -> each.path("verb").asString().equals(verb))
                .flatMap(each -> each.path("reasons").valueStream())
                .map(JsonNode::asString)
                .toList();
    }

    private static List<String> reveals(Someone person) {
        return application
                .database()
                .dsl()
                .fetch(
                        "select object || ' ' || record_id || ' ' || field from access_log where person_id = ? order by id",
                        person.id())
                .into(String.class);
    }

    private static List<String> logged(Someone person) {
        return application
                .database()
                .dsl()
                .fetch("select kind || ' ' || seen_as from access_log where person_id = ? order by id", person.id())
                .into(String.class);
    }
}
