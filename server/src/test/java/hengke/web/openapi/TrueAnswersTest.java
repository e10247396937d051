package hengke.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.ApiDescription;
import hengke.testing.RunningApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the API answers is what its description says, key by key. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TrueAnswersTest {
    private static final String PASSWORD = "Yuntu-2026-heng";

    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiDescription api;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        admin.post("/api/demo", "").expect(200);
        api = ApiDescription.of(admin);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static Answer get(String path) {
        return api.check(
                "GET",
                path.replaceFirst("\\?.*", "").replaceAll("/\\d+", "/{id}"),
                admin.get(path).expect(200));
    }

    private static Answer post(String path, String body) {
        return api.check("POST", path.replaceAll("/\\d+", "/{id}"), admin.post(path, body));
    }

    private static Answer patch(String path, String body) {
        return api.check("PATCH", path.replaceAll("/\\d+", "/{id}"), admin.patch(path, body));
    }

    private static long customer() {
        return post("/api/records/customer/query", "{\"limit\":1,\"count\":\"capped\"}")
                .number("/items/0/id");
    }

    @Test
    void about_oneself() {
        api.check(
                "POST",
                "/api/session",
                new ApiClient(application)
                        .post("/api/session", "{\"login\":\"admin\",\"password\":\"%s\"}".formatted(PASSWORD)));
        get("/api/session");
        patch("/api/session/preferences", "{\"theme\":\"dark\",\"guideDone\":[\"import\"]}");
        post("/api/tokens", "{\"name\":\"对账\",\"expiresAt\":\"2030-01-01T00:00:00Z\"}");
        get("/api/tokens");
        get("/api/setup");
    }

    @Test
    void about_the_organisation() {
        get("/api/people?q=");
        get("/api/departments");
        long department = post("/api/departments", "{\"name\":\"西南部\"}").number("/id");
        patch("/api/departments/" + department, "{\"name\":\"西南大区\"}");
        long role = post("/api/roles", """
                {"name":"看本部门","grants":[{"object":"customer","verb":"read","scope":"filter",
                 "filter":{"field":"level","op":"eq","value":"A"}}],
                 "fields":[{"object":"customer","field":"phone","right":"masked"}]}""").number("/id");
        patch("/api/roles/" + role, "{\"name\":\"看 A 级\"}");
        get("/api/roles");
        long user = post("/api/users", """
                {"login":"li","name":"李","department":%d,"roles":[%d],"regions":["31"]}""".formatted(department, role)).number("/id");
        patch("/api/users/" + user, "{\"active\":true}");
        get("/api/users/" + user);
        get("/api/users");
        long other = post("/api/users", "{\"login\":\"wu\",\"name\":\"吴\"}").number("/id");
        post("/api/users/" + user + "/handover", "{\"to\":%d}".formatted(other));
    }

    @Test
    void about_records() {
        long id = customer();
        get("/api/records/customer/" + id);
        get("/api/records/customer/" + id + "?fields=name,level");
        get("/api/records/customer/" + id + "/history");
        get("/api/records/customer/" + id + "/timeline");
        get("/api/records/customer/" + id + "/access");
        api.check("GET", "/api/portraits/{object}/{id}", admin.get("/api/portraits/customer/" + id));
        get("/api/records/customer/" + id + "/relations");
        get("/api/paths?to=customer:" + id);
        post("/api/records/customer/aggregate", """
                {"groups":[{"field":"level"}],"measures":[{"function":"count"},{"function":"sum","field":"revenue"}]}""");
        post(
                "/api/records/customer/duplicates",
                "{\"name\":\"%s\"}"
                        .formatted(admin.get("/api/records/customer/" + id).text("/name")));
        post("/api/records/customer/bulk", "{\"ids\":[%d],\"change\":{\"level\":\"B\"},\"dryRun\":true}".formatted(id));
        post("/api/records/customer/bulk", "{\"ids\":[%d],\"change\":{\"level\":\"B\"}}".formatted(id));
        post("/api/records/customer/upsert", """
                {"key":["name"],"records":[{"name":"说明书有限公司","level":"A"},{"level":"B"}]}""");
        get("/api/search?q=公司");
    }

    @Test
    void about_operations() {
        Answer created = post("/api/records/customer", "{\"name\":\"可撤销有限公司\"}").expect(201);
        get("/api/operations");
        get("/api/operations/" + created.operation());
        patch("/api/records/customer/" + created.number("/id"), "{\"version\":1,\"level\":\"C\"}");
        Answer undone = post("/api/operations/" + created.operation() + "/undo", "");
        assertThat(undone.text("/conflicts/0/label")).isEqualTo("可撤销有限公司");
        post("/api/operations/" + created.operation() + "/cancel", "");
    }

    @Test
    void about_views_tags_and_notices() {
        get("/api/views?object=customer");
        long view = post("/api/views", """
                {"object":"customer","name":"A 级","filter":{"field":"level","op":"eq","value":"A"},
                 "columns":[{"field":"name","width":200}],"sort":[{"field":"name","descending":false}]}""").number("/id");
        patch("/api/views/" + view, "{\"pinned\":true}");
        get("/api/tags?object=customer");
        long tag =
                post("/api/tags", "{\"object\":\"customer\",\"name\":\"说明\"}").number("/id");
        long other =
                post("/api/tags", "{\"object\":\"customer\",\"name\":\"说明二\"}").number("/id");
        patch("/api/tags/" + tag, "{\"color\":\"red\"}");
        post("/api/tags/" + tag + "/merge", "{\"into\":%d}".formatted(other));
        get("/api/notifications");
        post("/api/notifications/read-all", "");
    }

    @Test
    void about_invitations() {
        String link = post("/api/invitations", "{\"name\":\"说明\",\"login\":\"described\"}")
                .text("/url");
        String token = link.substring(link.indexOf('=') + 1);
        get("/api/invitations");
        api.check(
                "POST",
                "/api/users/import/preview",
                admin.upload("/api/users/import/preview", "people.csv", "姓名,登录名\n一,described-1\n,二\n"));
        var nobody = new ApiClient(application);
        api.check(
                "POST",
                "/api/password-link/look",
                nobody.post("/api/password-link/look", "{\"token\":\"%s\"}".formatted(token)));
        api.check(
                "POST",
                "/api/password-link",
                nobody.post(
                        "/api/password-link",
                        "{\"token\":\"%s\",\"password\":\"correct horse battery\"}".formatted(token)));
    }

    @Test
    void about_devices_and_the_second_factor() {
        get("/api/session/devices");
        get("/api/users/1/sessions");
        get("/api/session/second-factor");
        post("/api/session/second-factor", "");
    }

    @Test
    void about_the_system() {
        get("/api/catalog");
        get("/api/reference/regions");
        get("/api/demo");
        get("/api/health/live");
        get("/api/health/ready");
        assertThat(api.check("GET", "/api/catalog/{object}", admin.get("/api/catalog/customer"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void about_files_and_imports(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("客户.csv"), "客户名单,\n客户名称,等级\n引进有限公司,A\n,B\n合计,2\n");
        api.check("POST", "/api/files", admin.upload("/api/files", file));
        Answer open = api.check(
                "POST", "/api/imports", admin.upload("/api/imports", file, "object", "customer", "preview", "true"));
        assertThat(open.body().at("/file/skipped").toString()).isEqualTo("[1,5]");
        long id = open.number("/id");
        post("/api/imports/" + id + "/run", "{\"dryRun\":true}");
        post("/api/imports/" + id + "/run", "{}");
        get("/api/imports/" + id);
        get("/api/imports/" + id + "/rows");
        get("/api/imports");
        api.check("POST", "/api/imports", admin.upload("/api/imports", file, "object", "customer"));
    }

    @Test
    void refusals_are_problems() {
        long id = customer();
        api.check(
                "Problem", admin.get("/api/records/customer/999999").expect(404).body());
        api.check(
                "Problem",
                admin.post("/api/records/customer", "{\"nane\":\"x\"}")
                        .expect(422)
                        .body());
        api.check(
                "Problem",
                new ApiClient(application).get("/api/people").expect(401).body());
        api.check(
                "Problem", admin.post("/api/records/customer", "{").expect(400).body());
        admin.patch(
                        "/api/records/customer/" + id,
                        "{\"version\":%d,\"remarks\":\"一\"}"
                                .formatted(
                                        admin.get("/api/records/customer/" + id).number("/version")))
                .expect(200);
        api.check(
                "ConflictProblem",
                admin.patch("/api/records/customer/" + id, "{\"version\":1,\"remarks\":\"二\"}")
                        .expect(409)
                        .body());
    }
}
