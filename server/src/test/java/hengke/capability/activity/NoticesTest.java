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

@DisplayNameGeneration(ReplaceUnderscores.class)
class NoticesTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static RunningApplication application;
    private static ApiClient ana;
    private static ApiClient ben;
    private static long bensId;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=ana", "--hengke.admin.password=" + PASSWORD);
        ana = new ApiClient(application).signIn("ana", PASSWORD);
        long role = ana.post(
                        "/api/roles",
                        "{\"name\":\"自己的\",\"grants\":[{\"object\":\"customer\",\"verb\":\"read\",\"scope\":\"own\"}]}")
                .expect(201)
                .number("/id");
        bensId = person("ben", role);
        ben = new ApiClient(application).signIn("ben", PASSWORD);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void an_owner_is_reminded_once_of_a_contact_that_has_come_and_no_longer_when_the_record_is_somebody_elses() {
        Instant due = Instant.now().minus(Duration.ofMinutes(1));
        long customer = customer("该联系公司", bensId, due);
        customer("以后公司", bensId, due.plus(Duration.ofDays(2)));
        customer("太久公司", bensId, due.minus(Duration.ofDays(2)));
        RemindContacts reminders = application.bean(RemindContacts.class);
        reminders.remind();
        reminders.remind();

        List<JsonNode> told = told(ben, "contact");
        assertThat(told).hasSize(1);
        assertThat(told.getFirst().at("/title").asString()).isEqualTo("该联系客户了");
        assertThat(told.getFirst().at("/body").asString()).isEqualTo("该联系公司");
        assertThat(told.getFirst().at("/record/id").asLong()).isEqualTo(customer);

        ana.patch("/api/records/customer/" + customer, "{\"version\":1,\"owner\":1}")
                .expect(200);
        JsonNode after = told(ben, "contact").getFirst();
        assertThat(after.at("/record").isNull()).isTrue();
        assertThat(after.toString()).doesNotContain("该联系公司");
    }

    @Test
    void who_may_not_see_a_record_is_not_reminded_of_it() {
        long caro = person("caro", 0);
        customer("看不见公司", caro, Instant.now().minusSeconds(60));
        application.bean(RemindContacts.class).remind();
        ApiClient signedIn = new ApiClient(application).signIn("caro", PASSWORD);
        assertThat(signedIn.get("/api/notifications").expect(200).number("/unread"))
                .isZero();
    }

    @Test
    void a_new_owner_is_told_by_whom_and_reads_it() {
        long customer = customer("交接公司", 1, null);
        ana.patch("/api/records/customer/" + customer, "{\"version\":1,\"owner\":" + bensId + "}")
                .expect(200);
        JsonNode notice = eventually(ben, "owner", "交接公司");
        customer("然后公司", bensId, null);
        eventually(ben, "owner", "然后公司");
        assertThat(told(ben, "owner").stream()
                        .filter(each -> each.at("/body").asString("").equals("交接公司")))
                .hasSize(1);
        assertThat(notice.at("/record/id").asLong()).isEqualTo(customer);
        assertThat(notice.at("/read").asBoolean()).isFalse();

        String path = "/api/notifications/" + notice.at("/id").asLong() + "/read";
        ana.post(path, "{}").expect(404);
        ben.post(path, "{}").expect(200);
        assertThat(told(ben, "owner").stream().filter(each -> each.at("/id").equals(notice.at("/id"))))
                .allMatch(each -> each.at("/read").asBoolean());
        ben.post("/api/notifications/read-all", "{}").expect(200);
        assertThat(ben.get("/api/notifications?unread=true").number("/unread")).isZero();
    }

    @Test
    void a_colleague_a_follow_up_speaks_to_is_told_once_if_he_may_see_the_customer() {
        long customer = customer("提到公司", bensId, null);
        long unseen = customer("没提到公司", 1, null);
        long activity = followUp(customer, "@ben 请报价，抄送 someone@ben.cn");
        followUp(unseen, "@ben 你看不到这家");
        JsonNode notice = eventually(ben, "mention", "请报价");
        assertThat(notice.at("/title").asString()).isEqualTo("ana在跟进中提到了您");
        assertThat(notice.at("/record/id").asLong()).isEqualTo(customer);

        ana.patch("/api/records/activity/" + activity, "{\"version\":1,\"content\":\"@ben 请再报价\"}")
                .expect(200);
        followUp(customer, "@ben 这是最后一条");
        eventually(ben, "mention", "最后一条");
        assertThat(told(ben, "mention")).hasSize(2);
    }

    private static long followUp(long customer, String content) {
        return ana.post(
                        "/api/records/activity",
                        "{\"content\":\"%s\",\"about\":{\"object\":\"customer\",\"id\":%d}}"
                                .formatted(content, customer))
                .expect(201)
                .number("/id");
    }

    @Test
    void the_end_of_a_large_operation_is_told_to_whoever_began_it() {
        application.database().dsl().execute("""
                insert into customer (name, owner, status, version, created_at, created_by, updated_at, updated_by)
                select '批量' || n, 1, 'new', 1, now(), 1, now(), 1 from generate_series(1, 600) n""");
        ana.post(
                        "/api/records/customer/bulk",
                        "{\"filter\":{\"field\":\"name\",\"op\":\"startsWith\",\"value\":\"批量\"},\"change\":{\"level\":\"B\"}}")
                .expect(200);
        JsonNode notice = eventually(ana, "operation", "600");
        assertThat(notice.at("/title").asString()).startsWith("已完成：批量修改");
    }

    private static long person(String login, long role) {
        return ana.post(
                        "/api/users",
                        "{\"login\":\"%s\",\"name\":\"%s\",\"password\":\"%s\",\"roles\":[%s]}"
                                .formatted(login, login, PASSWORD, role == 0 ? "" : role))
                .expect(201)
                .number("/id");
    }

    private static long customer(String name, long owner, Instant next) {
        String contact = next == null ? "" : ",\"nextContactAt\":\"" + next + "\"";
        return ana.post("/api/records/customer", "{\"name\":\"%s\",\"owner\":%d%s}".formatted(name, owner, contact))
                .expect(201)
                .number("/id");
    }

    private static List<JsonNode> told(ApiClient person, String kind) {
        return person.get("/api/notifications")
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .filter(notice -> notice.at("/kind").asString().equals(kind))
                .toList();
    }

    /** Asks until it is there: notices of changes come a moment after them. */
    private static JsonNode eventually(ApiClient person, String kind, String body) {
        Instant patience = Instant.now().plusSeconds(60);
        while (Instant.now().isBefore(patience)) {
            for (JsonNode notice : told(person, kind)) {
                if (notice.at("/body").asString("").contains(body)) {
                    return notice;
                }
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("not told: " + body);
    }
}
