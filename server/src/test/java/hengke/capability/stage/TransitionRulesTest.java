package hengke.capability.stage;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TransitionRulesTest {
    private static RunningApplication application;
    private static ApiClient admin;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=Yuntu-2026-heng");
        admin = new ApiClient(application).signIn("admin", "Yuntu-2026-heng");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_loss_needs_its_reason_when_it_is_said_and_as_long_as_it_stands() {
        long id = customer("要原因的公司");
        ApiClient.Answer refused = change(id, 1, "\"status\":\"lost\"").expect(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo("lostReason");
        assertThat(refused.text("/errors/0/message")).isEqualTo("状态改为“流失”时必填");
        change(id, 1, "\"status\":\"lost\",\"lostReason\":\"price\"").expect(200);
        ApiClient.Answer emptied = change(id, 2, "\"lostReason\":null").expect(422);
        assertThat(emptied.text("/errors/0/message")).isEqualTo("状态为“流失”时不能为空");
        change(id, 2, "\"status\":\"following\",\"lostReason\":null").expect(200);
    }

    @Test
    void a_forbidden_move_is_refused_in_bulk_and_by_upsert_too() {
        long id = customer("批量也不行的公司");
        String bulk = "{\"ids\":[%d],\"change\":{\"status\":\"lost\"}}".formatted(id);
        ApiClient.Answer operation =
                admin.post("/api/records/customer/bulk", bulk).expect(200);
        assertThat(operation.number("/failed")).isEqualTo(1);
        String upsert = "{\"key\":[\"name\"],\"records\":[{\"name\":\"批量也不行的公司\",\"status\":\"lost\"}]}";
        ApiClient.Answer verdicts =
                admin.post("/api/records/customer/upsert", upsert).expect(200);
        assertThat(verdicts.text("/items/0/status")).isEqualTo("failed");
        assertThat(verdicts.text("/items/0/errors/0/field")).isEqualTo("lostReason");
        assertThat(admin.get("/api/records/customer/" + id).text("/status")).isEqualTo("new");
    }

    @Test
    void the_catalog_says_the_rules_as_they_are_for_the_reader() {
        ApiClient.Answer catalog = admin.get("/api/catalog/customer").expect(200);
        var status = catalog.body()
                .required("fields")
                .valueStream()
                .filter(field -> field.required("name").stringValue().equals("status"))
                .findFirst()
                .orElseThrow();
        assertThat(status.at("/transitions/moves/0").toString())
                .isEqualTo("{\"from\":\"*\",\"to\":\"lost\",\"open\":true,\"required\":[\"lostReason\"]}");
    }

    @Test
    void a_company_lays_its_own_rules_over_the_shipped_ones() {
        long manager = admin.post("/api/roles", "{\"name\":\"把关的人\",\"grants\":[]}")
                .expect(201)
                .number("/id");
        String field = "/api/catalog/contact/fields/gender/transitions";
        long version = admin.get(field).expect(200).number("/version");
        String rules = """
                {"version":%d,"onlyListed":true,"moves":[
                 {"from":null,"to":"female","roles":[],"required":[]},
                 {"from":"female","to":"male","roles":[%d],"required":[]},
                 {"from":"*","to":null,"roles":[],"required":["title"]}]}""";
        ApiClient.Answer laid =
                admin.patch(field, rules.formatted(version, manager)).expect(200);
        assertThat(laid.number("/moves/1/roles/0")).isEqualTo(manager);
        admin.patch(field, rules.formatted(version, manager)).expect(409);

        long company = customer("有联系人的公司");
        String contact = "{\"name\":\"李四\",\"customer\":%d,\"gender\":\"%s\"}";
        admin.post("/api/records/contact", contact.formatted(company, "male")).expect(422);
        long id = admin.post("/api/records/contact", contact.formatted(company, "female"))
                .expect(201)
                .number("/id");
        ApiClient.Answer reserved = admin.patch("/api/records/contact/" + id, "{\"version\":1,\"gender\":\"male\"}")
                .expect(422);
        assertThat(reserved.text("/errors/0/message")).isEqualTo("性别从“女”改为“男”，仅限角色：把关的人");
        ApiClient.Answer demanding = admin.patch("/api/records/contact/" + id, "{\"version\":1,\"gender\":null}")
                .expect(422);
        assertThat(demanding.text("/errors/0/field")).isEqualTo("title");
        admin.patch("/api/records/contact/" + id, "{\"version\":1,\"gender\":null,\"title\":\"经理\"}")
                .expect(200);

        admin.patch(field, "{\"onlyListed\":false,\"moves\":[]}").expect(200);
        admin.patch("/api/records/contact/" + id, "{\"version\":2,\"gender\":\"male\"}")
                .expect(200);
    }

    @Test
    void one_move_is_forbidden_where_the_others_are_free_and_one_lasts() {
        String field = "/api/catalog/contact/fields/gender/transitions";
        admin.patch(field, """
                {"onlyListed":false,"moves":[
                 {"from":"female","to":"male","roles":[],"required":[],"forbidden":true},
                 {"from":null,"to":"female","roles":[],"required":[],"lasting":true}]}""").expect(200);
        assertThat(admin.get(field).body().at("/moves/1/lasting").asBoolean()).isTrue();
        long company = customer("禁止与不可撤销");
        long id = admin.post("/api/records/contact", "{\"name\":\"王五\",\"customer\":%d}".formatted(company))
                .expect(201)
                .number("/id");
        ApiClient.Answer made = admin.patch("/api/records/contact/" + id, "{\"version\":1,\"gender\":\"female\"}")
                .expect(200);
        admin.patch("/api/records/contact/" + id, "{\"version\":2,\"gender\":\"male\"}")
                .expect(422);
        ApiClient.Answer undone =
                admin.post("/api/operations/" + made.operation() + "/undo", "").expect(200);
        assertThat(undone.text("/conflicts/0/message")).contains("后不可撤销");
        assertThat(admin.get("/api/records/contact/" + id).text("/gender")).isEqualTo("female");
        admin.patch(field, "{\"onlyListed\":false,\"moves\":[]}").expect(200);
    }

    @Test
    void a_slip_is_taken_back_at_once_and_later_only_by_the_rules() {
        long manager = admin.post("/api/roles", "{\"name\":\"能改回的人\",\"grants\":[]}")
                .expect(201)
                .number("/id");
        String field = "/api/catalog/contact/fields/gender/transitions";
        admin.patch(field, """
                {"onlyListed":true,"moves":[{"from":null,"to":"male","roles":[],"required":[]},
                 {"from":"male","to":"female","roles":[],"required":[]},
                 {"from":"female","to":"male","roles":[%d],"required":[]}]}""".formatted(manager)).expect(200);
        long company = customer("手滑的公司");
        for (String when : List.of("at once", "touched", "later")) {
            long id = admin.post(
                            "/api/records/contact",
                            "{\"name\":\"%s\",\"customer\":%d,\"gender\":\"male\"}".formatted(when, company))
                    .expect(201)
                    .number("/id");
            ApiClient.Answer slip = admin.patch("/api/records/contact/" + id, "{\"version\":1,\"gender\":\"female\"}")
                    .expect(200);
            switch (when) {
                case "touched" ->
                    admin.patch("/api/records/contact/" + id, "{\"version\":2,\"remarks\":\"后来\"}")
                            .expect(200);
                case "later" ->
                    application
                            .database()
                            .dsl()
                            .execute(
                                    "update operation set finished_at = finished_at - interval '31 minutes' where id = ?",
                                    slip.operation());
                default -> {}
            }
            ApiClient.Answer undone = admin.post("/api/operations/" + slip.operation() + "/undo", "")
                    .expect(200);
            assertThat(undone.text("/kind")).isEqualTo("undo");
            assertThat(admin.get("/api/records/contact/" + id).text("/gender"))
                    .as(when)
                    .isEqualTo(when.equals("at once") ? "male" : "female");
        }
        admin.patch(field, "{\"onlyListed\":false,\"moves\":[]}").expect(200);
    }

    @Test
    void a_deleted_choice_comes_back_with_its_rules() {
        String fields = "/api/catalog/contact/fields";
        admin.post(fields + "/phase", "{\"kind\":\"choice\",\"label\":\"阶段\",\"options\":[\"甲\",\"乙\"]}")
                .expect(201);
        admin.post(fields + "/proof", "{\"kind\":\"text\",\"label\":\"凭据\"}").expect(201);
        var options = admin.get(fields)
                .body()
                .at("/fields")
                .valueStream()
                .filter(each -> each.path("name").asString().equals("c_phase"))
                .findFirst()
                .orElseThrow()
                .path("options");
        admin.patch(fields + "/c_phase/transitions", """
                {"onlyListed":false,"moves":[{"from":"%s","to":"%s","roles":[],"required":["c_proof"]}]}""".formatted(
                                options.at("/0/value").asString(),
                                options.at("/1/value").asString()))
                .expect(200);
        admin.delete(fields + "/c_proof").expect(409);
        admin.delete(fields + "/c_phase").expect(204);
        admin.delete(fields + "/c_proof").expect(204);
        admin.post(fields + "/c_phase/restore", "").expect(200);
        var rules = admin.get(fields + "/c_phase/transitions").expect(200).body();
        assertThat(rules.path("moves").size()).isOne();
        assertThat(rules.at("/moves/0/required").size())
                .as("what was asked for is gone")
                .isZero();
    }

    @Test
    void rules_that_make_no_sense_are_refused_at_their_place() {
        String wrong = """
                {"onlyListed":true,"moves":[
                 {"from":"none such","to":"won","roles":[999999],"required":["id"]},
                 {"from":"won","to":"lost","roles":[],"required":[]},
                 {"from":"won","to":"lost","roles":[],"required":[]}]}""";
        ApiClient.Answer refused = admin.patch("/api/catalog/customer/fields/status/transitions", wrong)
                .expect(422);
        assertThat(refused.body()
                        .at("/errors")
                        .valueStream()
                        .map(each -> each.required("field").stringValue()))
                .containsExactlyInAnyOrder("moves[0].from", "moves[0].roles", "moves[0].required", "moves[2].to");
        admin.patch("/api/catalog/customer/fields/name/transitions", "{\"onlyListed\":true,\"moves\":[]}")
                .expect(409);
    }

    @Test
    void what_rules_speak_of_cannot_be_taken_away() {
        admin.post("/api/catalog/contact/fields", "{\"kind\":\"text\",\"label\":\"离职去向\",\"name\":\"c_left_to\"}")
                .expect(201);
        String options = "{\"kind\":\"choice\",\"label\":\"在职状态\",\"name\":\"c_job\",\"options\":[\"在职\",\"离职\"]}";
        admin.post("/api/catalog/contact/fields", options).expect(201);
        admin.patch(
                        "/api/catalog/contact/fields/c_job/transitions",
                        "{\"onlyListed\":false,\"moves\":[{\"from\":\"*\",\"to\":\"离职\",\"roles\":[],\"required\":[\"c_left_to\"]}]}")
                .expect(200);
        assertThat(admin.delete("/api/catalog/contact/fields/c_left_to")
                        .expect(409)
                        .text("/detail"))
                .contains("在职状态");
        assertThat(admin.patch("/api/catalog/contact/fields/c_job", "{\"options\":[\"在职\"]}")
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("options");
        admin.delete("/api/catalog/contact/fields/c_job").expect(204);
        admin.delete("/api/catalog/contact/fields/c_left_to").expect(204);
    }

    private static long customer(String name) {
        return admin.post("/api/records/customer", "{\"name\":\"%s\"}".formatted(name))
                .expect(201)
                .number("/id");
    }

    private static ApiClient.Answer change(long id, int version, String values) {
        return admin.patch("/api/records/customer/" + id, "{\"version\":%d,%s}".formatted(version, values));
    }
}
