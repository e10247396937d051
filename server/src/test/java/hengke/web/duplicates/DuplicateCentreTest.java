package hengke.web.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Searching, looking at groups under rights, noting what is not the same, and merging what is certain. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DuplicateCentreTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final String CUSTOMERS = "/api/duplicates/customer";

    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient ana;
    private static long anaId;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        long role = admin.post("/api/roles", """
                {"name":"只合并自己的","grants":[{"object":"*","verb":"read","scope":"own"},
                 {"object":"*","verb":"create","scope":"own"},{"object":"*","verb":"edit","scope":"own"},
                 {"object":"*","verb":"delete","scope":"own"}],"commands":["customer.merge"],
                 "fields":[{"object":"customer","field":"phone","right":"hidden"}]}""").expect(201).number("/id");
        anaId = admin.post(
                        "/api/users",
                        "{\"login\":\"ana\",\"name\":\"安娜\",\"password\":\"Hangzhou-2026-x\",\"roles\":[%d]}"
                                .formatted(role))
                .expect(201)
                .number("/id");
        ana = new ApiClient(application).signIn("ana", "Hangzhou-2026-x");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void groups_are_shown_under_rights_noted_as_different_and_merged_when_certain() {
        long one = customer("杭州维伯鑫生物科技有限公司", "0571-86123456", anaId);
        long two = customer("杭州维伯鑫生物科技", "0571-86123456", anaId);
        long foreign = customer("维伯鑫（杭州）生物科技有限公司", "0571-86123456", 1);
        long left = customer("宁波启明软件有限公司", "0574-87123456", anaId);
        long right = customer("宁波启名软件有限公司", "0574-87999999", anaId);
        scan();

        JsonNode all = group(admin, one);
        assertThat(ids(all)).containsExactlyInAnyOrder(one, two, foreign);
        assertThat(all.at("/reasons/0/field").asString()).isEqualTo("name");
        assertThat(all.at("/score").asDouble()).isGreaterThan(0.95);
        JsonNode hers = group(ana, one);
        assertThat(ids(hers)).containsExactlyInAnyOrder(one, two);
        assertThat(hers.at("/unseen").asInt()).isEqualTo(1);
        assertThat(hers.toString()).doesNotContain("phone", "86123456");

        ana.post(CUSTOMERS + "/ignored", "{\"ids\":[%d,%d]}".formatted(left, foreign))
                .expect(404);
        assertThat(ids(group(ana, left))).containsExactlyInAnyOrder(left, right);
        ana.post(CUSTOMERS + "/ignored", "{\"ids\":[%d,%d]}".formatted(left, right))
                .expect(204);
        assertThat(groups(ana)).noneMatch(each -> ids(each).contains(left));
        scan();
        assertThat(groups(admin)).noneMatch(each -> ids(each).contains(left));
        assertThat(ana.get(CUSTOMERS + "/ignored")
                        .expect(200)
                        .body()
                        .at("/items/0/records")
                        .findValuesAsString("label"))
                .containsExactlyInAnyOrder("宁波启明软件有限公司", "宁波启名软件有限公司");
        admin.post(CUSTOMERS + "/ignored", "{\"ids\":[%d,%d]}".formatted(left, foreign))
                .expect(204);
        assertThat(ana.get(CUSTOMERS + "/ignored").body().path("items"))
                .as("one of the other pair is out of sight")
                .hasSize(1);
        admin.post(CUSTOMERS + "/ignored", "{\"ids\":[%d,%d],\"ignored\":false}".formatted(left, foreign))
                .expect(204);
        admin.post(CUSTOMERS + "/ignored", "{\"ids\":[%d,%d],\"ignored\":false}".formatted(left, right))
                .expect(204);

        assertThat(ana.post(CUSTOMERS + "/merge", "{\"dryRun\":true}")
                        .expect(200)
                        .number("/merged"))
                .as("one of the group is out of sight")
                .isZero();
        assertThat(admin.get(CUSTOMERS + "/ignored").body().path("items")).isEmpty();
        admin.post(CUSTOMERS + "/merge", "{\"dryRun\":true}").expect(200);
        assertThat(admin.get("/api/records/customer/" + two).status()).isEqualTo(200);
    }

    @Test
    void certain_groups_without_conflicts_are_merged_in_one_go() {
        long one = customer("苏州大树机械设备有限公司", "0512-66123456", 1);
        long two = customer("苏州大树机械设备", "0512-66123456", 1);
        long clashing = customer("无锡小河电子有限公司", "0510-82123456", 1);
        admin.post(
                        "/api/records/customer",
                        "{\"name\":\"无锡小河电子\",\"phone\":\"0510-82123456\",\"level\":\"A\",\"owner\":%d}"
                                .formatted(anaId))
                .expect(201);
        scan();
        JsonNode merged = admin.post(CUSTOMERS + "/merge", "{}").expect(200).body();
        assertThat(merged.at("/merged").asInt()).isGreaterThanOrEqualTo(1);
        assertThat(List.of(
                        admin.get("/api/records/customer/" + one).status(),
                        admin.get("/api/records/customer/" + two).status()))
                .containsExactlyInAnyOrder(200, 404);
        assertThat(admin.get("/api/records/customer/" + clashing).status()).isEqualTo(200);
    }

    @Test
    void twelve_thousand_customers_are_searched_quickly() {
        application.bean(DSLContext.class).execute("""
                insert into customer (name, code, status, version, created_at, created_by, updated_at, updated_by, phone)
                select chr(20000 + (n * 7) % 3000) || chr(21000 + (n * 13) % 4000) || chr(22000 + (n / 11) % 3500)
                           || case n % 3 when 0 then '机械设备有限公司' when 1 then '电子科技有限公司' else '物流有限公司' end,
                       'T' || n, 'new', 1, now(), 1, now(), 1, '0571-' || (80000000 + n)
                from generate_series(1, 12000) n on conflict do nothing""");
        long before = System.nanoTime();
        scan();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void who_may_not_merge_has_no_business_here_and_what_nothing_identifies_is_not_searched() {
        long role = admin.post("/api/roles", """
                {"name":"只看","grants":[{"object":"*","verb":"read","scope":"all"}]}""").expect(201).number("/id");
        admin.post(
                        "/api/users",
                        "{\"login\":\"ben\",\"name\":\"本\",\"password\":\"Hangzhou-2026-y\",\"roles\":[%d]}"
                                .formatted(role))
                .expect(201);
        ApiClient ben = new ApiClient(application).signIn("ben", "Hangzhou-2026-y");
        ben.get(CUSTOMERS).expect(403);
        ben.post(CUSTOMERS + "/scan", "{}").expect(403);
        ben.get(CUSTOMERS + "/ignored").expect(403);
        admin.post("/api/duplicates/activity/scan", "{}").expect(422);
    }

    private static void scan() {
        admin.post(CUSTOMERS + "/scan", "{}").expect(200);
        await().until(() ->
                admin.get(CUSTOMERS).expect(200).text("/scan/status").equals("done"));
    }

    private static long customer(String name, String phone, long owner) {
        return admin.post(
                        "/api/records/customer",
                        "{\"name\":\"%s\",\"phone\":\"%s\",\"owner\":%d}".formatted(name, phone, owner))
                .expect(201)
                .number("/id");
    }

    private static JsonNode group(ApiClient who, long member) {
        return groups(who).stream()
                .filter(group -> ids(group).contains(member))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> groups(ApiClient who) {
        return who.get(CUSTOMERS + "/groups")
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .toList();
    }

    private static List<Long> ids(JsonNode group) {
        return group.at("/records")
                .valueStream()
                .map(record -> record.at("/id").asLong())
                .toList();
    }
}
