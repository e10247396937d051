package hengke.capability.pool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.EventStream;
import hengke.testing.RunningApplication;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The rules of pools hold on every other way in and out: files, upserts, imports, open pages, another node. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PoolPathsTest {
    private static PoolWorld world;

    @BeforeAll
    static void start() {
        world = new PoolWorld();
        world.person("ana", world.north);
        world.person("ben", world.north);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void lists_of_pools_are_those_one_belongs_to() {
        long department = world.admin
                .post("/api/departments", "{\"name\":\"列表部\"}")
                .expect(201)
                .number("/id");
        world.person("dan", department);
        assertThat(views("dan")).doesNotContain("pool");
        long one = world.pool("列表一", department, "");
        assertThat(views("dan")).contains("pool").doesNotContain("pool-" + one);
        long two = world.pool("列表二", department, """
                "recycle":[{"since":"contact","days":5}],"recycling":true""");
        long others = world.pool("别人的", world.south, "");
        assertThat(views("dan"))
                .contains("pool", "pool-" + one, "pool-" + two, "returning")
                .doesNotContain("pool-" + others);
        long customer = world.waiting(two);
        Answer found = world.as("dan")
                .post("/api/records/customer/query", "{\"view\":\"pool-%d\"}".formatted(two))
                .expect(200);
        assertThat(found.body().path("items").findValuesAsString("id")).contains(Long.toString(customer));
        assertThat(views("dan"))
                .hasSizeLessThan(world.admin
                        .get("/api/views?object=customer")
                        .body()
                        .path("items")
                        .size());
    }

    private static List<String> views(String login) {
        return world.as(login)
                .get("/api/views?object=customer")
                .expect(200)
                .body()
                .path("items")
                .findValuesAsString("id");
    }

    @Test
    void an_import_gives_nobody_more_than_the_pool_allows_and_is_noted() {
        long pool = world.pool("导入限额", world.north, """
                "limits":{"holding":2},"transfersExceed":false""");
        String rows = "客户名称,负责人,公海\n";
        for (int i = 0; i < 4; i++) {
            rows += "导入的第 %d 家公司,ben,导入限额\n".formatted(i);
        }
        Answer run = world.admin
                .upload("/api/imports", "holding.csv", rows, "object", "customer")
                .expect(200);
        String job = "/api/imports/" + run.number("/import");
        await().until(() -> world.admin.get(job).text("/status").equals("done"));
        JsonNode done = world.admin.get(job).body();
        assertThat(done.at("/progress/created").asInt()).as(done.toString()).isEqualTo(2);
        assertThat(done.at("/progress/failed").asInt()).isEqualTo(2);
        assertThat(done.toString()).contains("2/2");
        long held = world.admin
                .post(
                        "/api/records/customer/query",
                        "{\"filter\":{\"field\":\"pool\",\"op\":\"eq\",\"value\":%d},\"limit\":1}".formatted(pool))
                .expect(200)
                .number("/items/0/id");
        assertThat(world.admin
                        .get("/api/pools/of/customer/" + held)
                        .body()
                        .path("history")
                        .findValuesAsString("kind"))
                .isNotEmpty();

        long waiting = world.waiting(pool);
        String name = world.seen(waiting).path("name").asString();
        Answer update = world.admin
                .upload(
                        "/api/imports",
                        "claim.csv",
                        "客户名称,负责人\n" + name + ",ana\n",
                        "object",
                        "customer",
                        "preview",
                        "true")
                .expect(200);
        world.admin
                .post(
                        "/api/imports/" + update.number("/id") + "/run",
                        "{\"mode\":\"update\",\"key\":[\"name\"],\"onDuplicate\":\"update\"}")
                .expect(200);
        await().until(() -> !world.admin
                .get("/api/imports/" + update.number("/id"))
                .text("/status")
                .equals("running"));
        assertThat(world.seen(waiting).get("owner").isNull())
                .as("nobody is given what waits by a file")
                .isTrue();
    }

    @Test
    void what_a_pool_hides_leaves_by_no_file_upsert_attachment_or_open_page() {
        long pool = world.pool("藏着的", world.north, "\"hidden\":[\"phone\",\"revenue\"]");
        long customer =
                world.customer("\"pool\":%d,\"phone\":\"010-87650000\",\"revenue\":\"7650000.00\"".formatted(pool));
        ApiClient ana = world.as("ana");
        long file = world.admin
                .upload("/api/files", "合同.txt", "010-87650000")
                .expect(201)
                .number("/id");
        world.admin
                .post(
                        "/api/records/attachment",
                        "{\"about\":{\"object\":\"customer\",\"id\":%d},\"file\":[%d]}".formatted(customer, file))
                .expect(201);
        assertThat(ana.get("/api/files/" + file).status()).isEqualTo(404);

        Answer export = ana.post(
                "/api/exports", "{\"object\":\"customer\",\"ids\":[%d],\"format\":\"csv\"}".formatted(customer));
        if (export.status() == 200) {
            String job = "/api/exports/" + export.number("/id");
            await().until(() -> !ana.get(job).text("/status").equals("running"));
            assertThat(new String(ana.download(job + "/file"), UTF_8)).doesNotContain("8765", "7650000");
        }
        Answer upsert = ana.post("/api/records/customer/upsert", """
                {"key":["phone"],"records":[{"phone":"010-87650000","name":"另一家公司"}]}""");
        assertThat(upsert.body().toString()).doesNotContain("\"id\":" + customer + ",", "7650000");
        assertThat(world.seen(customer).path("name").asString()).isNotEqualTo("另一家公司");

        try (EventStream page = ana.listen()) {
            world.admin
                    .patch(
                            "/api/records/customer/" + customer,
                            "{\"phone\":\"010-87650001\",\"version\":%d}"
                                    .formatted(
                                            world.seen(customer).path("version").asLong()))
                    .expect(200);
            assertThat(page.next("records").toString()).doesNotContain("8765");
        }
        assertThat(ana.get("/api/notifications").body().toString()).doesNotContain("8765");
    }

    @Test
    void what_a_page_sends_of_a_pool_is_previewed_and_its_object_stays() {
        long pool = world.pool("今晚", world.north, "");
        String asked = """
                {"id":%d,"name":"今晚","object":"%s","recycling":true,"recycle":[{"since":"contact","days":5}]}""";
        assertThat(world.admin
                        .post("/api/pools/preview", asked.formatted(pool, "customer"))
                        .expect(200)
                        .body()
                        .has("groups"))
                .isTrue();
        assertThat(world.admin
                        .post("/api/pools/preview", asked.formatted(pool, "contact"))
                        .expect(422)
                        .text("/errors/0/code"))
                .isEqualTo("objectStays");
    }

    @Test
    void a_change_of_a_pool_counts_on_another_node() {
        long pool = world.pool("两个节点", world.south, "");
        long customer = world.waiting(pool);
        try (RunningApplication other = world.application.anotherNode()) {
            ApiClient ana = world.as("ana").at(other);
            ana.get("/api/records/customer/" + customer).expect(404);
            world.change(pool, "{\"members\":{\"departments\":[%d]}}".formatted(world.north));
            await().until(() -> ana.get("/api/records/customer/" + customer).status() == 200);
            world.change(pool, "{\"hidden\":[\"code\"]}");
            await().until(() -> !ana.get("/api/records/customer/" + customer)
                    .body()
                    .path("code")
                    .isString());
        }
    }
}
