package hengke.web.views;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ViewsApiTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static RunningApplication application;
    private static ApiClient ana;
    private static ApiClient ben;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=ana", "--hengke.admin.password=" + PASSWORD);
        ana = new ApiClient(application).signIn("ana", PASSWORD);
        long role = ana.post("/api/roles", """
                        {"name":"看不到等级","grants":[{"object":"customer","verb":"read","scope":"all"}],
                         "fields":[{"object":"customer","field":"level","right":"hidden"}]}""").expect(201).number("/id");
        ana.post(
                        "/api/users",
                        "{\"login\":\"ben\",\"name\":\"Ben\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(PASSWORD, role))
                .expect(201);
        ben = new ApiClient(application).signIn("ben", PASSWORD);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void the_definition_offers_lists_in_both_languages_that_can_be_asked() {
        ApiClient.Answer views = ana.get("/api/views?object=customer").expect(200);
        assertThat(views.body().at("/items").findValuesAsString("id"))
                .as("none of pools while the company has none")
                .startsWith("all", "mine", "toContact")
                .doesNotContain("pool", "returning");
        assertThat(views.text("/items/0/name")).isEqualTo("全部客户");
        assertThat(views.body().at("/items/0/builtin").asBoolean()).isTrue();
        for (int i = 1; i < 3; i++) {
            ana.post(
                            "/api/records/customer/query",
                            "{\"filter\":" + views.body().at("/items/" + i + "/filter") + "}")
                    .expect(200);
        }
        ApiClient english = new ApiClient(application).speaking("en-US").signIn("ana", PASSWORD);
        assertThat(english.get("/api/views?object=customer").text("/items/1/name"))
                .isEqualTo("Mine");
        ben.get("/api/views?object=contact").expect(404);
    }

    @Test
    void a_question_may_name_a_view_which_narrows_and_orders_it() {
        for (String level : List.of("A", "A", "B")) {
            ana.post(
                            "/api/records/customer",
                            "{\"name\":\"视图公司 %d\",\"level\":\"%s\"}".formatted(System.nanoTime(), level))
                    .expect(201);
        }
        long view = ana.post("/api/views", """
                        {"object":"customer","name":"视图公司","shared":true,
                         "filter":{"and":[{"field":"level","op":"eq","value":"A"},{"field":"name","op":"startsWith","value":"视图公司"}]},
                         "sort":[{"field":"name","descending":true}]}""").expect(201).number("/id");
        ApiClient.Answer both =
                ask(ana, "{\"view\":%d,\"fields\":[\"name\"]}".formatted(view)).expect(200);
        String last = both.text("/items/0/name");
        assertThat(both.body().at("/items").size()).isEqualTo(2);
        assertThat(last).isGreaterThan(both.text("/items/1/name"));
        assertThat(ask(ana, "{\"view\":%d,\"sort\":[{\"field\":\"name\"}]}".formatted(view))
                        .text("/items/1/name"))
                .isEqualTo(last);
        assertThat(ask(ana, """
                        {"view":%d,"filter":{"field":"name","op":"eq","value":"%s"}}""".formatted(view, last)).body().at("/items").size())
                .isEqualTo(1);
        assertThat(ask(ana, "{\"view\":\"toContact\"}")
                        .expect(200)
                        .body()
                        .at("/items")
                        .size())
                .isZero();
        ask(ana, "{\"view\":\"nothing\"}").expect(422);
        ask(ana, "{\"view\":987654}").expect(422);
        ana.post("/api/records/contact/query", "{\"view\":%d}".formatted(view)).expect(422);
        ask(ben, "{\"view\":%d}".formatted(view)).expect(422);
    }

    private static ApiClient.Answer ask(ApiClient who, String question) {
        return who.post("/api/records/customer/query", question);
    }

    @Test
    void a_view_is_saved_changed_pinned_and_deleted() {
        ApiClient.Answer saved = ana.post("/api/views", """
                        {"object":"customer","name":"A 级","kind":"board","groupBy":"level","pinned":true,
                         "filter":{"field":"level","op":"eq","value":"A"},
                         "columns":[{"field":"name","width":200},{"field":"level"}],
                         "sort":[{"field":"updatedAt","descending":true}]}""").expect(201);
        assertThat(saved.body().at("/mine").asBoolean()).isTrue();
        assertThat(saved.body().at("/pinned").asBoolean()).isTrue();
        assertThat(saved.body().at("/columns").toString())
                .isEqualTo("[{\"field\":\"name\",\"width\":200},{\"field\":\"level\",\"width\":null}]");
        String view = "/api/views/" + saved.number("/id");

        ApiClient.Answer changed = ana.patch(view, "{\"name\":\"A\",\"filter\":null,\"position\":3}")
                .expect(200);
        assertThat(changed.text("/groupBy")).isEqualTo("level");
        assertThat(changed.body().at("/filter").isNull()).isTrue();
        assertThat(changed.number("/position")).isEqualTo(3);
        ben.get("/api/views?object=customer").expect(200);
        ben.patch(view, "{\"pinned\":true}").expect(404);
        ana.delete(view).expect(204);
        ana.delete(view).expect(404);
    }

    @Test
    void what_makes_no_sense_is_refused_at_its_place() {
        assertThat(ana.post("/api/views", """
                                {"object":"customer","name":"x","kind":"pie","columns":[{"field":"nothing"}],"groupBy":"no"}""").expect(422).body().at("/errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("kind", "columns[0].field", "groupBy");
        ana.post(
                        "/api/views",
                        "{\"object\":\"customer\",\"name\":\"x\",\"filter\":{\"field\":\"no\",\"op\":\"eq\",\"value\":1}}")
                .expect(422);
        ana.post("/api/views", "{\"object\":\"customer\",\"name\":\"x\",\"filter\":{}}")
                .expect(400);
        ana.post("/api/views", "{\"object\":\"customer\"}").expect(422);
        ana.post("/api/views", "{}").expect(422);
        ben.post(
                        "/api/views",
                        "{\"object\":\"customer\",\"name\":\"x\",\"filter\":{\"field\":\"level\",\"op\":\"eq\",\"value\":\"A\"}}")
                .expect(422);
    }

    @Test
    void a_shared_view_tells_nobody_of_hidden_fields_and_only_its_owner_and_administrators_change_it() {
        long secret = share("""
                {"object":"customer","name":"按等级","shared":true,"filter":{"field":"level","op":"eq","value":"A"}}""");
        long open = share("""
                {"object":"customer","name":"公开","shared":true,"groupBy":"level","filter":{"field":"name","op":"notEmpty"},
                 "columns":[{"field":"name"},{"field":"level"}],"sort":[{"field":"level"},{"field":"name"}]}""");

        ApiClient.Answer bens = ben.get("/api/views?object=customer").expect(200);
        assertThat(bens.body().at("/items").findValuesAsString("id"))
                .contains(Long.toString(open))
                .doesNotContain(Long.toString(secret));
        assertThat(bens.body().toString()).doesNotContain("level");
        ben.patch("/api/views/" + secret, "{\"pinned\":true}").expect(404);
        ben.patch("/api/views/" + open, "{\"name\":\"x\"}").expect(403);
        ben.delete("/api/views/" + open).expect(403);
        assertThat(ben.patch("/api/views/" + open, "{\"pinned\":true}")
                        .expect(200)
                        .body()
                        .at("/pinned")
                        .asBoolean())
                .isTrue();
        assertThat(ana.patch("/api/views/" + open, "{\"name\":\"公开 2\"}")
                        .expect(200)
                        .body()
                        .at("/pinned")
                        .asBoolean())
                .isFalse();

        long bensOwn = ben.post("/api/views", "{\"object\":\"customer\",\"name\":\"Ben\",\"shared\":true}")
                .expect(201)
                .number("/id");
        ana.patch("/api/views/" + bensOwn, "{\"name\":\"Ben's\"}").expect(200);
        ana.delete("/api/views/" + bensOwn).expect(204);
    }

    private static long share(String view) {
        return ana.post("/api/views", view).expect(201).number("/id");
    }
}
