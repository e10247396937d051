package hengke.web.once;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OnlyOnceTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static RunningApplication application;
    private static ApiClient ana;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=ana", "--hengke.admin.password=" + PASSWORD);
        ana = new ApiClient(application).signIn("ana", PASSWORD);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void the_same_request_again_is_answered_as_before_and_done_once() {
        ApiClient.Answer first = create("key-1", "重复提交公司").expect(201);
        ApiClient.Answer again = create("key-1", "重复提交公司").expect(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.operation()).isEqualTo(first.operation());
        assertThat(again.response().headers().firstValue("Location"))
                .isEqualTo(first.response().headers().firstValue("Location"));
        assertThat(again.response().headers().firstValue("Content-Type"))
                .isEqualTo(first.response().headers().firstValue("Content-Type"));
        assertThat(again.response().headers().firstValue("Hengke-Repeated")).contains("true");
        assertThat(count("重复提交公司")).isOne();
        create("key-1b", "重复提交公司").expect(422);
    }

    @Test
    void a_key_belongs_to_one_request_of_one_person() {
        create("key-2", "钥匙公司").expect(201);
        assertThat(create("key-2", "另一家公司").expect(422).text("/errors/0/field")).isEqualTo("Idempotency-Key");
        long role = ana.post(
                        "/api/roles",
                        "{\"name\":\"建客户\",\"grants\":[{\"object\":\"customer\",\"verb\":\"read\",\"scope\":\"own\"},{\"object\":\"customer\",\"verb\":\"create\",\"scope\":\"own\"}]}")
                .expect(201)
                .number("/id");
        ana.post(
                        "/api/users",
                        "{\"login\":\"ben\",\"name\":\"Ben\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(PASSWORD, role))
                .expect(201);
        ApiClient ben = new ApiClient(application).signIn("ben", PASSWORD);
        ben.send("POST", "/api/records/customer", "{\"name\":\"Ben 的公司\"}", "Idempotency-Key", "key-2")
                .expect(201);
    }

    @Test
    void a_refusal_is_repeated_as_well_and_a_question_is_asked_anew() {
        assertThat(create("key-3", "").expect(422).body()).isNotNull();
        assertThat(create("key-3", "").expect(422).text("/code")).isEqualTo("validation");
        assertThat(question().body().at("/count/value").asLong()).isZero();
        ana.post("/api/records/customer", "{\"name\":\"新问公司\"}").expect(201);
        assertThat(question().body().at("/count/value").asLong()).isOne();
    }

    @Test
    void of_many_at_once_one_is_done_and_all_get_its_answer() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<ApiClient.Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> create("key-4", "同时提交公司")));
            }
            long id = answers.getFirst().get().expect(201).number("/id");
            for (Future<ApiClient.Answer> answer : answers) {
                assertThat(answer.get().expect(201).number("/id")).isEqualTo(id);
            }
        }
        assertThat(count("同时提交公司")).isOne();
    }

    @Test
    void what_is_too_large_or_has_no_proper_key_is_refused() {
        create("key 5", "x").expect(400);
        create("k".repeat(201), "x").expect(400);
        create("key-6", "x".repeat(5 << 20)).expect(413);
    }

    @Test
    void an_answer_with_a_secret_is_not_kept() {
        String token = "{\"name\":\"x\"}";
        ApiClient.Answer first = ana.send("POST", "/api/tokens", token, "Idempotency-Key", "key-7")
                .expect(201);
        ApiClient.Answer second = ana.send("POST", "/api/tokens", token, "Idempotency-Key", "key-7")
                .expect(201);
        assertThat(second.number("/id")).isNotEqualTo(first.number("/id"));
    }

    private static ApiClient.Answer create(String key, String name) {
        return ana.send("POST", "/api/records/customer", "{\"name\":\"%s\"}".formatted(name), "Idempotency-Key", key);
    }

    private static ApiClient.Answer question() {
        return ana.send(
                        "POST",
                        "/api/records/customer/query",
                        "{\"filter\":{\"field\":\"name\",\"op\":\"eq\",\"value\":\"新问公司\"},\"count\":\"exact\"}",
                        "Idempotency-Key",
                        "question")
                .expect(200);
    }

    private static long count(String name) {
        return application
                .database()
                .dsl()
                .fetchSingle("select count(*) from customer where name = ?", name)
                .get(0, Long.class);
    }
}
