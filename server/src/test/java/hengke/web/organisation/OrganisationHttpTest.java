package hengke.web.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.kernel.transfer.reading.SheetFile;
import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OrganisationHttpTest {
    private static final String PASSWORD = "correct horse battery";
    private static RunningApplication application;
    private static ApiClient ana;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=ana", "--hengke.admin.password=" + PASSWORD);
        ana = new ApiClient(application).signIn("ana", PASSWORD);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_department_is_added_renamed_moved_and_removed() {
        long sales = department("销售部", "null");
        long east = department("华东", Long.toString(sales));

        var changed = ana.patch("/api/departments/" + east, "{\"name\":\"华东区\",\"version\":1}")
                .expect(200);
        assertThat(changed.text("/name")).isEqualTo("华东区");
        assertThat(changed.number("/parent")).isEqualTo(sales);
        assertThat(changed.number("/version")).isEqualTo(2);
        assertThat(ana.patch("/api/departments/" + east, "{\"name\":\"x\",\"version\":1}")
                        .expect(409)
                        .text("/code"))
                .isEqualTo("stale");
        var circle = ana.patch("/api/departments/" + sales, "{\"parent\":" + east + "}")
                .expect(422);
        assertThat(circle.text("/errors/0/field")).isEqualTo("parent");
        ana.delete("/api/departments/" + sales).expect(409);
        ana.delete("/api/departments/" + east).expect(204);
        ana.delete("/api/departments/" + sales).expect(204);
        ana.delete("/api/departments/" + sales).expect(404);
    }

    @Test
    void a_group_of_people_is_added_changed_and_removed_and_gives_no_right() {
        long me = ana.get("/api/session").number("/user/id");
        long group = ana.post("/api/groups", "{\"name\":\"采购委员会\",\"people\":[%d]}".formatted(me))
                .expect(201)
                .number("/id");
        assertThat(ana.post("/api/groups", "{\"name\":\"采购委员会\"}").expect(422).text("/errors/0/field"))
                .isEqualTo("name");
        assertThat(ana.patch("/api/groups/" + group, "{\"people\":[987654]}")
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("people");
        var changed = ana.patch("/api/groups/" + group, "{\"name\":\"采购小组\",\"version\":1}")
                .expect(200);
        assertThat(changed.text("/people/0/label")).isEqualTo("ana");
        assertThat(ana.patch("/api/groups/" + group, "{\"people\":[],\"version\":1}")
                        .expect(409)
                        .text("/code"))
                .isEqualTo("stale");
        assertThat(ana.get("/api/logs/administration?kind=group")
                        .expect(200)
                        .body()
                        .path("items"))
                .hasSize(2);
        ana.delete("/api/groups/" + group).expect(204);
        ana.delete("/api/groups/" + group).expect(404);
    }

    @Test
    void a_person_is_added_found_by_pinyin_changed_and_disabled() {
        long sales = department("大客户部", "null");
        long seller = role("销售");
        var added =
                ana.post("/api/users", """
                        {"login":"zhangsan","name":"张三","password":"%s","department":%d,"roles":[%d],"phone":"13812345678"}""".formatted(PASSWORD, sales, seller)).expect(201);
        long id = added.number("/id");

        assertThat(ana.get("/api/people?q=zs").expect(200).text("/items/0/label"))
                .isEqualTo("张三");
        assertThat(ana.get("/api/users?q=zhangsan&active=true&department=" + sales)
                        .text("/items/0/roles/0/label"))
                .isEqualTo("销售");
        var changed =
                ana.patch("/api/users/" + id, "{\"phone\":null,\"version\":1}").expect(200);
        assertThat(changed.body().at("/phone").isNull()).isTrue();
        assertThat(changed.text("/department/label")).isEqualTo("大客户部");
        assertThat(changed.text("/login")).isEqualTo("zhangsan");

        ApiClient zhang = new ApiClient(application).signIn("zhangsan", PASSWORD);
        zhang.get("/api/session").expect(200);
        ana.patch("/api/users/" + id, "{\"active\":false}").expect(200);
        zhang.get("/api/session").expect(401);
        assertThat(ana.get("/api/people?q=zs").body().at("/items").size()).isZero();
    }

    @Test
    void what_is_wrong_with_a_person_is_said_at_its_field() {
        var refused = ana.post("/api/users", """
                        {"login":"a b","name":"","department":999,"manager":999,"roles":[999],"email":"no mail"}""").expect(422);
        assertThat(refused.body().at("/errors").findValuesAsString("field")).contains("name", "email");

        refused = ana.post("/api/users", """
                        {"login":"a b","name":"A","department":999,"manager":999,"roles":[999]}""").expect(422);
        assertThat(refused.body().at("/errors").findValuesAsString("field"))
                .contains("login", "department", "manager", "roles");
        assertThat(ana.post("/api/users", "{\"login\":\"ANA\",\"name\":\"A\"}")
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("login");
        assertThat(ana.post("/api/users", "{\"login\":\"weak\",\"name\":\"W\",\"password\":\"password123\"}")
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("password");
    }

    @ParameterizedTest
    @CsvSource({"id, 7", "administrator, true", "passwordHash, 1", "createdBy, 1", "preferences, 1", "lastSignIn, 1"})
    void nothing_can_be_set_by_guessing_its_name(String key, String value) {
        var refused = ana.post("/api/users", "{\"login\":\"guess\",\"name\":\"G\",\"" + key + "\":" + value + "}")
                .expect(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo(key);
    }

    @Test
    void a_role_is_made_of_grants_rules_and_commands() {
        var added = ana.post("/api/roles", """
                        {"name":"只读","grants":[
                            {"object":"customer","verb":"read","scope":"filter",
                             "filter":{"field":"level","op":"eq","value":"A"}},
                            {"object":"*","verb":"export","scope":"own"}],
                         "fields":[{"object":"customer","field":"phone","right":"masked"}],
                         "commands":["customer.claim"]}""").expect(201);

        assertThat(added.body().at("/grants/0")).isEqualTo(JsonMapper.shared().readTree("""
                        {"object":"customer","verb":"read","scope":"filter",
                         "filter":{"field":"level","op":"eq","value":"A"}}"""));
        assertThat(added.text("/fields/0/right")).isEqualTo("masked");
        var renamed = ana.patch("/api/roles/" + added.number("/id"), "{\"name\":\"只看 A 级\"}")
                .expect(200);
        assertThat(renamed.body().at("/grants").size()).isEqualTo(2);
        ana.delete("/api/roles/" + added.number("/id")).expect(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grants[0].object | {\"object\":\"nothing\",\"verb\":\"read\",\"scope\":\"own\"}",
                "grants[0].verb | {\"object\":\"customer\",\"verb\":\"fly\",\"scope\":\"own\"}",
                "grants[0].scope | {\"object\":\"customer\",\"verb\":\"read\",\"scope\":\"moon\"}",
                "grants[0].filter | {\"object\":\"customer\",\"verb\":\"read\",\"scope\":\"filter\"}",
                "grants[0].filter | {\"object\":\"customer\",\"verb\":\"read\",\"scope\":\"filter\",\"filter\":{\"and\":[]}}",
                "grants[0].filter | {\"object\":\"*\",\"verb\":\"read\",\"scope\":\"filter\",\"filter\":{\"and\":[]}}",
                "grants[0].scpoe | {\"object\":\"customer\",\"verb\":\"read\",\"scope\":\"own\",\"scpoe\":\"all\"}",
            })
    void a_grant_that_means_nothing_is_refused(String field, String grant) {
        var refused = ana.post("/api/roles", "{\"name\":\"bad\",\"grants\":[" + grant + "]}")
                .expect(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
    }

    @Test
    void whoever_is_no_administrator_changes_nothing_and_nobody_gives_rights_to_themselves() {
        long seller = role("销售");
        long id = ana.post(
                        "/api/users",
                        "{\"login\":\"ben\",\"name\":\"Ben\",\"password\":\"" + PASSWORD + "\",\"roles\":[" + seller
                                + "]}")
                .expect(201)
                .number("/id");
        ApiClient ben = new ApiClient(application).signIn("ben", PASSWORD);
        long administrator = role("系统管理员");
        String before = state();

        ben.get("/api/users").expect(403);
        ben.get("/api/users/" + id).expect(403);
        ben.get("/api/roles").expect(403);
        ben.post("/api/users", "{\"login\":\"x\",\"name\":\"X\",\"roles\":[" + administrator + "]}")
                .expect(403);
        ben.patch("/api/users/" + id, "{\"roles\":[" + administrator + "]}").expect(403);
        ben.patch("/api/users/1", "{\"password\":\"taken over by ben\"}").expect(403);
        ben.patch("/api/roles/" + seller, "{\"administrator\":true}").expect(403);
        ben.post("/api/roles", "{\"name\":\"mine\",\"administrator\":true}").expect(403);
        ben.delete("/api/roles/" + seller).expect(403);
        ben.post("/api/departments", "{\"name\":\"mine\"}").expect(403);

        assertThat(state()).isEqualTo(before);

        ben.get("/api/people").expect(200);
        ben.get("/api/departments").expect(200);
    }

    @Test
    void the_last_administrator_cannot_be_locked_out() {
        ana.patch("/api/users/1", "{\"active\":false}").expect(403);
        ana.patch("/api/users/1", "{\"roles\":[]}").expect(403);
        ana.patch("/api/roles/" + role("系统管理员"), "{\"administrator\":false}").expect(403);
        ana.get("/api/users").expect(200);
        ana.patch("/api/users/0", "{\"name\":\"x\"}").expect(404);
    }

    @Test
    void everything_somebody_owns_is_handed_over_and_can_be_taken_back() {
        long seller = role("销售");
        long from = ana.post("/api/users", "{\"login\":\"leaver\",\"name\":\"Leaver\",\"roles\":[" + seller + "]}")
                .expect(201)
                .number("/id");
        long customer = ana.post("/api/records/customer", "{\"name\":\"交接客户\",\"owner\":" + from + "}")
                .expect(201)
                .number("/id");

        ana.post("/api/users/" + from + "/handover", "{\"to\":" + from + "}").expect(422);
        var answer = ana.post("/api/users/" + from + "/handover", "{\"to\":1,\"objects\":[\"customer\"]}")
                .expect(200);

        assertThat(answer.number("/operations/0/changed")).isEqualTo(1);
        assertThat(ana.get("/api/records/customer/" + customer).number("/owner/id"))
                .isEqualTo(1);
        ana.post("/api/operations/" + answer.number("/operations/0/id") + "/undo", "{}")
                .expect(200);
        assertThat(ana.get("/api/records/customer/" + customer).number("/owner/id"))
                .isEqualTo(from);
    }

    @Test
    void somebody_invited_sets_the_password_by_the_link_once_and_is_in() {
        long seller = role("销售");
        var invited = ana.post(
                        "/api/invitations",
                        "{\"name\":\"新来的\",\"email\":\"new@acme.example\",\"roles\":[" + seller + "]}")
                .expect(201);
        long id = invited.number("/user/id");
        String token = invited.text("/url").replaceFirst(".*token=", "");
        assertThat(invited.text("/url")).startsWith("http://127.0.0.1:").contains("/invitation?token=");
        assertThat(ana.get("/api/invitations").body().at("/items").findValuesAsString("login"))
                .contains("new@acme.example");
        assertThat(ana.get("/api/users/" + id).text("/invitedUntil")).isNotEmpty();

        ApiClient somebody = new ApiClient(application);
        String look = "{\"token\":\"" + token + "\"}";
        assertThat(somebody.post("/api/password-link/look", look).expect(200).text("/name"))
                .isEqualTo("新来的");
        assertThat(somebody.post("/api/password-link", "{\"token\":\"" + token + "\",\"password\":\"short\"}")
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("password");
        String use = "{\"token\":\"" + token + "\",\"password\":\"" + PASSWORD + "\"}";
        var in = somebody.post("/api/password-link", use).expect(200);
        assertThat(in.text("/user/login")).isEqualTo("new@acme.example");
        assertThat(in.response().headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly");
        assertThat(somebody.post("/api/password-link", use).expect(403).text("/detail"))
                .isEqualTo(somebody.post("/api/password-link/look", "{\"token\":\"made up\"}")
                        .expect(403)
                        .text("/detail"));
        new ApiClient(application).signIn("new@acme.example", PASSWORD);
        assertThat(ana.post("/api/users/" + id + "/password-link", "")
                        .expect(200)
                        .text("/purpose"))
                .isEqualTo("reset");
    }

    @Test
    void an_invitation_is_sent_again_and_taken_back_by_administrators_only() {
        long id = ana.post("/api/invitations", "{\"name\":\"Dora\",\"login\":\"dora\"}")
                .expect(201)
                .number("/user/id");
        ana.post("/api/invitations", "{\"name\":\"Dora\",\"login\":\"dora\"}").expect(422);
        ana.post("/api/invitations", "{\"name\":\"Nobody\"}").expect(422);
        ana.post("/api/users", "{\"login\":\"eve\",\"name\":\"Eve\",\"password\":\"" + PASSWORD + "\"}")
                .expect(201);
        ApiClient eve = new ApiClient(application).signIn("eve", PASSWORD);
        eve.get("/api/invitations").expect(403);
        eve.post("/api/invitations", "{\"name\":\"X\",\"login\":\"x\"}").expect(403);
        eve.post("/api/users/1/password-link", "").expect(403);
        eve.delete("/api/invitations/" + id).expect(403);

        String again = ana.post("/api/users/" + id + "/password-link", "")
                .expect(200)
                .text("/url")
                .replaceFirst(".*token=", "");
        ana.delete("/api/invitations/" + id).expect(204);
        ana.delete("/api/invitations/" + id).expect(404);
        new ApiClient(application)
                .post("/api/password-link/look", "{\"token\":\"" + again + "\"}")
                .expect(403);
        assertThat(ana.get("/api/users/" + id).body().at("/active").asBoolean()).isFalse();
        ana.post("/api/users/" + id + "/password-link", "").expect(422);
    }

    @Test
    void administrators_see_and_end_where_others_are_signed_in() {
        long id = ana.post("/api/users", "{\"login\":\"fay\",\"name\":\"Fay\",\"password\":\"" + PASSWORD + "\"}")
                .expect(201)
                .number("/id");
        ApiClient fay = new ApiClient(application).signIn("fay", PASSWORD);
        assertThat(fay.get("/api/session/devices").body().at("/items/0/current").asBoolean())
                .isTrue();
        fay.get("/api/users/1/sessions").expect(403);
        fay.delete("/api/users/1/sessions").expect(403);
        fay.delete("/api/users/1/second-factor").expect(403);

        long session = ana.get("/api/users/" + id + "/sessions").number("/items/0/id");
        ana.delete("/api/users/1/sessions/" + session).expect(404);
        ana.delete("/api/users/" + id + "/sessions/" + session).expect(204);
        fay.get("/api/session").expect(401);
        ana.delete("/api/users/" + id + "/second-factor").expect(404);
    }

    @Test
    void people_come_in_by_a_list_row_by_row_with_departments_by_path_and_links_back(@TempDir Path folder)
            throws IOException {
        String list = """
                姓名,登录名,邮箱,部门,上级,角色
                下属,import-report,,总部/华东/销售一部,主管,销售
                主管,,boss@acme.example,总部/华东,,销售经理、销售
                重名,ANA,,总部,,
                无角色,import-x,,总部,,没有的角色
                ,import-y,,总部,,
                坏邮箱,import-z,no mail,,,
                """;
        String before = state();
        var unknown =
                ana.upload("/api/users/import/preview", "people.csv", list).expect(200);
        assertThat(unknown.number("/fine")).isZero();
        var preview = ana.upload("/api/users/import/preview", "people.csv", list, "departments", "true")
                .expect(200);
        assertThat(preview.number("/total")).isEqualTo(6);
        assertThat(preview.number("/fine")).isEqualTo(2);
        assertThat(preview.body().at("/rows").findValuesAsString("field"))
                .containsExactly("login", "roles", "name", "email");
        assertThat(state()).isEqualTo(before);

        Path answer = folder.resolve("links.xlsx");
        Files.write(answer, ana.uploadForFile("/api/users/import", "people.csv", list, "departments", "true"));
        List<String> links = new ArrayList<>();
        try (var file = SheetFile.open(answer, "links");
                var rows = file.table(0).rows()) {
            rows.forEachRemaining(row -> links.add(row.cell(4).text()));
        }
        assertThat(links.stream().filter(link -> link.contains("/invitation?token=")))
                .hasSize(2);
        var report = ana.get("/api/users?q=import-report");
        assertThat(report.text("/items/0/manager/label")).isEqualTo("主管");
        assertThat(report.text("/items/0/department/label")).isEqualTo("销售一部");
        new ApiClient(application)
                .post(
                        "/api/password-link",
                        "{\"token\":\"" + links.getFirst().replaceFirst(".*token=", "") + "\",\"password\":\""
                                + PASSWORD + "\"}")
                .expect(200);
        assertThat(ana.upload("/api/users/import/preview", "people.csv", list).number("/fine"))
                .isZero();
        new ApiClient(application)
                .signIn("import-report", PASSWORD)
                .upload("/api/users/import", "people.csv", list)
                .expect(403);
    }

    @Test
    void while_somebody_is_away_a_colleague_works_with_their_records_and_hears_of_them() {
        long seller = role("销售");
        String rights = "\"password\":\"" + PASSWORD + "\",\"roles\":[" + seller + "]}";
        long away = ana.post("/api/users", "{\"login\":\"away\",\"name\":\"阿远\"," + rights)
                .expect(201)
                .number("/id");
        long stands = ana.post("/api/users", "{\"login\":\"stands\",\"name\":\"阿代\"," + rights)
                .expect(201)
                .number("/id");
        ApiClient person = new ApiClient(application).signIn("away", PASSWORD);
        ApiClient delegate = new ApiClient(application).signIn("stands", PASSWORD);
        String customer = "/api/records/customer/"
                + person.post("/api/records/customer", "{\"name\":\"代理客户\"}")
                        .expect(201)
                        .number("/id");
        delegate.get(customer).expect(404);
        String wanted = "{\"delegate\":%d,\"until\":\"%s\"}"
                .formatted(stands, Instant.now().plus(Duration.ofDays(3)));
        delegate.post("/api/users/" + away + "/delegations", wanted).expect(404);
        delegate.get("/api/users/" + away + "/delegations").expect(404);
        person.post(
                        "/api/users/" + away + "/delegations",
                        "{\"delegate\":%d,\"until\":\"2020-01-01T00:00:00Z\"}".formatted(away))
                .expect(422);

        var added = person.post("/api/users/" + away + "/delegations", wanted).expect(201);
        assertThat(person.post("/api/users/" + away + "/delegations", wanted)
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("from");
        delegate.get(customer).expect(200);
        assertThat(delegate.post("/api/records/customer/query", "{\"search\":\"代理客户\"}")
                        .body()
                        .at("/items")
                        .size())
                .isEqualTo(1);
        assertThat(delegate.get(customer + "/access").text("/verbs/0/reasons/0"))
                .isEqualTo("代理“阿远”：可查看其负责的记录");
        assertThat(delegate.get("/api/users/" + stands + "/delegations").text("/items/0/person/label"))
                .isEqualTo("阿远");
        delegate.delete("/api/users/" + stands + "/delegations/" + added.number("/id"))
                .expect(404);
        ana.post("/api/records/customer", "{\"name\":\"给阿远的\",\"owner\":" + away + "}")
                .expect(201);
        await().until(() ->
                delegate.get("/api/notifications").text("/items/0/title").startsWith("代理阿远："));

        ana.delete("/api/users/" + away + "/delegations/" + added.number("/id")).expect(204);
        delegate.get(customer).expect(404);
    }

    @Test
    void whoever_owes_a_second_factor_can_set_it_up_and_nothing_else() {
        ana.post("/api/users", "{\"login\":\"guy\",\"name\":\"Guy\",\"password\":\"" + PASSWORD + "\"}")
                .expect(201);
        long version = ana.get("/api/settings").number("/version");
        ana.patch(
                        "/api/settings",
                        "{\"version\":%d,\"values\":{\"signIn.secondFactor\":\"everybody\"}}".formatted(version))
                .expect(200);
        ApiClient guy = new ApiClient(application).signIn("guy", PASSWORD);
        ana.patch("/api/settings", "{\"version\":%d,\"values\":{\"signIn.secondFactor\":null}}".formatted(version + 1))
                .expect(200);

        assertThat(guy.get("/api/session").expect(200).text("/owes")).isEqualTo("secondFactor");
        guy.get("/api/people").expect(403);
        guy.post("/api/tokens", "{\"name\":\"around it\"}").expect(403);
        guy.get("/api/stream").expect(403);
        assertThat(guy.post("/api/session/second-factor", "")
                        .expect(200)
                        .body()
                        .at("/picture")
                        .size())
                .isGreaterThan(20);
        guy.delete("/api/session").expect(204);
    }

    @Test
    void what_somebody_has_and_is_goes_to_several_as_one_operation_that_is_taken_back_as_one() {
        long leaver = somebody("zhou");
        long one = somebody("one");
        long two = somebody("two");
        long report = ana.post("/api/users", "{\"login\":\"reports\",\"name\":\"reports\",\"manager\":" + leaver + "}")
                .expect(201)
                .number("/id");
        long headed = ana.post("/api/departments", "{\"name\":\"周的部门\",\"head\":" + leaver + "}")
                .expect(201)
                .number("/id");
        List<Long> customers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            customers.add(ana.post(
                            "/api/records/customer",
                            "{\"name\":\"周的客户 %d\",\"level\":\"%s\",\"owner\":%d}"
                                    .formatted(i, i == 0 ? "A" : "B", leaver))
                    .expect(201)
                    .number("/id"));
        }
        long contact = ana.post(
                        "/api/records/contact",
                        "{\"name\":\"周的联系人\",\"customer\":%d,\"owner\":%d}".formatted(customers.getFirst(), leaver))
                .expect(201)
                .number("/id");
        String path = "/api/users/" + leaver + "/handover";
        var held = ana.get(path).expect(200);
        assertThat(held.body().at("/objects").toString()).contains("\"records\":5");
        assertThat(held.number("/reports/0/id")).isEqualTo(report);
        assertThat(held.number("/heads/0/id")).isEqualTo(headed);

        String plan = """
                {"parts":[
                  {"object":"customer","to":[%d,%d],
                   "rules":[{"filter":{"field":"level","op":"eq","value":"A"},"to":1}]},
                  {"object":"contact","to":[%d]}],
                 "reports":%d,"heads":%d,"disable":true}""".formatted(one, two, two, one, two);
        var preview = ana.post(path + "/preview", plan).expect(200);
        assertThat(preview.body().at("/items").findValuesAsString("records"))
                .containsExactlyInAnyOrder("1", "1", "2", "2");
        assertThat(ana.get("/api/records/customer/" + customers.getFirst()).number("/owner/id"))
                .isEqualTo(leaver);
        new ApiClient(application).signIn("one", PASSWORD).post(path, plan).expect(403);
        ana.post(path, plan.replace("[" + two + "]", "[" + leaver + "]")).expect(422);

        var done = ana.post(path, plan).expect(200);
        assertThat(done.number("/operations/0/changed")).isEqualTo(8);
        assertThat(done.text("/operations/0/status")).isEqualTo("done");
        assertThat(ana.get("/api/records/customer/" + customers.getFirst()).number("/owner/id"))
                .isEqualTo(1);
        assertThat(customers.stream()
                        .skip(1)
                        .map(id -> ana.get("/api/records/customer/" + id).number("/owner/id")))
                .containsExactly(one, two, one, two);
        assertThat(ana.get("/api/users/" + report).number("/manager/id")).isEqualTo(one);
        assertThat(ana.get("/api/users/" + leaver).body().at("/active").asBoolean())
                .isFalse();

        ana.patch("/api/users/" + leaver, "{\"active\":true}").expect(200);
        var undone = ana.post("/api/operations/" + done.number("/operations/0/id") + "/undo", "{}")
                .expect(200);
        assertThat(undone.body().at("/conflicts").size()).isZero();
        assertThat(ana.get("/api/records/contact/" + contact).number("/owner/id"))
                .isEqualTo(leaver);
        assertThat(ana.get(path).body().at("/objects").toString()).contains("\"records\":5");
        assertThat(ana.get("/api/users/" + report).number("/manager/id")).isEqualTo(leaver);
        assertThat(ana.get(path).number("/heads/0/id")).isEqualTo(headed);
    }

    private static long somebody(String login) {
        return ana.post(
                        "/api/users",
                        "{\"login\":\"%s\",\"name\":\"%s\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(login, login, PASSWORD, role("销售")))
                .expect(201)
                .number("/id");
    }

    private static long department(String name, String parent) {
        return ana.post("/api/departments", "{\"name\":\"" + name + "\",\"parent\":" + parent + "}")
                .expect(201)
                .number("/id");
    }

    private static long role(String name) {
        for (var role : ana.get("/api/roles").expect(200).body().at("/items")) {
            if (role.at("/name").asString().equals(name)) {
                return role.at("/id").asLong();
            }
        }
        throw new AssertionError(name);
    }

    private static String state() {
        return application.database().dsl().fetch("""
                select md5(string_agg(all_rows::text, '' order by all_rows::text)) from (
                    select person.id::text || person.password_hash || active from person where id > 0
                    union all select person_role::text from person_role
                    union all select role::text from role
                    union all select role_grant::text from role_grant
                    union all select department::text from department) as rows (all_rows)
                """).formatCSV();
    }
}
