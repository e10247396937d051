package hengke.web.records;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.BooleanType;
import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the catalog promises of a field holds for every field of every object, those of tomorrow too. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CatalogContractTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final long SEED = 20261122;

    @TempDir
    static Path folder;

    private static RunningApplication application;
    private static ApiClient admin;
    private static Catalog catalog;
    private static SampleWorld world;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=Yuntu-2026-heng");
        admin = new ApiClient(application).signIn("admin", "Yuntu-2026-heng");
        EveryKind.add(admin, "customer");
        EveryKind.addObject(admin, "customer");
        catalog = application.bean(LiveCatalog.class).current();
        world = new SampleWorld(admin, catalog, new Random(SEED), folder);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    /** One field as the catalog describes it and as the code declares it. */
    private record Subject(ObjectDefinition object, Field<?> field, JsonNode promise) {
        String name() {
            return object.name() + "." + field.name();
        }

        String path() {
            return "/api/records/" + object.name();
        }

        boolean says(String trait) {
            return promise.get(trait).asBoolean();
        }

        boolean may(String operator) {
            return promise.get("operators").toString().contains("\"" + operator + "\"");
        }

        JsonNode of(JsonNode record) {
            return SampleWorld.wire(field, record.path(field.name()));
        }
    }

    @TestFactory
    Stream<DynamicTest> every_field_is_written_read_filtered_sorted_changed_and_cleared() {
        return subjects().stream().map(subject -> DynamicTest.dynamicTest(subject.name(), () -> prove(subject)));
    }

    /** A file for each object and a row for each field, as an upload takes longer than a row. */
    @TestFactory
    Stream<DynamicTest> every_field_arrives_from_a_column_of_a_spreadsheet() {
        Map<ObjectDefinition, List<Subject>> byObject = subjects().stream()
                .collect(Collectors.groupingBy(Subject::object, LinkedHashMap::new, Collectors.toList()));
        return byObject.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey().name(), () -> {
                    List<String> targets = importable(entry.getKey());
                    List<Subject> those = entry.getValue().stream()
                            .filter(subject -> targets.contains(subject.field().name()))
                            .toList();
                    if (!those.isEmpty()) {
                        bring(entry.getKey(), those);
                    }
                }));
    }

    private static List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        for (JsonNode object : admin.get("/api/catalog").expect(200).body().get("objects")) {
            ObjectDefinition definition = catalog.object(object.get("name").asString());
            for (JsonNode field : object.get("fields")) {
                if (field.get("right").asString().equals("edit")
                        && !field.get("system").asBoolean()) {
                    subjects.add(new Subject(
                            definition,
                            definition.field(field.get("name").asString()).orElseThrow(),
                            field));
                }
            }
        }
        return subjects;
    }

    private static void prove(Subject subject) {
        ObjectNode draft = world.draft(subject.object());
        JsonNode value = flagged(subject, world.value(subject.field()));
        ObjectNode other = world.another(subject.object(), draft);
        if (subject.says("required") || subject.may("eq")) {
            world.put(subject.object(), other, subject.field(), world.valueOtherThan(subject.field(), value));
        }
        long second = admin.post(subject.path(), other.toString()).expect(201).number("/id");
        world.put(subject.object(), draft, subject.field(), value);
        long first = admin.post(subject.path(), draft.toString()).expect(201).number("/id");

        assertThat(subject.of(read(subject, first)))
                .as("%s read", subject.name())
                .isEqualTo(value);
        filtered(subject, value, first, second);
        asked(subject, value);
        JsonNode changed = world.valueOtherThan(subject.field(), value);
        change(subject, first, changed);
        assertThat(subject.of(read(subject, first)))
                .as("%s changed", subject.name())
                .isEqualTo(changed);
        historied(subject, first, value, changed);
        if (!subject.says("required")
                && !world.needed(subject.object(), subject.field())
                && change(subject, first, JSON.nullNode())) {
            JsonNode cleared = subject.of(read(subject, first));
            assertThat(cleared.isNull() || cleared.isBoolean() && !cleared.asBoolean())
                    .as("%s cleared: %s", subject.name(), cleared)
                    .isTrue();
        }
    }

    /** Of a flag there may be only one (the default contact), so the record that is looked at claims it. */
    private static JsonNode flagged(Subject subject, JsonNode value) {
        return subject.field().type() instanceof BooleanType ? JSON.readTree("true") : value;
    }

    private static JsonNode read(Subject subject, long id) {
        return admin.get(subject.path() + "/" + id).expect(200).body();
    }

    /** A status may ask for other fields, which are then given; false when it holds the very field that is changed. */
    private static boolean change(Subject subject, long id, JsonNode value) {
        ObjectNode changes = JSON.createObjectNode();
        changes.set("version", read(subject, id).get("version"));
        changes.set(subject.field().name(), value);
        Answer answer = admin.patch(subject.path() + "/" + id, changes.toString());
        if (answer.status() == 422 && Set.of("held", "demands").contains(answer.text("/errors/0/code"))) {
            for (JsonNode error : answer.body().get("errors")) {
                Field<?> asked =
                        subject.object().field(error.get("field").asString()).orElseThrow();
                if (asked.equals(subject.field())) {
                    return false;
                }
                changes.set(asked.name(), world.value(asked));
            }
            answer = admin.patch(subject.path() + "/" + id, changes.toString());
        }
        answer.expect(200);
        return true;
    }

    /** Among the two records exactly the first is found; a field that only knows presence finds those that have it. */
    private static void filtered(Subject subject, JsonNode value, long first, long second) {
        ObjectNode term = JSON.createObjectNode().put("field", subject.field().name());
        if (subject.may("eq")) {
            term.put("op", "eq").set("value", value);
        } else if (subject.may("any")) {
            term.put("op", "any").set("value", value);
        } else if (subject.may("contains")) {
            term.put("op", "contains").put("value", part(value));
        } else {
            term.put("op", "notEmpty");
        }
        boolean both = !subject.may("eq")
                && subject.says("required")
                && subject.promise().get("operators").size() == 2;
        ObjectNode query = JSON.createObjectNode();
        ArrayNode and = query.putObject("filter").putArray("and");
        and.addObject()
                .put("field", "id")
                .put("op", "in")
                .set("value", JSON.createArrayNode().add(first).add(second));
        and.add(term);
        List<Long> found = new ArrayList<>();
        admin.post(subject.path() + "/query", query.toString())
                .expect(200)
                .body()
                .get("items")
                .forEach(item -> found.add(item.get("id").asLong()));
        assertThat(found)
                .as("%s found by %s", subject.name(), term)
                .containsExactlyInAnyOrderElementsOf(both ? List.of(first, second) : List.of(first));
    }

    /** Whatever operator is offered is answered; an order is asked for with them. */
    private static void asked(Subject subject, JsonNode value) {
        ObjectNode query = JSON.createObjectNode();
        ArrayNode any = query.putObject("filter").putArray("or");
        for (JsonNode operator : subject.promise().get("operators")) {
            ObjectNode term =
                    any.addObject().put("field", subject.field().name()).put("op", operator.asString());
            switch (operator.asString()) {
                case "empty", "notEmpty" -> {
                    // ask nothing more
                }
                case "between" ->
                    term.set("value", JSON.createArrayNode().add(value).add(value));
                case "in", "notIn" -> term.set("value", JSON.createArrayNode().add(value));
                case "during" -> term.put("value", "thisYear");
                case "contains", "startsWith" -> term.put("value", part(value));
                default -> term.set("value", value);
            }
        }
        if (subject.says("sortable")) {
            query.putArray("sort")
                    .addObject()
                    .put("field", subject.field().name())
                    .put("descending", true);
        }
        admin.post(subject.path() + "/query", query.toString()).expect(200);
    }

    /** A piece of a text, or of the street of an address. */
    private static String part(JsonNode value) {
        String text = value.isObject() ? value.get("street").asString() : value.asString();
        return text.replaceAll("<[^>]*>", "").lines().findFirst().orElseThrow();
    }

    private static void historied(Subject subject, long id, JsonNode from, JsonNode to) {
        List<JsonNode> changes = new ArrayList<>();
        for (JsonNode item : admin.get(subject.path() + "/" + id + "/history")
                .expect(200)
                .body()
                .get("items")) {
            item.get("changes").forEach(change -> {
                if (change.get("field").asString().equals(subject.field().name())) {
                    changes.add(change);
                }
            });
        }
        assertThat(changes).as("%s history", subject.name()).isNotEmpty();
        assertThat(SampleWorld.wire(subject.field(), changes.getFirst().get("from")))
                .as("%s history from", subject.name())
                .isEqualTo(from);
        assertThat(SampleWorld.wire(subject.field(), changes.getFirst().get("to")))
                .as("%s history to", subject.name())
                .isEqualTo(to);
    }

    /** The fields that a spreadsheet can bring: none if it cannot say all without which the object is refused. */
    private static List<String> importable(ObjectDefinition object) {
        Answer preview = admin.upload(
                        "/api/imports",
                        world.write("empty.csv", "甲,乙\n1,2\n"),
                        "object",
                        object.name(),
                        "preview",
                        "true")
                .expect(200);
        List<String> targets = new ArrayList<>();
        preview.body()
                .get("targets")
                .forEach(target -> targets.add(target.get("name").asString()));
        return world.draft(object).propertyStream().allMatch(entry -> targets.contains(entry.getKey()))
                ? targets
                : List.of();
    }

    private static void bring(ObjectDefinition object, List<Subject> subjects) {
        List<ObjectNode> rows = new ArrayList<>();
        Set<String> columns = new LinkedHashSet<>();
        for (Subject subject : subjects) {
            ObjectNode draft = world.draft(object);
            world.put(
                    object,
                    draft,
                    subject.field(),
                    SpreadsheetForm.sayable(subject.field(), flagged(subject, world.value(subject.field()))));
            rows.add(draft);
            columns.addAll(draft.propertyNames());
        }
        ObjectNode mapping = JSON.createObjectNode();
        columns.forEach(column -> mapping.put(Integer.toString(mapping.size() + 1), column));
        List<String> lines = new ArrayList<>();
        lines.add(columns.stream().map(column -> "列 " + column).collect(Collectors.joining(",")));
        rows.forEach(row -> lines.add(columns.stream()
                .map(column -> row.has(column)
                        ? SpreadsheetForm.of(admin, object.field(column).orElseThrow(), row.get(column))
                        : "")
                .collect(Collectors.joining(","))));
        Path file = world.write("rows.csv", String.join("\n", lines) + "\n");
        Answer run = admin.upload("/api/imports", file, "object", object.name(), "mapping", mapping.toString())
                .expect(200);
        Answer job = admin.get("/api/imports/" + run.number("/import")).expect(200);
        assertThat(job.number("/progress/created"))
                .as("%s %s %s", object.name(), lines, job.body().get("rows"))
                .isEqualTo(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Subject subject = subjects.get(i);
            assertThat(subject.of(read(subject, job.number("/rows/%d/record/id".formatted(i)))))
                    .as("%s imported from %s", subject.name(), lines.get(i + 1))
                    .isEqualTo(rows.get(i).get(subject.field().name()));
        }
    }
}
