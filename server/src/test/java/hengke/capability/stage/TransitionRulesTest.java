package hengke.capability.stage;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
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

    private static long customer(String name) {
        return admin.post("/api/records/customer", "{\"name\":\"%s\"}".formatted(name))
                .expect(201)
                .number("/id");
    }

    private static ApiClient.Answer change(long id, int version, String values) {
        return admin.patch("/api/records/customer/" + id, "{\"version\":%d,%s}".formatted(version, values));
    }
}
