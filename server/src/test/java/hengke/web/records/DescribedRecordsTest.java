package hengke.web.records;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.testing.ApiClient;
import hengke.testing.ApiDescription;
import hengke.testing.RunningApplication;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Every object of the catalog is described with all its fields, and its records are what the description says. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DescribedRecordsTest {
    private static final String PASSWORD = "Yuntu-2026-heng";

    @TempDir
    static Path folder;

    private static RunningApplication application;
    private static ApiClient admin;
    private static Catalog catalog;
    private static SampleWorld world;
    private static ApiDescription api;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        catalog = application.bean(LiveCatalog.class).current();
        world = new SampleWorld(admin, catalog, new Random(20261122), folder);
        api = ApiDescription.of(admin);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @TestFactory
    Stream<DynamicTest> every_field_is_described() {
        return catalog.objects().stream()
                .map(object -> DynamicTest.dynamicTest(object.name(), () -> {
                    JsonNode described =
                            api.schema(RecordSchemas.name(object, "Record")).get("properties");
                    assertThat(described.propertyNames())
                            .containsExactlyElementsOf(Stream.of(
                                            object.fields().stream().map(Field::name),
                                            Stream.of("may"),
                                            catalog.lines(object).stream()
                                                    .map(lines ->
                                                            lines.relation().name()))
                                    .flatMap(names -> names)
                                    .toList());
                    assertThat(described)
                            .allSatisfy(field -> assertThat(
                                            field.path("description").asString())
                                    .isNotBlank());
                }));
    }

    @TestFactory
    Stream<DynamicTest> a_whole_record_is_as_described() {
        return catalog.objects().stream().map(object -> DynamicTest.dynamicTest(object.name(), () -> holds(object)));
    }

    private static void holds(ObjectDefinition object) {
        ObjectNode draft = world.draft(object);
        api.check(RecordSchemas.name(object, "Draft"), draft);
        object.fields().stream()
                .filter(field -> !field.traits().is(Trait.DERIVED) && !draft.has(field.name()))
                .forEach(field -> world.put(object, draft, field, world.value(field)));
        world.orderDays(object, draft);
        api.check(RecordSchemas.name(object, "Draft"), draft);
        ApiClient.Answer created =
                admin.post("/api/records/" + object.name(), draft.toString()).expect(201);
        api.check("POST", "/api/records/" + object.name(), created);
        draft.put("version", created.number("/version"));
        api.check(RecordSchemas.name(object, "Change"), draft);
    }
}
