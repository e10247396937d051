package hengke.web.tags;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TagsApiTest {
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
    void a_tag_written_on_a_record_enters_the_library_and_one_that_is_renamed_is_renamed_on_its_records() {
        long customer = customer("改名公司", "待改名");
        long tag = tag("待改名").at("/id").asLong();
        ana.patch("/api/tags/" + tag, "{\"name\":\"已改名\",\"color\":\"red\",\"group\":\"阶段\"}")
                .expect(200);
        assertThat(tagsOf(customer)).containsExactly("已改名");
        assertThat(tag("已改名").at("/uses").asLong()).isEqualTo(1);
        assertThat(tag("已改名").at("/group").asString()).isEqualTo("阶段");
    }

    @Test
    void a_guarded_library_takes_new_words_only_from_who_keeps_it() {
        ana.post("/api/tags", "{\"object\":\"customer\",\"name\":\"现有\"}").expect(201);
        long role = ana.post("/api/roles", """
                        {"name":"录入员","grants":[{"object":"*","verb":"read","scope":"own"},
                         {"object":"*","verb":"create","scope":"own"},{"object":"*","verb":"edit","scope":"own"}]}""").expect(201).number("/id");
        ana.post(
                        "/api/users",
                        "{\"login\":\"cem\",\"name\":\"cem\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(PASSWORD, role))
                .expect(201);
        ApiClient cem = new ApiClient(application).signIn("cem", PASSWORD);
        guarded(true);
        try {
            assertThat(cem.post("/api/records/customer", "{\"name\":\"新词公司\",\"tags\":[\"现有\",\"自创\"]}")
                            .expect(422)
                            .body()
                            .at("/errors/0/message")
                            .asString())
                    .contains("自创")
                    .doesNotContain("现有、");
            cem.post("/api/records/customer", "{\"name\":\"旧词公司\",\"tags\":[\"现有\"]}")
                    .expect(201);
            cem.post("/api/tags", "{\"object\":\"customer\",\"name\":\"又一个\"}").expect(403);
            assertThat(cem.get("/api/tags?object=customer")
                            .body()
                            .get("mayCreate")
                            .asBoolean())
                    .isFalse();
            customer("管理员公司", "管理员的词");
        } finally {
            guarded(false);
        }
        cem.post("/api/tags", "{\"object\":\"customer\",\"name\":\"又一个\"}").expect(201);
    }

    private static void guarded(boolean whether) {
        long version = ana.get("/api/settings").number("/version");
        ana.patch("/api/settings", "{\"version\":%d,\"values\":{\"tags.guarded\":%s}}".formatted(version, whether))
                .expect(200);
    }

    @Test
    void a_name_is_there_once() {
        ana.post("/api/tags", "{\"object\":\"customer\",\"name\":\"仅一次\"}").expect(201);
        ApiClient.Answer again = ana.post("/api/tags", "{\"object\":\"customer\",\"name\":\"仅一次\"}")
                .expect(422);
        assertThat(again.text("/errors/0/field")).isEqualTo("name");
        long other = ana.post("/api/tags", "{\"object\":\"customer\",\"name\":\"另一个\"}")
                .expect(201)
                .number("/id");
        ana.patch("/api/tags/" + other, "{\"name\":\"仅一次\"}").expect(422);
    }

    @Test
    void merged_tags_are_one_on_every_record_and_a_deleted_one_is_on_none() {
        long both = customer("两个都有公司", "老客户", "旧客户");
        long one = customer("只有旧的公司", "旧客户");
        long old = tag("旧客户").at("/id").asLong();
        long into = tag("老客户").at("/id").asLong();
        ana.post("/api/tags/" + old + "/merge", "{\"into\":%d}".formatted(into)).expect(200);
        assertThat(tagsOf(both)).containsExactly("老客户");
        assertThat(tagsOf(one)).containsExactly("老客户");
        ana.delete("/api/tags/" + into).expect(204);
        assertThat(tagsOf(both)).isEmpty();
    }

    @Test
    void many_records_are_tagged_and_untagged_at_once_and_found_by_any_all_or_none() {
        long first = customer("成批一公司", "甲");
        long second = customer("成批二公司", "甲", "乙");
        long third = customer("成批三公司");
        ana.post(
                        "/api/records/customer/bulk",
                        "{\"ids\":[%d,%d,%d],\"change\":{\"tags\":{\"add\":[\"丙\"],\"remove\":[\"甲\"]}}}"
                                .formatted(first, second, third))
                .expect(200);
        assertThat(tagsOf(first)).containsExactly("丙");
        assertThat(tagsOf(second)).containsExactly("乙", "丙");
        assertThat(found("any", "乙", "没有的")).containsExactly(second);
        assertThat(found("all", "乙", "丙")).containsExactly(second);
        assertThat(found("none", "乙")).contains(first, third).doesNotContain(second);
    }

    @Test
    void only_administrators_change_the_tags_of_others_and_only_who_may_write_records_adds_one() {
        long tag = ana.post("/api/tags", "{\"object\":\"customer\",\"name\":\"不许改\"}")
                .expect(201)
                .number("/id");
        long reader = role("读者", "read");
        ana.post(
                        "/api/users",
                        "{\"login\":\"ben\",\"name\":\"ben\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(PASSWORD, reader))
                .expect(201);
        ApiClient ben = new ApiClient(application).signIn("ben", PASSWORD);
        assertThat(ben.get("/api/tags?object=customer")
                        .expect(200)
                        .body()
                        .at("/mayCreate")
                        .asBoolean())
                .isFalse();
        ben.post("/api/tags", "{\"object\":\"customer\",\"name\":\"本的\"}").expect(403);
        ben.patch("/api/tags/" + tag, "{\"name\":\"改了\"}").expect(403);
        ben.post("/api/tags/" + tag + "/merge", "{\"into\":1}").expect(403);
        ben.delete("/api/tags/" + tag).expect(403);
        assertThat(tag("不许改").at("/id").asLong()).isEqualTo(tag);
    }

    private static long role(String name, String verb) {
        return ana.post(
                        "/api/roles",
                        "{\"name\":\"%s\",\"grants\":[{\"object\":\"customer\",\"verb\":\"%s\",\"scope\":\"all\"}]}"
                                .formatted(name, verb))
                .expect(201)
                .number("/id");
    }

    private static long customer(String name, String... tags) {
        String quoted = tags.length == 0 ? "" : "\"" + String.join("\",\"", tags) + "\"";
        return ana.post("/api/records/customer", "{\"name\":\"%s\",\"tags\":[%s]}".formatted(name, quoted))
                .expect(201)
                .number("/id");
    }

    private static List<String> tagsOf(long customer) {
        return ana.get("/api/records/customer/" + customer)
                .expect(200)
                .body()
                .at("/tags")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static List<Long> found(String operator, String... tags) {
        return ana.post(
                        "/api/records/customer/query",
                        "{\"filter\":{\"field\":\"tags\",\"op\":\"%s\",\"value\":[\"%s\"]}}"
                                .formatted(operator, String.join("\",\"", tags)))
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .map(item -> item.at("/id").asLong())
                .toList();
    }

    private static JsonNode tag(String name) {
        return ana.get("/api/tags?object=customer")
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .filter(tag -> tag.at("/name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
