package hengke.web.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.kernel.audit.LogSeals;
import hengke.kernel.transfer.reading.RowStream;
import hengke.kernel.transfer.reading.SheetFile;
import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Who did what, signed in from where, changed what: searched, taken out, and checked by administrators alone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LogsApiTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient ana;
    private static long anaId;
    private static long customer;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        anaId = admin.post(
                        "/api/users",
                        "{\"login\":\"ana\",\"name\":\"安娜\",\"password\":\"" + PASSWORD + "\",\"roles\":[3]}")
                .expect(201)
                .number("/id");
        new ApiClient(application)
                .post("/api/session", "{\"login\":\"Ana\",\"password\":\"wrong-password\"}")
                .expect(401);
        ana = new ApiClient(application).signIn("ana", PASSWORD);
        customer = ana.post("/api/records/customer", "{\"name\":\"云图科技有限公司\",\"level\":\"A\"}")
                .expect(201)
                .number("/id");
        ana.patch("/api/records/customer/" + customer, "{\"level\":\"B\",\"version\":1}")
                .expect(200);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void sign_ins_are_told_with_address_device_and_failure() {
        JsonNode all = items("/api/logs/logins?login=ANA");
        assertThat(all).hasSize(2);
        assertThat(all.get(0).at("/success").booleanValue()).isTrue();
        assertThat(all.get(0).at("/by/label").asString()).isEqualTo("安娜");
        assertThat(all.get(0).at("/address").asString()).isEqualTo("127.0.0.1");
        assertThat(all.get(0).at("/device").asString()).isNotEmpty();
        assertThat(items("/api/logs/logins?login=ana&success=false")).hasSize(1);
        assertThat(items("/api/logs/logins?login=ana&to=2020-01-01")).isEmpty();
        assertThat(items("/api/logs/logins?who=" + anaId + "&from=2020-01-01T00:00:00Z"))
                .hasSize(1);
    }

    @Test
    void operations_and_changes_are_found_by_person_record_and_field() {
        assertThat(items("/api/logs/operations?object=customer&who=" + anaId))
                .extracting(row -> row.at("/kind").asString())
                .containsExactly("edit", "create");
        JsonNode changes = items("/api/logs/changes?object=customer&record=" + customer + "&field=level&action=update");
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).at("/record/label").asString()).isEqualTo("云图科技有限公司");
        assertThat(changes.get(0).at("/changes/0/from").asString()).isEqualTo("A");
        assertThat(changes.get(0).at("/changes/0/to").asString()).isEqualTo("B");
        assertThat(items("/api/logs/changes?object=customer&field=nothing")).isEmpty();
    }

    @Test
    void what_administrators_change_is_told_from_and_to() {
        long role = admin.post(
                        "/api/roles",
                        "{\"name\":\"客服\",\"grants\":[{\"object\":\"customer\",\"verb\":\"read\",\"scope\":\"own\"}]}")
                .expect(201)
                .number("/id");
        admin.patch("/api/roles/" + role, """
                        {"grants":[{"object":"customer","verb":"read","scope":"all"}],
                         "fields":[{"object":"customer","field":"phone","right":"masked"}]}""").expect(200);
        admin.patch("/api/users/" + anaId, "{\"name\":\"安娜娜\",\"password\":\"Another-2026-heng\"}")
                .expect(200);
        admin.patch("/api/users/" + anaId, "{\"name\":\"安娜\"}").expect(200);
        JsonNode changed =
                items("/api/logs/administration?kind=role&action=update").get(0);
        assertThat(changed.at("/subject/label").asString()).isEqualTo("客服");
        assertThat(changed.at("/by/label").asString()).isEqualTo("admin");
        assertThat(changed.at("/changes").toString())
                .contains("customer.read")
                .contains("\"from\":[\"own\"],\"to\":[\"all\"]")
                .contains("customer.phone (field)");
        JsonNode users = items("/api/logs/administration?kind=user&subject=" + anaId);
        assertThat(users.toString())
                .contains("\"field\":\"password\"")
                .doesNotContain("Another-2026-heng")
                .contains("安娜娜");
        admin.delete("/api/roles/" + role).expect(204);
        assertThat(items("/api/logs/administration?kind=role&action=delete")).hasSize(1);
    }

    @Test
    void logs_are_for_administrators_and_refuse_what_they_cannot_be_searched_by() {
        for (String log : List.of("operations", "logins", "changes", "administration")) {
            ana.get("/api/logs/" + log).expect(403);
            ana.post("/api/logs/" + log + "/export", "{}").expect(403);
        }
        ana.post("/api/logs/checks", "{}").expect(403);
        ana.get("/api/logs/checks/latest").expect(403);
        admin.get("/api/logs/nothing").expect(404);
        assertThat(admin.get("/api/logs/logins?logn=ana").expect(422).text("/errors/0/field"))
                .isEqualTo("logn");
        admin.get("/api/logs/changes?record=x").expect(422);
        admin.get("/api/logs/changes?from=x").expect(422);
    }

    @Test
    void a_log_is_read_page_by_page() {
        application.database().dsl().execute("""
                insert into sign_in_attempt (at, login, address, device)
                select now(), 'many', '10.1.1.1', 'd' from generate_series(1, 120)""");
        List<Long> ids = new ArrayList<>();
        String next = "";
        do {
            var page = admin.get("/api/logs/logins?login=many" + next).expect(200);
            page.body().at("/items").forEach(item -> ids.add(item.at("/id").asLong()));
            next = page.body().at("/next").isNull() ? "" : "&after=" + page.text("/next");
        } while (!next.isEmpty());
        assertThat(ids).hasSize(120).isSortedAccordingTo((one, other) -> Long.compare(other, one));
    }

    @Test
    void a_log_leaves_as_a_file_in_the_background() throws IOException {
        long id = admin.post("/api/logs/logins/export?format=xlsx", "{\"login\":\"ana\"}")
                .expect(200)
                .number("/id");
        await().until(() -> admin.get("/api/exports/" + id).text("/status").equals("done"));
        Path file = Files.write(folder.resolve("a.xlsx"), admin.download("/api/exports/" + id + "/file"));
        try (SheetFile opened = SheetFile.open(file, "a.xlsx");
                RowStream rows = opened.rows(0)) {
            List<String> texts = new ArrayList<>();
            rows.forEachRemaining(row -> texts.add(
                    row.cells().stream().map(cell -> cell.text()).toList().toString()));
            assertThat(texts.get(1)).contains("登录名", "设备");
            assertThat(texts.get(2)).contains("ana", "127.0.0.1");
        }
        admin.post("/api/logs/logins/export", "{\"nothing\":\"x\"}").expect(422);
    }

    @Test
    void a_touched_row_is_found_by_a_check_from_the_screen() {
        LogSeals seals = application.bean(LogSeals.class);
        for (int visit = 0; visit < 5; visit++) {
            seals.visit();
        }
        application.database().dsl().execute("update record_change set actor = 99 where id = 1");
        admin.post("/api/logs/checks", "{}").expect(200);
        await().until(() -> !admin.get("/api/logs/checks/latest")
                .body()
                .at("/check/finishedAt")
                .isNull());
        JsonNode logs = admin.get("/api/logs/checks/latest").body().at("/check/logs");
        assertThat(logs).anySatisfy(log -> {
            assertThat(log.at("/log").asString()).isEqualTo("changes");
            assertThat(log.at("/findings/0/fault").asString()).isEqualTo("ALTERED");
            assertThat(log.at("/findings/0/rows/0").asLong()).isEqualTo(1);
        });
        application
                .database()
                .dsl()
                .execute(
                        "update record_change set actor = (select actor from operation where id = operation_id) where id = 1");
    }

    @Test
    void every_search_goes_along_an_index() {
        var dsl = application.database().dsl();
        dsl.execute("""
                insert into sign_in_attempt (at, login, address, device)
                select now() - i * interval '1 second', 'p' || i % 500, '10.2.' || i % 250 || '.1', 'd'
                from generate_series(1, 20000) i""");
        dsl.execute("""
                insert into record_change (at, operation_id, object, record_id, version, action, actor, before, after)
                select now(), 1000000 + i / 10, case when i % 100 = 0 then 'contact' else 'customer' end, 1000000 + i, 1,
                    'create', 1000 + i % 300, '{}', '{"level":"A"}'
                from generate_series(1, 20000) i""");
        dsl.execute("""
                insert into operation (kind, object, label, actor, through, status, started_at)
                select case when i % 100 = 0 then 'bulk' else 'edit' end,
                    case when i % 100 = 0 then 'contact' else 'customer' end, '改', 1000 + i % 300, 'web', 'done', now()
                from generate_series(1, 20000) i""");
        dsl.execute("analyze sign_in_attempt");
        dsl.execute("analyze record_change");
        dsl.execute("analyze operation");
        Logs logs = application.bean(Logs.class);
        YearMonth now = YearMonth.now(ZoneOffset.UTC);
        String month = "_%d_%02d".formatted(now.getYear(), now.getMonthValue());
        Map<String, List<Map<String, String>>> searches = Map.of(
                "logins",
                        List.of(
                                Map.of(),
                                Map.of("who", "1"),
                                Map.of("login", "p7"),
                                Map.of("address", "10.2.7.1"),
                                Map.of("success", "true"),
                                Map.of("success", "false")),
                "changes",
                        List.of(
                                Map.of(),
                                Map.of("who", "1007"),
                                Map.of("object", "contact"),
                                Map.of("object", "customer", "record", "1000007"),
                                Map.of("operation", "1000007"),
                                Map.of("object", "customer", "field", "level")),
                "operations",
                        List.of(
                                Map.of(),
                                Map.of("who", "1007"),
                                Map.of("object", "contact"),
                                Map.of("kind", "bulk"),
                                Map.of("operation", "7")));
        searches.forEach((name, asked) -> asked.forEach(search -> {
            String sql = dsl.renderInlined(logs.select(logs.find(name), search, null, 51));
            String plan = dsl.fetch("explain " + sql).getValues(0, String.class).toString();
            assertThat(plan)
                    .as("%s %s", name, search)
                    .contains("Index")
                    .doesNotContain("Seq Scan on " + logs.find(name).table() + month, "Seq Scan on operation");
        }));
    }

    private static JsonNode items(String path) {
        return admin.get(path).expect(200).body().at("/items");
    }
}
