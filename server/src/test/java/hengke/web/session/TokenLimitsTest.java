package hengke.web.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a token may not do itself it cannot have done in the background either, and no longer than it is good. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TokenLimitsTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final int ROWS = 1_200;
    private static RunningApplication application;
    private static ApiClient admin;
    private static long created;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        StringBuilder rows = new StringBuilder("客户名称\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append("云图%04d\n".formatted(i));
        }
        created = admin.upload("/api/imports", "客户.csv", rows.toString(), "object", "customer")
                .expect(200)
                .number("/id");
        await().until(() -> operation(created).text("/status").equals("done"));
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST  | /api/records/customer                 | {"name":"新"}
            PATCH | /api/records/customer/1               | {"version":1,"level":"A"}
            POST  | /api/records/customer/bulk            | {"filter":{"field":"name","op":"notEmpty"},"change":{"level":"A"}}
            POST  | /api/records/customer/bulk            | {"filter":{"field":"name","op":"notEmpty"},"delete":true}
            POST  | /api/records/customer/upsert          | {"key":["name"],"records":[{"name":"新"}]}
            POST  | /api/operations/{created}/undo        | {}
            POST  | /api/operations/{created}/cancel      | {}
            POST  | /api/tags                             | {"object":"customer","name":"新"}
            POST  | /api/views                            | {"object":"customer","name":"新"}
            POST  | /api/users                            | {"login":"eve","name":"Eve","roles":[1]}
            """)
    void a_token_for_reading_changes_nothing(String method, String path, String body) {
        Token reader = token("\"read\"");
        assertThat(reader.send(method, path.replace("{created}", Long.toString(created)), body)
                        .status())
                .isEqualTo(403);
        assertThat(operation(created).body().at("/undoable").booleanValue()).isTrue();
        assertThat(admin.get("/api/operations").number("/items/0/id")).isEqualTo(lastOperation());
    }

    @Test
    void a_token_for_reading_asks_questions() {
        Token reader = token("\"read\"");
        reader.send("POST", "/api/records/customer/query", "{\"limit\":1}").expect(200);
        reader.send(
                        "POST",
                        "/api/records/customer/aggregate",
                        "{\"groups\":[{\"field\":\"level\"}],\"measures\":[{\"function\":\"count\"}]}")
                .expect(200);
        reader.send("POST", "/api/records/customer/duplicates", "{\"name\":\"云图0001\"}")
                .expect(200);
        reader.send("GET", "/api/catalog", null).expect(200);
    }

    @Test
    void a_bulk_change_ends_where_its_token_is_revoked() throws SQLException {
        Token writer = token("\"read\",\"write\"");
        long bulk;
        try (Connection inTheWay = application.database().connect();
                Statement statement = inTheWay.createStatement()) {
            inTheWay.setAutoCommit(false);
            statement.execute("lock table record_change in share mode");
            bulk = writer.send(
                            "POST",
                            "/api/records/customer/bulk",
                            "{\"filter\":{\"field\":\"name\",\"op\":\"notEmpty\"},\"change\":{\"level\":\"B\"}}")
                    .expect(200)
                    .number("/id");
            await().until(() -> waiting("record_change"));
            admin.delete("/api/tokens/" + writer.id()).expect(204);
        }
        await().until(() -> !operation(bulk).text("/status").equals("running"));
        Answer ended = operation(bulk);
        assertThat(ended.text("/status")).isEqualTo("failed");
        assertThat(ended.text("/message")).contains("令牌");
        assertThat(admin.send("GET", "/api/operations/" + bulk, null, "Accept-Language", "en-US")
                        .text("/message"))
                .contains("token");
        assertThat(ended.number("/done")).isEqualTo(500);
        assertThat(ended.body().at("/undoable").booleanValue()).isTrue();
        assertThat(withLevel("B")).isEqualTo(500);
        admin.post("/api/operations/" + bulk + "/undo", "{}").expect(200);
        assertThat(withLevel("B")).isZero();
    }

    @Test
    void an_import_ends_where_the_person_is_disabled() throws SQLException {
        long ben = admin.post(
                        "/api/users",
                        "{\"login\":\"ben\",\"name\":\"本\",\"password\":\"" + PASSWORD + "\",\"roles\":[1]}")
                .expect(201)
                .number("/id");
        ApiClient bens = new ApiClient(application).signIn("ben", PASSWORD);
        StringBuilder rows = new StringBuilder("客户名称\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append("恒客%04d\n".formatted(i));
        }
        long job;
        try (Connection inTheWay = application.database().connect();
                Statement statement = inTheWay.createStatement()) {
            inTheWay.setAutoCommit(false);
            statement.execute("lock table record_change in share mode");
            job = bens.upload("/api/imports", "客户.csv", rows.toString(), "object", "customer")
                    .expect(200)
                    .number("/import");
            await().until(() -> waiting("record_change"));
            admin.patch("/api/users/" + ben, "{\"active\":false}").expect(200);
        }
        await().until(() -> !admin.get("/api/imports/" + job).text("/status").equals("running"));
        Answer ended = admin.get("/api/imports/" + job).expect(200);
        assertThat(ended.text("/status")).isEqualTo("failed");
        assertThat(ended.text("/message")).contains("停用");
        assertThat(ended.number("/progress/created")).isEqualTo(500);
        Answer operation = operation(ended.number("/operation"));
        assertThat(operation.text("/status")).isEqualTo("failed");
        assertThat(operation.text("/message")).contains("停用");
    }

    @Test
    void the_figures_of_the_machine_are_for_administrators_whose_token_for_reading_is_enough() {
        assertThat(token("\"read\"")
                        .send("GET", "/api/metrics", null)
                        .response()
                        .body())
                .contains("jvm_memory_used_bytes");
        assertThat(admin.get("/api/metrics").status()).isEqualTo(200);
        admin.post(
                        "/api/users",
                        "{\"login\":\"cleo\",\"name\":\"Cleo\",\"password\":\"" + PASSWORD + "\",\"roles\":[3]}")
                .expect(201);
        ApiClient seller = new ApiClient(application).signIn("cleo", PASSWORD);
        assertThat(seller.get("/api/metrics").expect(403).text("/code")).isEqualTo("forbidden");
    }

    @Test
    void health_says_nothing_but_how_it_is() {
        ApiClient stranger = new ApiClient(application);
        assertThat(stranger.get("/api/health/ready").expect(200).body().toString())
                .isEqualTo("{\"status\":\"UP\"}");
        assertThat(stranger.get("/api/health/live").expect(200).body().toString())
                .isEqualTo("{\"status\":\"UP\"}");
        assertThat(stranger.get("/api/metrics").status()).isEqualTo(401);
    }

    private record Token(long id, String text) {
        Answer send(String method, String path, String body) {
            return new ApiClient(application).send(method, path, body, "Authorization", "Bearer " + text);
        }
    }

    private static Token token(String scopes) {
        JsonNode issued = admin.post("/api/tokens", "{\"name\":\"程序\",\"scopes\":[" + scopes + "]}")
                .expect(201)
                .body();
        return new Token(issued.at("/id").asLong(), issued.at("/token").asString());
    }

    private static Answer operation(long id) {
        return admin.get("/api/operations/" + id).expect(200);
    }

    private static long lastOperation() {
        return count(
                "select max(id) from operation where actor = (select actor from operation where id = " + created + ")");
    }

    private static long withLevel(String level) {
        return count("select count(*) from customer where level = '" + level + "'");
    }

    private static boolean waiting(String table) {
        return count("select count(*) from pg_locks where not granted and relation = '" + table + "'::regclass") > 0;
    }

    private static long count(String sql) {
        return application.database().dsl().fetchSingle(sql).into(long.class);
    }
}
