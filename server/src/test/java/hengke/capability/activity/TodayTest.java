package hengke.capability.activity;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What waits for somebody today, and what becomes of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TodayTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static RunningApplication application;
    private static ApiClient ana;
    private static ApiClient ben;
    private static ApiClient caro;
    private static long bensId;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=ana", "--hengke.admin.password=" + PASSWORD);
        ana = new ApiClient(application).signIn("ana", PASSWORD);
        StringBuilder grants = new StringBuilder();
        for (String object : List.of("customer", "activity", "contact")) {
            for (String verb : List.of("read", "create", "edit", "delete")) {
                grants.append(grants.isEmpty() ? "" : ",")
                        .append("{\"object\":\"%s\",\"verb\":\"%s\",\"scope\":\"subordinates\"}"
                                .formatted(object, verb));
            }
        }
        long role = ana.post("/api/roles", "{\"name\":\"电话销售\",\"grants\":[%s]}".formatted(grants))
                .expect(201)
                .number("/id");
        long boss = person("caro", role, null);
        bensId = person("ben", role, boss);
        ben = new ApiClient(application).signIn("ben", PASSWORD);
        caro = new ApiClient(application).signIn("caro", PASSWORD);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void who_is_spoken_to_answers_in_place_or_puts_it_aside() {
        long customer = customer("提及公司", null);
        followUp(customer, "@ben 价格能再降吗");
        JsonNode mention = waiting(ben, 1).getFirst();
        assertThat(mention.at("/activity/content").asString()).isEqualTo("@ben 价格能再降吗");
        assertThat(mention.at("/activity/about/label").asString()).isEqualTo("提及公司");
        assertThat(waiting(caro, 0)).isEmpty();

        Instant last = lastContact(customer);
        ben.post("/api/today/mentions/%d/answer".formatted(mention.at("/id").asLong()), "{\"content\":\" \"}")
                .expect(422);
        ApiClient.Answer answered = ben.post(
                        "/api/today/mentions/%d/answer"
                                .formatted(mention.at("/id").asLong()),
                        "{\"content\":\"最多九五折\"}")
                .expect(204);
        assertThat(answered.operation()).isPositive();
        assertThat(waiting(ben, 0)).isEmpty();
        assertThat(lastContact(customer)).as("a note is no contact").isEqualTo(last);
        JsonNode back = waiting(ana, 1).getFirst();
        assertThat(back.at("/activity/content").asString()).isEqualTo("@ana 最多九五折");
        assertThat(back.at("/activity/kind").asString()).isEqualTo("note");

        long id = back.at("/id").asLong();
        ben.send("PUT", "/api/today/mentions/" + id, "{\"done\":true}").expect(404);
        ana.send("PUT", "/api/today/mentions/" + id, "{\"done\":true}").expect(204);
        assertThat(waiting(ana, 0)).isEmpty();
        ana.send("PUT", "/api/today/mentions/" + id, "{\"done\":false}").expect(204);
        waiting(ana, 1);
    }

    @Test
    void who_may_not_see_the_follow_up_is_not_shown_it_and_who_is_not_spoken_to_any_more_neither() {
        long unseen = ana.post("/api/records/customer", "{\"name\":\"看不见公司\"}")
                .expect(201)
                .number("/id");
        followUp(unseen, "@caro 看不到这家");
        long customer = customer("改口公司", null);
        long written = followUp(customer, "@caro 请过目");
        assertThat(waiting(caro, 1).getFirst().at("/activity/content").asString())
                .isEqualTo("@caro 请过目");
        ana.patch("/api/records/activity/" + written, "{\"version\":1,\"content\":\"不用了\"}")
                .expect(200);
        waiting(caro, 0);
    }

    @Test
    void a_contact_is_done_with_its_result_as_one_operation_on_the_customer_too() {
        Instant due = Instant.parse("2026-01-05T02:00:00Z");
        long customer = customer("完成公司", null);
        long contact = ben.post("/api/records/contact", "{\"name\":\"李四\",\"customer\":%d}".formatted(customer))
                .expect(201)
                .number("/id");
        ben.post(
                        "/api/records/activity",
                        "{\"kind\":\"call\",\"content\":\"约好\",\"nextContactAt\":\"%s\",\"about\":{\"object\":\"contact\",\"id\":%d}}"
                                .formatted(due, contact))
                .expect(201);
        assertThat(next(customer)).isEqualTo(due.toString());
        ApiClient.Answer done = ben.post(
                        "/api/today/contacts/contact/%d/done".formatted(contact),
                        "{\"kind\":\"wechat\",\"result\":\"已确认\"}")
                .expect(204);
        assertThat(next(customer)).isEmpty();
        assertThat(ben.get("/api/records/contact/" + contact).text("/nextContactAt"))
                .isEmpty();
        assertThat(ben.get("/api/records/contact/%d/timeline?kinds=activity".formatted(contact))
                        .body()
                        .toString())
                .contains("已确认");
        ben.post("/api/operations/" + done.operation() + "/undo", "{}").expect(200);
        assertThat(next(customer)).isEqualTo(due.toString());
        assertThat(ben.get("/api/records/contact/%d/timeline?kinds=activity".formatted(contact))
                        .body()
                        .toString())
                .doesNotContain("已确认");

        ben.post("/api/today/contacts/contact/%d/done".formatted(contact), "{\"kind\":\"call\",\"version\":1}")
                .expect(409);
        ben.post(
                        "/api/today/contacts/customer/%d/done".formatted(customer),
                        "{\"kind\":\"call\",\"next\":\"2030-01-05T02:00:00Z\"}")
                .expect(204);
        assertThat(next(customer)).isEqualTo("2030-01-05T02:00:00Z");
        caro.post("/api/today/contacts/customer/%d/done".formatted(customer), "{\"kind\":\"call\"}")
                .expect(204);
    }

    @Test
    void the_superior_is_told_once_of_contacts_so_many_days_late_if_the_company_wants_it() {
        EscalateContacts escalation = application.bean(EscalateContacts.class);
        Instant late = Instant.now().minus(Duration.ofDays(4));
        customer("晚了公司", late);
        customer("也晚了公司", late);
        customer("刚晚公司", Instant.now().minus(Duration.ofDays(1)));
        customer("早已晚了公司", Instant.now().minus(Duration.ofDays(40)));
        escalation.escalate();
        assertThat(told(caro)).isEmpty();
        long version = ana.get("/api/settings").expect(200).number("/version");
        ana.patch("/api/settings", "{\"version\":%d,\"values\":{\"followUps.escalate\":\"3\"}}".formatted(version))
                .expect(200);
        escalation.escalate();
        escalation.escalate();
        assertThat(told(caro)).containsExactly("ben有 2 条客户逾期 3 天未联系");
    }

    @Test
    void who_leads_others_is_told_so() {
        assertThat(caro.get("/api/session").body().at("/user/leads").asBoolean())
                .isTrue();
        assertThat(ben.get("/api/session").body().at("/user/leads").asBoolean()).isFalse();
    }

    private static List<String> told(ApiClient who) {
        return who.get("/api/notifications")
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .filter(notice -> notice.at("/kind").asString().equals("lateContact"))
                .map(notice -> notice.at("/title").asString())
                .toList();
    }

    /** What waits, once it is so many. */
    private static List<JsonNode> waiting(ApiClient who, int count) {
        Instant until = Instant.now().plusSeconds(10);
        List<JsonNode> found;
        do {
            found = who.get("/api/today/mentions")
                    .expect(200)
                    .body()
                    .at("/items")
                    .valueStream()
                    .toList();
            Thread.onSpinWait();
        } while (found.size() != count && Instant.now().isBefore(until));
        assertThat(found).hasSize(count);
        return found;
    }

    private static Instant lastContact(long customer) {
        return Instant.parse(ana.get("/api/records/customer/" + customer).text("/lastContactAt"));
    }

    private static String next(long customer) {
        return ana.get("/api/records/customer/" + customer).text("/nextContactAt");
    }

    private static long customer(String name, Instant due) {
        return ana.post(
                        "/api/records/customer",
                        "{\"name\":\"%s\",\"owner\":%d,\"nextContactAt\":%s}"
                                .formatted(name, bensId, due == null ? null : "\"" + due + "\""))
                .expect(201)
                .number("/id");
    }

    private static long followUp(long customer, String content) {
        return ana.post(
                        "/api/records/activity",
                        "{\"kind\":\"call\",\"content\":\"%s\",\"about\":{\"object\":\"customer\",\"id\":%d}}"
                                .formatted(content, customer))
                .expect(201)
                .number("/id");
    }

    private static long person(String login, long role, Long manager) {
        return ana.post(
                        "/api/users",
                        "{\"login\":\"%s\",\"name\":\"%s\",\"password\":\"%s\",\"manager\":%s,\"roles\":[%d]}"
                                .formatted(login, login, PASSWORD, manager, role))
                .expect(201)
                .number("/id");
    }
}
