package hengke.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.paper.Printed;
import hengke.kernel.records.Commands;
import hengke.testing.ApiClient;
import hengke.testing.ApiDescription;
import hengke.testing.RunningApplication;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description is valid, whole, and shows each reader what they may see. Valid is what the official schema of the
 * OpenAPI Initiative (Apache-2.0) says, kept among the test resources.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenApiTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    /** Answered by the framework rather than by a controller. */
    private static final Set<String> BUILT_IN =
            Set.of("GET /api/health/live", "GET /api/health/ready", "GET /api/metrics");

    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiDescription api;
    private static ApiClient seller;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        seller = seller();
        api = ApiDescription.of(admin);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void every_call_is_described_and_nothing_else() {
        Set<String> expected = new TreeSet<>(BUILT_IN);
        expected.addAll(mappings());

        assertThat(api.calls()).isEqualTo(expected);
    }

    /** What the controllers answer, once for each object and each of its commands where those are part of the address. */
    private static Set<String> mappings() {
        Set<String> mappings = new TreeSet<>();
        application
                .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/"))
                        .flatMap(OpenApiTest::addresses)
                        .forEach(address -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> mappings.add(method + " " + address))));
        return mappings;
    }

    private static Stream<String> addresses(String pattern) {
        return pattern.startsWith("/api/records/{object}")
                ? application.bean(LiveCatalog.class).current().objects().stream()
                        .filter(object -> !pattern.contains("/{id}/paper") || object.has(Printed.class))
                        .flatMap(object -> addresses(pattern.replace("{object}", object.name()), object))
                : Stream.of(pattern);
    }

    private static Stream<String> addresses(String pattern, ObjectDefinition object) {
        return pattern.contains("{command}")
                ? application.bean(Commands.class).of(object).stream()
                        .map(command -> pattern.replace("{command}", command.name()))
                : Stream.of(pattern);
    }

    @Test
    void it_is_valid_OpenAPI() throws IOException {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        try (InputStream official = getClass().getResourceAsStream("/openapi/schema-3.1.json")) {
            JsonNode schema = JsonMapper.shared().readTree(official);
            assertThat(ApiDescription.faults(registry.getSchema(schema), api.document()))
                    .isEmpty();
        }
        var schemas = registry.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        api.document()
                .at("/components/schemas")
                .forEach(schema ->
                        assertThat(ApiDescription.faults(schemas, schema)).isEmpty());
    }

    @Test
    void every_pointer_leads_somewhere_and_every_call_has_a_name_of_its_own() {
        List<String> pointers = new ArrayList<>();
        List<String> names = new ArrayList<>();
        collect(api.document(), "$ref", pointers);
        collect(api.document(), "operationId", names);

        assertThat(pointers)
                .allSatisfy(pointer -> assertThat(
                                api.document().at(pointer.substring(1)).isMissingNode())
                        .as(pointer)
                        .isFalse());
        assertThat(names).doesNotHaveDuplicates().hasSize(api.calls().size());
    }

    private static void collect(JsonNode json, String key, List<String> into) {
        if (json.path(key).isString()) {
            into.add(json.get(key).stringValue());
        }
        json.forEach(child -> collect(child, key, into));
    }

    @Test
    void it_speaks_the_language_of_its_reader() {
        ApiDescription english =
                ApiDescription.of(new ApiClient(application).speaking("en-US").signIn("admin", PASSWORD));

        assertThat(api.document().at("/tags").toString()).contains("客户", "令牌");
        assertThat(english.document().toString()).contains("Customer").doesNotContain("客户", "查询", "记录");
        assertThat(api.schema("CustomerRecord")
                        .at("/properties/level/description")
                        .asString())
                .startsWith("等级");
    }

    @Test
    void whoever_has_not_signed_in_reads_of_no_object() {
        ApiDescription open = ApiDescription.of(new ApiClient(application));

        assertThat(open.calls())
                .contains("POST /api/session", "GET /api/people")
                .noneMatch(call -> call.contains("/api/records/"));
        assertThat(open.document().toString()).doesNotContain("CustomerRecord");
        assertThat(application
                        .get("/api/openapi.json", "Authorization", "Bearer no-such-token")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_token_reads_what_its_owner_may_see() {
        String token =
                admin.post("/api/tokens", "{\"name\":\"描述\"}").expect(201).text("/token");

        assertThat(application
                        .get("/api/openapi.json", "Authorization", "Bearer " + token)
                        .body())
                .contains("CustomerRecord");
    }

    @Test
    void what_a_role_may_not_see_is_not_described() {
        ApiDescription mine = ApiDescription.of(seller);

        assertThat(mine.calls())
                .contains("POST /api/records/customer/query", "GET /api/records/customer/{id}")
                .doesNotContain(
                        "POST /api/records/customer",
                        "DELETE /api/records/customer/{id}",
                        "POST /api/users",
                        "GET /api/roles")
                .noneMatch(call -> call.contains("/records/contact"));
        JsonNode fields = mine.schema("CustomerRecord").get("properties");
        assertThat(fields.has("name")).isTrue();
        assertThat(fields.has("phone")).isFalse();
        assertThat(fields.at("/website/description").asString()).contains("掩码");
        assertThat(api.schema("CustomerRecord").get("properties").has("phone")).isTrue();
    }

    @Test
    void who_may_ask_is_as_described() {
        ApiClient nobody = new ApiClient(application);
        for (String path : plainReads(api.calls())) {
            boolean open = api.document()
                    .at("/paths/" + path.replace("/", "~1") + "/get/security")
                    .isEmpty();
            assertThat(nobody.get(path).status() != 401).as(path).isEqualTo(open);
        }
        Set<String> hidden = new TreeSet<>(api.calls());
        hidden.removeAll(ApiDescription.of(seller).calls());
        assertThat(plainReads(hidden))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(seller.get(path).status()).isEqualTo(403));
    }

    /** What can be asked without knowing any id. */
    private static List<String> plainReads(Set<String> calls) {
        return calls.stream()
                .filter(call -> call.startsWith("GET ") && !call.contains("{"))
                .map(call -> call.substring("GET ".length()))
                .toList();
    }

    private static ApiClient seller() {
        long role = admin.post("/api/roles", """
                {"name":"只看客户","grants":[{"object":"customer","verb":"read","scope":"all"}],
                 "fields":[{"object":"customer","field":"phone","right":"hidden"},
                           {"object":"customer","field":"website","right":"masked"}]}
                """).expect(201).number("/id");
        admin.post("/api/users", """
                {"login":"seller","name":"王小销","password":"%s","roles":[%d]}
                """.formatted(PASSWORD, role)).expect(201);
        return new ApiClient(application).signIn("seller", PASSWORD);
    }

    @Test
    void it_need_not_be_read_again_while_it_is_the_same() {
        String tag = application
                .get("/api/openapi.json")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(application.get("/api/openapi.json", "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }
}
