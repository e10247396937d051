package hengke.web.records;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UpsertTest {
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
    void each_record_is_created_changed_left_or_refused_as_one_operation() {
        long present = admin.post("/api/records/customer", "{\"name\":\"已有公司\",\"level\":\"C\"}")
                .expect(201)
                .number("/id");
        long same = admin.post("/api/records/customer", "{\"name\":\"不变公司\",\"level\":\"B\"}")
                .expect(201)
                .number("/id");
        Answer answer = upsert("customer", """
                {"key":["name"],"records":[{"name":"已有公司","level":"A"},{"name":"新公司","level":"B"},
                 {"name":"不变公司","level":"B"},{"name":"坏公司","level":"Z"},{"level":"A"}]}""");
        assertThat(answer.body()
                        .path("items")
                        .valueStream()
                        .map(each -> each.path("status").asString()))
                .containsExactly("updated", "created", "unchanged", "failed", "failed");
        assertThat(answer.number("/items/0/id")).isEqualTo(present);
        assertThat(answer.number("/items/2/id")).isEqualTo(same);
        assertThat(answer.text("/items/3/errors/0/field")).isEqualTo("level");
        assertThat(answer.text("/items/4/errors/0/field")).isEqualTo("name");

        Answer operation = admin.get("/api/operations/" + answer.operation()).expect(200);
        assertThat(operation.number("/changed")).isEqualTo(2);
        assertThat(operation.number("/failed")).isEqualTo(2);
        admin.post("/api/operations/" + answer.operation() + "/undo", "{}").expect(200);
        assertThat(admin.get("/api/records/customer/" + present).text("/level")).isEqualTo("C");
        assertThat(count("新公司")).isZero();
    }

    @Test
    void all_or_none_when_it_is_asked_for() {
        Answer refused = admin.post(
                "/api/records/customer/upsert",
                "{\"key\":[\"name\"],\"atomic\":true,\"records\":[{\"name\":\"原子公司\"},{\"name\":\"坏原子公司\",\"level\":\"Z\"}]}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo("records[1].level");
        assertThat(count("原子公司")).isZero();
    }

    @Test
    void a_key_that_comes_twice_makes_one_record() {
        Answer answer = upsert(
                "customer",
                "{\"key\":[\"name\"],\"records\":[{\"name\":\"两次公司\",\"level\":\"A\"},{\"name\":\"两次公司\",\"level\":\"B\"}]}");
        assertThat(answer.text("/items/0/status")).isEqualTo("created");
        assertThat(answer.text("/items/1/status")).isEqualTo("updated");
        assertThat(answer.number("/items/1/id")).isEqualTo(answer.number("/items/0/id"));
        assertThat(admin.get("/api/records/customer/" + answer.number("/items/0/id"))
                        .text("/level"))
                .isEqualTo("B");
    }

    @Test
    void many_at_once_with_the_same_key_end_with_one_record() throws Exception {
        long company = admin.post("/api/records/customer", "{\"name\":\"并发公司\"}")
                .expect(201)
                .number("/id");
        String body =
                "{\"key\":[\"customer\",\"phone\"],\"records\":[{\"name\":\"李四\",\"customer\":%d,\"phone\":\"13911112222\"}]}"
                        .formatted(company);
        try (ExecutorService clients = Executors.newFixedThreadPool(6)) {
            List<Future<Answer>> answers = clients.invokeAll(IntStream.range(0, 12)
                    .<Callable<Answer>>mapToObj(_ -> () -> upsert("contact", body))
                    .toList());
            long created = 0;
            for (Future<Answer> answer : answers) {
                created += answer.get().text("/items/0/status").equals("created") ? 1 : 0;
            }
            assertThat(created).isEqualTo(1);
        }
    }

    @Test
    void a_key_that_several_records_have_changes_none() {
        long company = admin.post("/api/records/customer", "{\"name\":\"同名公司\"}")
                .expect(201)
                .number("/id");
        for (int i = 0; i < 2; i++) {
            admin.post("/api/records/contact", "{\"name\":\"王同名\",\"customer\":%d}".formatted(company))
                    .expect(201);
        }
        Answer answer = upsert("contact", "{\"key\":[\"name\"],\"records\":[{\"name\":\"王同名\",\"title\":\"经理\"}]}");
        assertThat(answer.text("/items/0/status")).isEqualTo("failed");
    }

    @Test
    void what_cannot_be_a_key_is_refused() {
        for (String key : List.of("[]", "[\"nothing\"]", "[\"tags\"]", "[\"id\"]")) {
            assertThat(admin.post("/api/records/customer/upsert", "{\"key\":" + key + ",\"records\":[]}")
                            .status())
                    .as(key)
                    .isEqualTo(422);
        }
    }

    private static Answer upsert(String object, String body) {
        return admin.post("/api/records/" + object + "/upsert", body).expect(200);
    }

    private static long count(String name) {
        return admin.post(
                        "/api/records/customer/query",
                        "{\"count\":\"exact\",\"filter\":{\"field\":\"name\",\"op\":\"eq\",\"value\":\"%s\"}}"
                                .formatted(name))
                .number("/count/value");
    }
}
