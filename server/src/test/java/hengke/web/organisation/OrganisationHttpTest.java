package hengke.web.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
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
