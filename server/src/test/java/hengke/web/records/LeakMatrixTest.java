package hengke.web.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.kernel.access.FieldRight;
import hengke.kernel.merging.Merge;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import java.net.URLEncoder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a role hides or masks is found through no path that reads, for every object and field there is. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LeakMatrixTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PASSWORD = "Yuntu-2026-heng";
    /** Shorter values may be found by chance, as a part of something else. */
    private static final int TELLING = 6;

    private static RunningApplication application;
    private static ApiClient admin;
    private static Catalog catalog;
    private static SampleWorld samples;
    private static final Map<FieldRight, ApiClient> READERS = new LinkedHashMap<>();
    /** What a reader is told of all objects at once. */
    private static final Map<FieldRight, Answer> CATALOGS = new LinkedHashMap<>();

    private static final Map<FieldRight, Answer> DESCRIPTIONS = new LinkedHashMap<>();
    private static final Map<String, Long> RECORDS = new LinkedHashMap<>();
    /** A second record of objects that are looked through for duplicates, in a group with the first. */
    private static final Map<String, Long> TWINS = new LinkedHashMap<>();

    /** One object, to a reader for whom all its fields have this right. */
    record Case(ObjectDefinition object, FieldRight right) {
        @Override
        public String toString() {
            return right.wire() + " " + object.name();
        }
    }

    @BeforeAll
    static void start(@TempDir Path folder) {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        catalog = application.bean(LiveCatalog.class).current();
        samples = new SampleWorld(admin, catalog, new Random(7), folder);
        useDollars();
        for (FieldRight right : List.of(FieldRight.HIDDEN, FieldRight.MASKED)) {
            READERS.put(right, reader(right));
        }
        catalog.objects().forEach(object -> RECORDS.put(object.name(), full(object)));
        catalog.objects().stream().filter(Merge::mergeable).forEach(LeakMatrixTest::pair);
        mention();
        READERS.forEach((right, reader) -> {
            CATALOGS.put(right, reader.get("/api/catalog").expect(200));
            DESCRIPTIONS.put(right, reader.get("/api/openapi.json").expect(200));
        });
    }

    /** Both readers are spoken to in a follow-up that they may not read. */
    private static void mention() {
        String activity = "/api/records/activity/" + RECORDS.get("activity");
        JsonNode written = admin.get(activity).expect(200).body();
        ObjectNode change = JSON.createObjectNode()
                .put("version", written.path("version").asLong())
                .put("content", "@读者hidden @读者masked " + written.path("content").asString());
        admin.patch(activity, change.toString()).expect(200);
        await().until(() -> application.bean(DSLContext.class).fetchCount(DSL.table("mention")) == READERS.size());
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    static Stream<Case> cases() {
        return catalog.objects().stream()
                .flatMap(object -> READERS.keySet().stream().map(right -> new Case(object, right)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void no_answer_tells_the_value(Case one) {
        String path = "/api/records/" + one.object().name();
        long id = RECORDS.get(one.object().name());
        ApiClient reader = READERS.get(one.right());
        Map<String, String> secrets = secrets(one.object());
        Map<String, Answer> answers = new LinkedHashMap<>();
        answers.put("one", reader.get(path + "/" + id).expect(200));
        answers.put(
                "list",
                reader.post(path + "/query", "{\"count\":\"exact\",\"may\":true}")
                        .expect(200));
        answers.put("history", reader.get(path + "/" + id + "/history").expect(200));
        answers.put("timeline", reader.get(path + "/" + id + "/timeline").expect(200));
        answers.put("portrait", reader.get("/api/portraits/" + one.object().name() + "/" + id));
        String of = one.object().name() + "/" + id;
        answers.put("overview", reader.get(path + "/" + id + "/overview").expect(200));
        answers.put("relations", reader.get(path + "/" + id + "/relations"));
        answers.put("way", reader.get("/api/paths?from=%s&to=%s".formatted(of, of)));
        answers.put("pool", reader.get("/api/pools/of/" + of));
        answers.put("stages", reader.get("/api/pipelines/of/" + of));
        answers.put("tasks of stages", reader.get("/api/pipelines/of/" + of + "/tasks"));
        one.object().fields().stream()
                .filter(field -> field.type() instanceof ChoiceType)
                .forEach(field -> answers.put(
                        "board by " + field.name(),
                        reader.post(path + "/board", "{\"groupBy\":\"" + field.name() + "\",\"may\":true}")));
        answers.put("worth", reader.get("/api/worth/" + one.object().name() + "/analysis"));
        answers.put("mentions", reader.get("/api/today/mentions").expect(200));
        limited(one.object())
                .forEach(field -> answers.put(
                        "explained " + field.name(), reader.get(path + "/" + id + "/explanations/" + field.name())));
        answers.put("access", reader.get(path + "/" + id + "/access").expect(200));
        answers.put("views", reader.get("/api/views?object=" + one.object().name()));
        answers.put("catalog", CATALOGS.get(one.right()));
        answers.put("openapi", DESCRIPTIONS.get(one.right()));
        answers.put("notifications", reader.get("/api/notifications").expect(200));
        answers.put("operations", reader.get("/api/operations").expect(200));
        secrets.values().forEach(secret -> {
            answers.put("search " + secret, reader.get("/api/search?q=" + URLEncoder.encode(secret, UTF_8)));
            answers.put("find " + secret, found(reader, path, secret));
        });
        answers.put("duplicates", reader.post(path + "/duplicates", draftOf(one.object(), id)));
        if (Merge.mergeable(one.object())) {
            String centre = "/api/duplicates/" + one.object().name();
            answers.put("groups", reader.get(centre + "/groups").expect(200));
            answers.put("not the same", reader.get(centre + "/ignored").expect(200));
            answers.put(
                    "merge",
                    reader.post(
                                    centre + "/preview",
                                    "{\"ids\":[%d,%d]}"
                                            .formatted(
                                                    id, TWINS.get(one.object().name())))
                            .expect(200));
        }
        answers.put("undo", undo(reader, path, id));

        answers.forEach((what, answer) -> {
            String told = answer.response().body();
            secrets.forEach((field, secret) ->
                    assertThat(told).as(what + " tells " + field).doesNotContain(secret));
            if (one.right() == FieldRight.HIDDEN) {
                Set<String> known = what.equals("openapi") ? described(answer, one.object()) : named(answer.body());
                assertThat(known).as(what).doesNotContainAnyElementsOf(names(one.object()));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void no_question_may_speak_of_the_field(Case one) {
        ApiClient reader = READERS.get(one.right());
        JsonNode record = admin.get("/api/records/" + one.object().name() + "/"
                        + RECORDS.get(one.object().name()))
                .body();
        List<Questions.Asked> fields = limited(one.object()).stream()
                .map(field -> new Questions.Asked(field.name(), SampleWorld.wire(field, record.path(field.name()))))
                .toList();
        Map<String, List<String>> ofUnknown = new HashMap<>();
        Questions.of(catalog, one.object())
                .forEach(question -> question.parts(fields).forEach(part -> {
                    Answer answer = question.put(reader, part);
                    assertThat(answer.status())
                            .as(question + " " + part + " " + answer.body())
                            .isBetween(400, 422);
                    assertThat(codes(answer))
                            .as(question + " refuses each of " + part + ": " + answer.body())
                            .hasSize(part.size());
                    if (one.right() == FieldRight.HIDDEN) {
                        // names that nobody knows are refused alike, whatever the value, apart from none
                        String as = question + " " + part.size()
                                + part.stream().anyMatch(asked -> asked.value().isNull());
                        assertThat(codes(answer))
                                .as(question + " " + part)
                                .isEqualTo(ofUnknown.computeIfAbsent(
                                        as, _ -> codes(question.put(reader, Questions.unknown(part)))));
                    }
                }));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void nothing_can_be_written_into_the_field(Case one) {
        ApiClient reader = READERS.get(one.right());
        String path = "/api/records/" + one.object().name();
        long id = RECORDS.get(one.object().name());
        JsonNode record = admin.get(path + "/" + id).body();
        ObjectNode change =
                JSON.createObjectNode().put("version", record.path("version").asLong());
        for (Field<?> field : limited(one.object())) {
            change.set(field.name(), samples.valueOtherThan(field, SampleWorld.wire(field, record.path(field.name()))));
        }
        // what can never be written is refused before what this person may not write: each until none is left
        while (change.size() > 1) {
            Answer answer = reader.patch(path + "/" + id, change.toString());
            assertThat(answer.status()).as(answer.body().toString()).isBetween(400, 422);
            if (answer.status() == 403) {
                break;
            }
            Set<String> refused = answer.body()
                    .path("errors")
                    .valueStream()
                    .map(error -> error.path("field").asString())
                    .collect(Collectors.toSet());
            assertThat(change.propertyNames()).as(answer.body().toString()).containsAll(refused);
            assertThat(refused).as(answer.body().toString()).isNotEmpty();
            change.remove(refused);
        }
        assertThat(admin.get(path + "/" + id).body()).isEqualTo(record);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void no_file_takes_the_value_out_nor_lets_one_in(Case one) {
        ApiClient reader = READERS.get(one.right());
        String object = one.object().name();
        Answer export = reader.post("/api/exports", "{\"object\":\"" + object + "\",\"format\":\"csv\"}");
        if (export.status() == 200) {
            String job = "/api/exports/" + export.number("/id");
            await().until(() -> !reader.get(job).text("/status").equals("running"));
            String file = new String(reader.download(job + "/file"), UTF_8);
            secrets(one.object())
                    .forEach((field, secret) ->
                            assertThat(file).as("export tells " + field).doesNotContain(secret));
        }
        Set<String> known = reader.get("/api/catalog/" + object)
                .body()
                .path("fields")
                .valueStream()
                .map(field -> field.path("name").asString())
                .collect(Collectors.toSet());
        // what may be taken out is asked for at once, as each of them would be a file; what may not is refused by
        // itself
        List<String> taken = names(one.object()).stream()
                .filter(name -> export.status() == 200 && known.contains(name))
                .toList();
        if (!taken.isEmpty()) {
            exported(reader, object, taken).expect(200);
        }
        names(one.object()).stream()
                .filter(name -> !taken.contains(name))
                .forEach(name -> assertThat(
                                exported(reader, object, List.of(name)).status())
                        .as(name)
                        .isNotEqualTo(200));
        String titles = limited(one.object()).stream()
                .map(field -> field.label().chinese())
                .collect(Collectors.joining(","));
        Answer read = reader.upload(
                "/api/imports",
                "rows.csv",
                titles + "\n" + "x,".repeat(limited(one.object()).size()),
                "object",
                object,
                "preview",
                "true");
        assertThat(read.body()
                        .path("targets")
                        .valueStream()
                        .map(target -> target.path("name").asString()))
                .as(read.body().toString())
                .doesNotContainAnyElementsOf(names(one.object()));
    }

    private static Answer exported(ApiClient reader, String object, List<String> fields) {
        ObjectNode order = JSON.createObjectNode().put("object", object);
        fields.forEach(order.putArray("fields")::add);
        return reader.post("/api/exports", order.toString());
    }

    private static List<String> codes(Answer answer) {
        return answer.body()
                .path("errors")
                .valueStream()
                .map(error -> error.path("code").asString())
                .map(code -> code.replace("Near", ""))
                .toList();
    }

    private static Answer found(ApiClient reader, String path, String secret) {
        Answer answer = reader.post(
                path + "/query", JSON.createObjectNode().put("search", secret).toString());
        assertThat(answer.body().path("items").size()).as("found by " + secret).isZero();
        return answer;
    }

    /** Deletes the record and takes that back when somebody else was faster: the conflict tells nothing either. */
    private static Answer undo(ApiClient reader, String path, long id) {
        Answer deleted = reader.delete(path + "/" + id);
        if (deleted.status() != 204) {
            return deleted;
        }
        admin.post(path + "/" + id + "/restore", "{}").expect(200);
        return reader.post("/api/operations/" + deleted.operation() + "/undo", "{}");
    }

    private static String draftOf(ObjectDefinition object, long id) {
        ObjectNode draft = JSON.createObjectNode();
        JsonNode record = admin.get("/api/records/" + object.name() + "/" + id).body();
        limited(object).forEach(field -> draft.set(field.name(), SampleWorld.wire(field, record.path(field.name()))));
        return draft.toString();
    }

    /** What the schemas of the object speak of. */
    private static Set<String> described(Answer openapi, ObjectDefinition object) {
        Set<String> names = new TreeSet<>();
        for (String what : List.of("Record", "Draft", "Change", "Values")) {
            names.addAll(openapi.body()
                    .path("components")
                    .path("schemas")
                    .path(RecordSchemas.name(object, what))
                    .path("properties")
                    .propertyNames());
        }
        return names;
    }

    /** The names under which values stand in records and in changes. */
    private static Set<String> named(JsonNode answer) {
        Set<String> names = new TreeSet<>();
        if (answer.has("id") && answer.has("version")) {
            names.addAll(answer.propertyNames());
        }
        if (answer.has("from") && answer.path("field").isString()) {
            names.add(answer.path("field").asString());
        }
        answer.forEach(inside -> names.addAll(named(inside)));
        return names;
    }

    private static List<String> names(ObjectDefinition object) {
        return limited(object).stream().map(Field::name).toList();
    }

    /** The texts and numbers of a record that nobody would find elsewhere by chance. */
    private static Map<String, String> secrets(ObjectDefinition object) {
        JsonNode record = admin.get("/api/records/" + object.name() + "/" + RECORDS.get(object.name()))
                .body();
        Map<String, String> secrets = new LinkedHashMap<>();
        for (Field<?> field : limited(object)) {
            JsonNode value = record.path(field.name());
            String text = value.isObject()
                    ? value.path("amount").asString(value.path("street").asString(""))
                    : value.asString("");
            boolean ofItsOwn = !Set.of("choice", "treeChoice", "region", "date", "dateTime", "percent")
                    .contains(field.type().kind());
            if (ofItsOwn && text.length() >= TELLING) {
                secrets.put(field.name(), text);
            }
            if (value.has("base")) {
                secrets.put(
                        field.name() + " in the base currency",
                        value.path("base").asString());
            }
        }
        return secrets;
    }

    private static List<Field<?>> limited(ObjectDefinition object) {
        return object.fields().stream()
                .filter(field -> !field.traits().is(Trait.SYSTEM))
                .toList();
    }

    /** A record with a value in every field that can be written. */
    private static long full(ObjectDefinition object) {
        ObjectNode draft = JSON.createObjectNode();
        limited(object).stream()
                .filter(field -> !field.traits().is(Trait.DERIVED))
                .forEach(field -> samples.put(object, draft, field, inDollars(samples.value(field))));
        if (draft.has("visibility")) {
            draft.put("visibility", "normal"); // a private one both readers would not find at all
        }
        Answer made = admin.post("/api/records/" + object.name(), draft.toString());
        return made.status() == 201 ? made.number("/id") : samples.record(object);
    }

    private static void pair(ObjectDefinition object) {
        long twin = full(object);
        long first = RECORDS.get(object.name());
        assertThat(twin).isNotEqualTo(first);
        TWINS.put(object.name(), twin);
        application
                .bean(DSLContext.class)
                .execute(
                        """
                        with scan as (insert into duplicate_scan (object, round, shown_round, status, phase, position, total, started_by)
                                      values ({0}, 1, 1, 'done', 'groups', 0, 2, 0) returning object),
                             pair as (insert into duplicate_pair select object, 1, {1}, {2}, 0.9, {3}::jsonb from scan),
                             made as (insert into duplicate_group (object, round, score, whole)
                                      select object, 1, 0.9, true from scan returning id)
                        insert into duplicate_member select id, unnest(array[{1}, {2}]) from made""",
                        DSL.val(object.name()),
                        DSL.val(Math.min(first, twin)),
                        DSL.val(Math.max(first, twin)),
                        DSL.val("[{\"field\":\"%s\",\"weight\":0.9}]"
                                .formatted(object.title().name())));
    }

    /** Amounts of another currency tell two numbers: how much, and what it is worth. */
    private static JsonNode inDollars(JsonNode value) {
        return value instanceof ObjectNode money && money.has("amount") ? money.put("currency", "USD") : value;
    }

    private static void useDollars() {
        long version = admin.get("/api/settings").expect(200).number("/version");
        admin.patch("/api/settings", "{\"version\":%d,\"values\":{\"money.active\":[\"USD\"]}}".formatted(version))
                .expect(200);
        admin.post("/api/settings/rates", """
                {"version":%d,"currency":"USD","from":"2020-01-01","rate":"7.1234"}""".formatted(version + 1)).expect(200);
    }

    private static ApiClient reader(FieldRight right) {
        ObjectNode role = JSON.createObjectNode().put("name", right.wire());
        ArrayNode grants = role.putArray("grants");
        for (String verb : List.of("read", "create", "edit", "delete", "import", "export", "transfer")) {
            grants.addObject().put("object", "*").put("verb", verb).put("scope", "all");
        }
        ArrayNode commands = role.putArray("commands");
        catalog.objects().stream().filter(Merge::mergeable).forEach(object -> commands.add(object.name() + ".merge"));
        ArrayNode fields = role.putArray("fields");
        for (ObjectDefinition object : catalog.objects()) {
            limited(object)
                    .forEach(field -> fields.addObject()
                            .put("object", object.name())
                            .put("field", field.name())
                            .put("right", right.wire()));
        }
        long id = admin.post("/api/roles", role.toString()).expect(201).number("/id");
        String login = "reader-" + right.wire();
        admin.post(
                        "/api/users",
                        "{\"login\":\"%s\",\"name\":\"读者%s\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(login, right.wire(), PASSWORD, id))
                .expect(201);
        return new ApiClient(application).signIn(login, PASSWORD);
    }
}
