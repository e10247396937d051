package hengke.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What goes by itself when something happens to a record besides a change of its values. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HappeningsTest {
    private static final String PASSWORD = "Yuntu-2026-heng";

    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient boss;
    private static long customer;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        customer = admin.post("/api/records/customer", "{\"name\":\"客户\"}")
                .expect(201)
                .number("/id");
        long bossId = admin.post(
                        "/api/users",
                        "{\"login\":\"boss\",\"name\":\"boss\",\"password\":\"%s\",\"roles\":[]}".formatted(PASSWORD))
                .expect(201)
                .number("/id");
        boss = new ApiClient(application).signIn("boss", PASSWORD);
        admin.post("/api/approvals/templates", """
                {"object":"contract","name":"合同","active":true,"nodes":[
                 {"id":"a","kind":"ask","approvers":{"kind":"people","people":[%d]}}]}""".formatted(bossId)).expect(201);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void what_becomes_of_an_approval_begins_what_is_for_it_once() {
        long agreed = automation("通过", "\"approval.approved\"");
        long either = automation("提交或拒绝", "\"approval.submitted\",\"approval.rejected\"");
        long passed = contract();
        long approval = submitted(passed);
        await().untilAsserted(() -> assertThat(records(either)).containsExactly(passed));
        boss.post("/api/approvals/tasks/" + task(approval) + "/approve", "{}").expect(200);
        await().untilAsserted(() -> assertThat(records(agreed)).containsExactly(passed));
        long refused = contract();
        long second = submitted(refused);
        boss.post("/api/approvals/tasks/" + task(second) + "/reject", "{\"comment\":\"不行\"}")
                .expect(200);
        await().untilAsserted(() -> assertThat(records(either)).containsExactlyInAnyOrder(passed, refused, refused));
        assertThat(records(agreed)).containsExactly(passed);
    }

    @Test
    void only_what_can_happen_to_the_records_may_be_chosen() {
        JsonNode refused = admin.post("/api/workflows", """
                {"object":"contact","name":"错的","active":true,"trigger":{"kind":"event","events":["approval.approved"]},
                 "nodes":[{"id":"a","kind":"stop"}]}""").expect(422).body();
        assertThat(refused.at("/errors/0/field").asString()).isEqualTo("trigger.events");
        admin.post("/api/workflows", """
                {"object":"contract","name":"空的","active":true,"trigger":{"kind":"event"},
                 "nodes":[{"id":"a","kind":"stop"}]}""").expect(422);
        JsonNode objects = admin.get("/api/workflows").expect(200).body().path("objects");
        assertThat(events(objects, "contract"))
                .contains("approval.approved", "approval.revoked", "paper.opened", "signing.completed");
        assertThat(events(objects, "contact")).isEmpty();
    }

    private static List<String> events(JsonNode objects, String object) {
        return objects.values().stream()
                .filter(each -> each.path("name").asString().equals(object))
                .flatMap(each -> each.path("events").values().stream())
                .map(event -> event.path("name").asString())
                .toList();
    }

    private static long automation(String name, String events) {
        return admin.post("/api/workflows", """
                {"object":"contract","name":"%s","active":true,"again":true,"trigger":{"kind":"event","events":[%s]},
                 "nodes":[{"id":"a","kind":"stop"}]}""".formatted(name, events))
                .expect(201)
                .number("/id");
    }

    private static List<Long> records(long automation) {
        return admin.get("/api/workflows/" + automation + "/runs").expect(200).body().path("items").values().stream()
                .map(run -> run.path("record").asLong())
                .toList();
    }

    private static long contract() {
        return admin.post("/api/records/contract", """
                {"name":"合同","customer":%d,"amount":{"amount":"1","currency":"CNY"}}""".formatted(customer))
                .expect(201)
                .number("/id");
    }

    private static long submitted(long contract) {
        return admin.post("/api/approvals", "{\"object\":\"contract\",\"record\":%d}".formatted(contract))
                .expect(201)
                .number("/id");
    }

    private static long task(long approval) {
        return boss.get("/api/approvals/tasks?mine=waiting").expect(200).body().path("items").values().stream()
                .filter(entry -> entry.path("approval").asLong() == approval)
                .findFirst()
                .orElseThrow()
                .path("task")
                .asLong();
    }
}
