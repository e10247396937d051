package hengke.capability.share;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Teams of records: who is in them, with what part, and what members reach. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TeamsTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static RunningApplication application;
    private static ApiClient ana;
    private static ApiClient ben;
    private static ApiClient caro;
    private static long bensId;
    private static long carosId;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=ana", "--hengke.admin.password=" + PASSWORD);
        ana = new ApiClient(application).signIn("ana", PASSWORD);
        StringBuilder grants = new StringBuilder();
        for (String object : List.of("customer", "contact", "activity", "attachment")) {
            for (String verb : List.of("read", "create", "edit", "delete", "transfer")) {
                grants.append(grants.isEmpty() ? "" : ",")
                        .append("{\"object\":\"%s\",\"verb\":\"%s\",\"scope\":\"own\"}".formatted(object, verb));
            }
        }
        long role = ana.post(
                        "/api/roles",
                        "{\"name\":\"电话销售\",\"grants\":[%s],\"commands\":[\"customer.*\"]}".formatted(grants))
                .expect(201)
                .number("/id");
        bensId = person("ben", role);
        carosId = person("caro", role);
        ben = new ApiClient(application).signIn("ben", PASSWORD);
        caro = new ApiClient(application).signIn("caro", PASSWORD);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void what_the_members_earn_is_at_most_all_of_it() {
        long customer = customer("分成公司");
        share(customer, 1, "\"split\":60").expect(201);
        ApiClient.Answer more = share(customer, carosId, "\"split\":50").expect(422);
        assertThat(more.text("/errors/0/field")).isEqualTo("split");
        assertThat(more.text("/errors/0/message")).contains("其他成员已占 60%").contains("40%");
        long id = share(customer, carosId, "\"split\":40").expect(201).number("/id");
        ben.patch("/api/records/share/" + id, "{\"version\":1,\"split\":40.5}").expect(422);
        ben.patch("/api/records/share/" + id, "{\"version\":1,\"split\":30}").expect(200);
        ben.patch("/api/records/share/" + id, "{\"version\":2,\"split\":-1}").expect(422);
        assertThat(share(customer, carosId, "\"split\":1").expect(422).text("/errors/0/field"))
                .isEqualTo("user");
    }

    @Test
    void a_colleague_is_taken_into_many_teams_at_once_is_told_once_and_taken_out_again() {
        long one = customer("批量一公司");
        long other = customer("批量二公司");
        long notMine = ana.post("/api/records/customer", "{\"name\":\"别人公司\"}")
                .expect(201)
                .number("/id");
        ben.post(
                        "/api/records/customer/bulk",
                        "{\"ids\":[%d,%d,%d],\"command\":\"addMember\",\"input\":{\"user\":%d,\"right\":\"read\",\"role\":\"presales\"}}"
                                .formatted(one, other, notMine, carosId))
                .expect(200);
        assertThat(sees(caro, one)).isTrue();
        assertThat(sees(caro, other)).isTrue();
        assertThat(sees(caro, notMine)).isFalse();
        assertThat(eventually(caro)).containsOnlyOnce("ben邀请您协作 2 条客户");
        assertThat(may(caro, one)).doesNotContain("edit");

        ben.post(
                        "/api/records/customer/%d/commands/addMember".formatted(one),
                        "{\"user\":%d,\"right\":\"edit\",\"role\":\"delivery\"}".formatted(carosId))
                .expect(200);
        assertThat(may(caro, one)).contains("edit").doesNotContain("delete").doesNotContain("transfer");
        ben.post(
                        "/api/records/customer/bulk",
                        "{\"ids\":[%d,%d],\"command\":\"removeMember\",\"input\":{\"user\":%d}}"
                                .formatted(one, other, carosId))
                .expect(200);
        assertThat(sees(caro, one)).isFalse();
    }

    @Test
    void a_member_reaches_what_lives_within_and_to_read_is_not_to_edit() {
        long customer = customer("触达公司");
        long contact = ben.post("/api/records/contact", "{\"name\":\"李四\",\"customer\":%d}".formatted(customer))
                .expect(201)
                .number("/id");
        long share = share(customer, carosId, "\"right\":\"read\"").expect(201).number("/id");
        assertThat(caro.get("/api/records/contact/" + contact)
                        .expect(200)
                        .body()
                        .path("may")
                        .toString())
                .doesNotContain("edit");
        caro.patch("/api/records/customer/" + customer, "{\"version\":1,\"phone\":\"02188886666\"}")
                .expect(403);
        caro.post(
                        "/api/records/share",
                        "{\"about\":{\"object\":\"customer\",\"id\":%d},\"user\":1,\"right\":\"read\"}"
                                .formatted(customer))
                .expect(403);
        ben.patch("/api/records/share/" + share, "{\"version\":1,\"right\":\"edit\"}")
                .expect(200);
        caro.patch("/api/records/customer/" + customer, "{\"version\":1,\"phone\":\"02188886666\"}")
                .expect(200);
        caro.patch("/api/records/contact/" + contact, "{\"version\":1,\"title\":\"经理\"}")
                .expect(200);
        caro.delete("/api/records/customer/" + customer).expect(403);
        assertThat(ben.get("/api/records/customer/%d/timeline".formatted(customer))
                        .body()
                        .toString())
                .contains("\"share\"");
    }

    private static String eventually(ApiClient who) {
        Instant until = Instant.now().plusSeconds(10);
        String told;
        do {
            told = who.get("/api/notifications").expect(200).body().toString();
            Thread.onSpinWait();
        } while (!told.contains("\"member\"") && Instant.now().isBefore(until));
        return told;
    }

    private static boolean sees(ApiClient who, long customer) {
        return who.get("/api/records/customer/" + customer).status() == 200;
    }

    private static String may(ApiClient who, long customer) {
        return who.get("/api/records/customer/" + customer)
                .expect(200)
                .body()
                .path("may")
                .toString();
    }

    private static ApiClient.Answer share(long customer, long user, String more) {
        return ben.post(
                "/api/records/share",
                "{\"about\":{\"object\":\"customer\",\"id\":%d},\"user\":%d,%s}".formatted(customer, user, more));
    }

    private static long customer(String name) {
        return ana.post("/api/records/customer", "{\"name\":\"%s\",\"owner\":%d}".formatted(name, bensId))
                .expect(201)
                .number("/id");
    }

    private static long person(String login, long role) {
        return ana.post(
                        "/api/users",
                        "{\"login\":\"%s\",\"name\":\"%s\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(login, login, PASSWORD, role))
                .expect(201)
                .number("/id");
    }
}
