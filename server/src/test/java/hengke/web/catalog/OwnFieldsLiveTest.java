package hengke.web.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Own fields, objects and rights are in use on every node without a restart, and nobody's work breaks while they change. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnFieldsLiveTest {
    private static final String FIELDS = "/api/catalog/customer/fields";
    private static final String CUSTOMERS = "/api/records/customer";

    private static RunningApplication application;
    private static RunningApplication otherNode;
    private static ApiClient here;
    private static ApiClient there;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=Yuntu-2026-heng");
        otherNode = application.anotherNode();
        here = new ApiClient(application).signIn("admin", "Yuntu-2026-heng");
        there = here.at(otherNode);
    }

    @AfterAll
    static void stop() {
        otherNode.close();
        application.close();
    }

    @Test
    void a_field_added_at_one_node_is_in_use_at_another() {
        here.post(FIELDS + "/grade", """
                {"kind":"choice","label":{"zh":"合作等级","en":"Grade"},"listed":true,"searched":false,
                 "options":[{"value":"gold","label":"金牌","color":"gold"},{"value":"silver","label":"银牌"}]}""").expect(201);
        here.post(FIELDS + "/alias", "{\"kind\":\"text\",\"label\":\"别名\",\"searched\":true}")
                .expect(201);
        await().until(() -> there.get("/api/catalog/customer").body().toString().contains("c_alias"));

        long id = there.post(CUSTOMERS, "{\"name\":\"有等级的\",\"c_grade\":\"gold\",\"c_alias\":\"独角兽\"}")
                .expect(201)
                .number("/id");
        there.post(CUSTOMERS, "{\"name\":\"另一家\",\"c_grade\":\"silver\"}").expect(201);
        Answer list = there.post(CUSTOMERS + "/query", """
                        {"filter":{"field":"c_grade","op":"in","value":["gold"]},"sort":[{"field":"c_grade"}],"count":"exact"}""").expect(200);
        assertThat(list.number("/count/value")).isEqualTo(1);
        assertThat(list.text("/items/0/c_grade")).isEqualTo("gold");
        assertThat(there.post(CUSTOMERS + "/aggregate", """
                        {"groups":[{"field":"c_grade"}],"measures":[{"function":"count"}]}""").expect(200).body().toString())
                .contains("gold", "silver");
        assertThat(there.get("/api/search?q=%E7%8B%AC%E8%A7%92%E5%85%BD")
                        .expect(200)
                        .body()
                        .toString())
                .contains("有等级的");
        assertThat(there.get(CUSTOMERS + "/" + id + "/history")
                        .expect(200)
                        .body()
                        .toString())
                .contains("合作等级", "gold");
        assertThat(there.get("/api/openapi.json").expect(200).body().toString()).contains("c_grade");
        assertThat(there.download("/api/imports/template/customer.xlsx")).isNotEmpty();
        Answer preview = there.upload(
                        "/api/imports", "等级.csv", "客户名称,合作等级\n导入的,金牌\n", "object", "customer", "preview", "true")
                .expect(200);
        assertThat(preview.text("/columns/1/target")).isEqualTo("c_grade");

        here.delete(FIELDS + "/c_grade").expect(204);
        await().until(() ->
                !there.get("/api/catalog/customer").body().toString().contains("c_grade"));
        there.post(CUSTOMERS + "/query", "{\"filter\":{\"field\":\"c_grade\",\"op\":\"notEmpty\"}}")
                .expect(422);
    }

    @Test
    void an_own_object_works_like_any_other_and_can_be_taken_back() {
        here.post("/api/catalog/objects", """
                {"name":"site-visit","label":{"zh":"现场勘查","en":"Site visit"},"application":"service",
                 "capabilities":["owned","tagged","followed","attached","shared"],
                 "fields":[{"kind":"reference","name":"customer","label":"客户","targets":["customer"],"relation":"勘查"},
                           {"kind":"date","name":"day","label":"日期","required":true}]}""").expect(201);
        await().until(() -> there.get("/api/catalog").body().toString().contains("x-site-visit"));
        long customer = there.post(CUSTOMERS, "{\"name\":\"被勘查的\"}").expect(201).number("/id");
        long visit = there.post("/api/records/x-site-visit", """
                        {"name":"一号现场","c_customer":%d,"c_day":"2026-11-22","tags":["急"]}""".formatted(customer))
                .expect(201)
                .number("/id");
        assertThat(there.get("/api/search?q=%E4%B8%80%E5%8F%B7%E7%8E%B0%E5%9C%BA")
                        .body()
                        .toString())
                .contains("x-site-visit");
        assertThat(there.get("/api/catalog/customer").body().get("relations").toString())
                .contains("x_site_visit", "勘查");
        there.post(CUSTOMERS + "/query", """
                {"filter":{"exists":"x_site_visit","where":{"field":"c_day","op":"eq","value":"2026-11-22"}}}""").expect(200);
        here.delete(CUSTOMERS + "/" + customer).expect(204);
        there.get("/api/records/x-site-visit/" + visit).expect(404);
        here.post(CUSTOMERS + "/" + customer + "/restore", "{}").expect(200);

        here.delete("/api/catalog/objects/x-site-visit").expect(204);
        here.get("/api/records/x-site-visit/" + visit).expect(404);
        here.post("/api/catalog/objects", "{\"name\":\"site-visit\",\"label\":\"再来\"}")
                .expect(422);
        here.post("/api/catalog/objects/x-site-visit/restore", "{}").expect(200);
        assertThat(here.get("/api/records/x-site-visit/" + visit).expect(200).text("/name"))
                .isEqualTo("一号现场");
    }

    @Test
    void twenty_people_read_and_write_while_fields_come_and_go() {
        AtomicBoolean over = new AtomicBoolean();
        ConcurrentLinkedQueue<Answer> failures = new ConcurrentLinkedQueue<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Integer>> work = IntStream.range(0, 20)
                    .mapToObj(person -> CompletableFuture.supplyAsync(
                            () -> work(person % 2 == 0 ? here : there, person, over, failures), people))
                    .toList();
            List<Integer> changes = new ArrayList<>();
            for (int round = 0; round < 2; round++) {
                String name = "c_busy" + round;
                changes.add(here.post(FIELDS + "/" + name, """
                        {"kind":"text","label":"忙%d","indexed":true,"searched":true}""".formatted(round)).status());
                changes.add(there.patch(FIELDS + "/level", "{\"label\":\"等级%d\"}".formatted(round))
                        .status());
                changes.add(
                        there.patch(FIELDS + "/" + name, "{\"unique\":true}").status());
                changes.add(here.delete(FIELDS + "/" + name).status());
                changes.add(here.post(FIELDS + "/" + name + "/restore", "{}").status());
            }
            over.set(true);
            assertThat(work.stream().mapToInt(CompletableFuture::join).sum()).isPositive();
            assertThat(changes).allSatisfy(status -> assertThat(status).isLessThan(500));
        }
        assertThat(failures).isEmpty();
    }

    /** Far with a phone number hidden, or near with it shown: a mixture of the two would show strangers' numbers. */
    @Test
    void a_change_of_a_role_counts_at_once_on_all_nodes_and_no_request_sees_half_of_it() {
        String far = """
                "grants":[{"object":"customer","verb":"read","scope":"all"}],
                "fields":[{"object":"customer","field":"phone","right":"hidden"}]""";
        String near = """
                "grants":[{"object":"customer","verb":"read","scope":"own"}],"fields":[]""";
        long role = here.post("/api/roles", "{\"name\":\"忽远忽近\"," + far + "}")
                .expect(201)
                .number("/id");
        long person = here.post("/api/users", """
                        {"login":"edge","name":"边缘","password":"Yuntu-2026-heng","roles":[%d]}""".formatted(role)).expect(201).number("/id");
        here.post(CUSTOMERS, "{\"name\":\"自己的客户\",\"phone\":\"021-61234567\",\"owner\":" + person + "}")
                .expect(201);
        here.post(CUSTOMERS, "{\"name\":\"别人的客户\",\"phone\":\"021-67654321\"}").expect(201);
        ApiClient edge = new ApiClient(application).signIn("edge", "Yuntu-2026-heng");
        List<ApiClient> nodes = List.of(edge, edge.at(otherNode));
        AtomicBoolean over = new AtomicBoolean();
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> readers = IntStream.range(0, 20)
                    .mapToObj(reader -> CompletableFuture.runAsync(
                            () -> {
                                while (!over.get()) {
                                    Answer list = phones(nodes.get(reader % 2));
                                    if (list.status() != 200
                                            || list.body().toString().contains("67654321")) {
                                        wrong.add(list.body().toString());
                                    }
                                }
                            },
                            people))
                    .toList();
            for (int round = 0; round < 12; round++) {
                boolean isNear = round % 2 == 0;
                ApiClient admin = round % 3 == 0 ? there : here;
                admin.patch("/api/roles/" + role, "{" + (isNear ? near : far) + "}")
                        .expect(200);
                for (ApiClient node : nodes) {
                    String seen = phones(node).expect(200).body().toString();
                    assertThat(seen.contains("61234567")).isEqualTo(isNear);
                    assertThat(seen.contains("别人的客户")).isNotEqualTo(isNear);
                }
            }
            over.set(true);
            readers.forEach(CompletableFuture::join);
        }
        assertThat(wrong).isEmpty();
    }

    private static Answer phones(ApiClient reader) {
        return reader.post(CUSTOMERS + "/query", "{\"search\":\"客户\"}");
    }

    /** Answers how much was done; what went wrong on our side is kept. */
    private static int work(ApiClient client, int person, AtomicBoolean over, ConcurrentLinkedQueue<Answer> failures) {
        List<Supplier<Answer>> deeds = List.of(
                () -> client.post(CUSTOMERS, "{\"name\":\"忙人%d-%d\"}".formatted(person, System.nanoTime())),
                () -> client.post(CUSTOMERS + "/query", "{\"search\":\"忙人\",\"count\":\"capped\"}"),
                () -> client.get("/api/catalog"),
                () -> client.post(CUSTOMERS + "/aggregate", """
                        {"groups":[{"field":"level"}],"measures":[{"function":"count"}]}"""));
        int done = 0;
        while (!over.get()) {
            Stream.of(deeds.get(done % deeds.size()).get())
                    .filter(answer -> answer.status() >= 500 || answer.status() == 404)
                    .forEach(failures::add);
            done++;
        }
        return done;
    }
}
