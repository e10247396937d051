package hengke.web.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.LinkType;
import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two records become one, with everything that points at them, and apart again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MergeTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient ana;
    private static long anaId;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        long role = admin.post("/api/roles", """
                {"name":"合并自己的","grants":[{"object":"*","verb":"read","scope":"all"},
                 {"object":"*","verb":"create","scope":"all"},{"object":"*","verb":"edit","scope":"own"},
                 {"object":"*","verb":"delete","scope":"own"}],
                 "fields":[{"object":"customer","field":"remarks","right":"hidden"},
                           {"object":"customer","field":"website","right":"read"}],
                 "commands":["customer.merge"]}""").expect(201).number("/id");
        anaId = admin.post(
                        "/api/users",
                        "{\"login\":\"ana\",\"name\":\"安娜\",\"password\":\"Hangzhou-2026-x\",\"roles\":[%d]}"
                                .formatted(role))
                .expect(201)
                .number("/id");
        ana = new ApiClient(application).signIn("ana", "Hangzhou-2026-x");
        admin.post("/api/catalog/objects", """
                {"name":"visit","label":{"zh":"勘查","en":"Visit"},"application":"customers",
                 "capabilities":["owned"],"fields":[
                  {"kind":"reference","name":"site","label":"现场","targets":["customer"]},
                  {"kind":"multiReference","name":"others","label":"其他现场","targets":["customer"]}]}""").expect(201);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    /** A customer with everything that can hang on one. */
    private record Whole(long id, long contact, long visit) {}

    private static Whole whole(String name, String more) {
        long customer = create("customer", "{\"name\":\"%s\"%s}".formatted(name, more));
        long contact = create(
                "contact",
                "{\"name\":\"王%d\",\"customer\":%d,\"phone\":\"138%08d\"}"
                        .formatted(customer, customer, NUMBER.incrementAndGet()));
        create("activity", "{\"content\":\"谈过\",\"about\":{\"object\":\"customer\",\"id\":%d}}".formatted(customer));
        create("address", "{\"customer\":%d,\"kind\":\"office\",\"address\":\"文三路 1 号\"}".formatted(customer));
        create(
                "share",
                "{\"user\":%d,\"right\":\"read\",\"about\":{\"object\":\"customer\",\"id\":%d}}"
                        .formatted(anaId, customer));
        create("customer", "{\"name\":\"%s下属\",\"parent\":%d}".formatted(name, customer));
        long visit = create(
                "x-visit", "{\"name\":\"%s勘查\",\"c_site\":%d,\"c_others\":[%d]}".formatted(name, customer, customer));
        return new Whole(customer, contact, visit);
    }

    @Test
    void everything_that_points_at_the_merged_record_then_points_at_the_one_that_stays() {
        Whole stays = whole("甲合并一", ",\"tags\":[\"老客户\"]");
        Whole goes = whole("甲合并二", ",\"tags\":[\"重点\"],\"phone\":\"0571-86123456\",\"lostReason\":\"price\"");
        Answer merged = merge(admin, "{\"into\":%d}".formatted(stays.id()), stays.id(), goes.id())
                .expect(200);
        assertThat(merged.text("/label")).isEqualTo("合并 客户");
        nothingPointsAtWhatIsGone();

        JsonNode kept = read("customer", stays.id());
        assertThat(kept.at("/phone").asString()).isEqualTo("0571-86123456");
        assertThat(kept.at("/tags").toString()).isEqualTo("[\"老客户\",\"重点\"]");
        assertThat(kept.at("/lostReason").isNull()).as("goes with the status").isTrue();
        assertThat(kept.at("/contactCount").asLong()).isEqualTo(2);
        assertThat(read("contact", goes.contact()).at("/customer/id").asLong()).isEqualTo(stays.id());
        assertThat(read("contact", goes.contact()).at("/primary").asBoolean()).isFalse();
        assertThat(read("contact", stays.contact()).at("/primary").asBoolean()).isTrue();
        JsonNode visit = read("x-visit", goes.visit());
        assertThat(visit.at("/c_site/id").asLong()).isEqualTo(stays.id());
        assertThat(visit.at("/c_others/0/id").asLong()).isEqualTo(stays.id());
        assertThat(children("share", "about", "{\"object\":\"customer\",\"id\":%d}".formatted(stays.id())))
                .hasSize(1);

        Answer old = admin.get("/api/records/customer/" + goes.id()).expect(404);
        assertThat(old.number("/mergedInto/id")).isEqualTo(stays.id());
        assertThat(admin.get("/api/records/customer/%d/history".formatted(stays.id()))
                        .body()
                        .at("/items")
                        .toString())
                .contains("甲合并二");

        undo(merged);
        assertThat(read("customer", goes.id()).at("/tags").toString()).isEqualTo("[\"重点\"]");
        assertThat(read("customer", goes.id()).at("/contactCount").asLong()).isEqualTo(1);
        assertThat(read("customer", stays.id()).at("/tags").toString()).isEqualTo("[\"老客户\"]");
        assertThat(read("customer", stays.id()).at("/phone").isNull()).isTrue();
        assertThat(read("contact", goes.contact()).at("/customer/id").asLong()).isEqualTo(goes.id());
        assertThat(read("contact", goes.contact()).at("/primary").asBoolean()).isTrue();
        assertThat(read("x-visit", goes.visit()).at("/c_others/0/id").asLong()).isEqualTo(goes.id());
        assertThat(children("share", "about", "{\"object\":\"customer\",\"id\":%d}".formatted(goes.id())))
                .hasSize(1);
        nothingPointsAtWhatIsGone();
    }

    @Test
    void the_name_of_the_other_may_be_kept_and_is_given_back() {
        long one = create("customer", "{\"name\":\"乙旧名\"}");
        long other = create("customer", "{\"name\":\"乙新名\"}");
        Answer merged = merge(admin, "{\"into\":%d,\"take\":{\"name\":%d}}".formatted(one, other), one, other)
                .expect(200);
        assertThat(read("customer", one).at("/name").asString()).isEqualTo("乙新名");
        undo(merged);
        assertThat(read("customer", one).at("/name").asString()).isEqualTo("乙旧名");
        assertThat(read("customer", other).at("/name").asString()).isEqualTo("乙新名");
    }

    @Test
    void what_was_changed_since_stays_and_is_told() {
        Whole stays = whole("丙合并一", "");
        Whole goes = whole("丙合并二", "");
        long third = create("customer", "{\"name\":\"丙第三家\"}");
        Answer merged = merge(admin, "{\"into\":%d}".formatted(stays.id()), stays.id(), goes.id())
                .expect(200);
        long version = read("contact", goes.contact()).at("/version").asLong();
        admin.patch(
                        "/api/records/contact/" + goes.contact(),
                        "{\"version\":%d,\"customer\":%d}".formatted(version, third))
                .expect(200);
        Answer undone = undo(merged);
        assertThat(undone.body().at("/conflicts").toString()).contains("\"contact\"", "\"customer\"");
        assertThat(read("contact", goes.contact()).at("/customer/id").asLong()).isEqualTo(third);
        assertThat(read("x-visit", goes.visit()).at("/c_site/id").asLong()).isEqualTo(goes.id());
        nothingPointsAtWhatIsGone();
    }

    @Test
    void of_two_who_merge_overlapping_records_at_once_one_is_told_to_look_again() throws Exception {
        long a = create("customer", "{\"name\":\"丁一\"}");
        long b = create("customer", "{\"name\":\"丁二\"}");
        long c = create("customer", "{\"name\":\"丁三\"}");
        try (var both = Executors.newFixedThreadPool(2)) {
            List<Callable<Integer>> merges = List.of(
                    () -> merge(admin, "{\"into\":%d}".formatted(a), a, b).status(),
                    () -> merge(admin, "{\"into\":%d}".formatted(b), b, c).status());
            List<Integer> answers = new ArrayList<>();
            for (var done : both.invokeAll(merges)) {
                answers.add(done.get());
            }
            assertThat(answers).contains(200).doesNotContain(500);
        }
        nothingPointsAtWhatIsGone();
    }

    @Test
    void an_old_number_still_means_the_survivor() {
        long a = create("customer", "{\"name\":\"戊一\"}");
        long b = create("customer", "{\"name\":\"戊二\"}");
        long c = create("customer", "{\"name\":\"戊三\"}");
        merge(admin, "{\"into\":%d}".formatted(b), a, b).expect(200);
        merge(admin, "{\"into\":%d}".formatted(c), b, c).expect(200);
        long contact = create("contact", "{\"name\":\"晚到\",\"customer\":%d}".formatted(a));
        assertThat(read("contact", contact).at("/customer/id").asLong()).isEqualTo(c);
        long visit = create("x-visit", "{\"name\":\"晚到勘查\",\"c_others\":[%d,%d]}".formatted(a, c));
        assertThat(read("x-visit", visit).at("/c_others")).hasSize(1);
        assertThat(admin.get("/api/records/customer/" + a).expect(404).number("/mergedInto/id"))
                .isEqualTo(c);
    }

    @Test
    void a_search_finds_what_was_renamed_or_merged_by_its_former_name_and_says_so() {
        long renamed = create("customer", "{\"name\":\"蓝鲸旧称科技公司\"}");
        admin.patch("/api/records/customer/" + renamed, "{\"version\":1,\"name\":\"白鲸科技公司\"}")
                .expect(200);
        assertThat(searched("蓝鲸旧称")).isEqualTo("白鲸科技公司 · 曾用名 蓝鲸旧称科技公司");
        assertThat(searched("白鲸科技")).startsWith("白鲸科技公司").doesNotContain("曾用名");
        assertThat(listed("蓝鲸旧称")).containsExactly(renamed);

        long goes = create("customer", "{\"name\":\"灰鲸并入公司\"}");
        Answer merged =
                merge(admin, "{\"into\":%d}".formatted(renamed), renamed, goes).expect(200);
        assertThat(searched("灰鲸并入")).isEqualTo("白鲸科技公司 · 曾用名 灰鲸并入公司");
        assertThat(listed("灰鲸并入")).containsExactly(renamed);
        undo(merged);
        assertThat(listed("灰鲸并入")).containsExactly(goes);
    }

    private static String searched(String text) {
        JsonNode first = admin.get("/api/search?objects=customer&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                .expect(200)
                .body()
                .at("/groups/0/items/0");
        return first.path("label").asString("") + " · " + first.path("detail").asString("");
    }

    private static List<Long> listed(String text) {
        return admin.post("/api/records/customer/query", "{\"search\":\"%s\"}".formatted(text))
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asLong())
                .toList();
    }

    @Test
    void who_may_not_edit_both_and_delete_the_one_that_goes_does_not_merge() {
        long own = create("customer", "{\"name\":\"己二\",\"owner\":%d}".formatted(anaId));
        long foreign = create("customer", "{\"name\":\"己三\"}");
        merge(ana, "{\"into\":%d}".formatted(own), own, foreign).expect(403);
        long second = create(
                "customer",
                "{\"name\":\"己四\",\"owner\":%d,\"remarks\":\"秘密\",\"website\":\"https://b.example\"}".formatted(anaId));
        merge(ana, "{\"into\":%d,\"take\":{\"website\":%d}}".formatted(own, second), own, second)
                .expect(422);
        merge(ana, "{\"into\":%d,\"take\":{\"remarks\":%d}}".formatted(own, second), own, second)
                .expect(422);
        assertThat(preview(ana, own, second).toString()).doesNotContain("秘密", "remarks");
        merge(ana, "{\"into\":%d}".formatted(own), own, second).expect(200);
        assertThat(read("customer", own).at("/remarks").asString()).isEqualTo("秘密");
        assertThat(read("customer", own).at("/website").asString()).isEqualTo("https://b.example");
    }

    @Test
    void a_preview_says_what_stays_and_what_goes_over() {
        Whole rich = whole("庚合并一", ",\"level\":\"A\"");
        long bare = create("customer", "{\"name\":\"庚合并二\",\"level\":\"B\",\"phone\":\"0571-86123457\"}");
        JsonNode preview = preview(admin, bare, rich.id());
        assertThat(preview.at("/into").asLong()).isEqualTo(rich.id());
        assertThat(preview.at("/refusal").isNull()).isTrue();
        assertThat(field(preview, "level").at("/differ").asBoolean()).isTrue();
        assertThat(field(preview, "level").at("/from").asLong()).isEqualTo(rich.id());
        assertThat(field(preview, "phone").at("/from").asLong()).isEqualTo(bare);
        assertThat(preview.at("/moves")).isEmpty();
    }

    private static JsonNode field(JsonNode preview, String name) {
        return preview.at("/fields")
                .valueStream()
                .filter(field -> field.at("/name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode preview(ApiClient who, long... ids) {
        return who.post("/api/duplicates/customer/preview", "{\"ids\":%s}".formatted(list(ids)))
                .expect(200)
                .body();
    }

    private static Answer merge(ApiClient who, String input, long... ids) {
        return who.post(
                "/api/records/customer/commands/merge", "{\"ids\":%s,\"input\":%s}".formatted(list(ids), input));
    }

    private static String list(long... ids) {
        return Arrays.toString(ids);
    }

    private static Answer undo(Answer merged) {
        return admin.post("/api/operations/%d/undo".formatted(merged.number("/id")), "{}")
                .expect(200);
    }

    private static long create(String object, String draft) {
        return admin.post("/api/records/" + object, draft).expect(201).number("/id");
    }

    private static JsonNode read(String object, long id) {
        return admin.get("/api/records/%s/%d".formatted(object, id)).expect(200).body();
    }

    private static List<JsonNode> children(String object, String field, String value) {
        return admin.post(
                        "/api/records/%s/query".formatted(object),
                        "{\"filter\":{\"field\":\"%s\",\"op\":\"eq\",\"value\":%s}}".formatted(field, value))
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .toList();
    }

    /** Over the whole catalog, whatever objects and fields there are: no living record points at a merged one. */
    private static void nothingPointsAtWhatIsGone() {
        DSLContext database = application.bean(DSLContext.class);
        Catalog catalog = application.bean(LiveCatalog.class).current();
        for (ObjectDefinition object : catalog.objects()) {
            for (Field<?> field : object.fields()) {
                for (ObjectDefinition target : targets(catalog, field)) {
                    String column = field.column();
                    String pointing = switch (field.type()) {
                        case IdListType _ -> "m.record_id = any(r.\"%s\")".formatted(column);
                        case LinkType _ ->
                            "m.record_id = r.\"%s_id\" and r.\"%s_object\" = m.object".formatted(column, column);
                        default -> "m.record_id = r.\"%s\"".formatted(column);
                    };
                    assertThat(database.fetchValue(
                                    "select count(*) from {0} r join merged_record m on m.object = {1} and " + pointing
                                            + " where r.deleted_at is null",
                                    table(name(object.table())),
                                    DSL.val(target.name())))
                            .as("%s.%s", object.name(), field.name())
                            .isEqualTo(0L);
                }
            }
        }
    }

    private static List<ObjectDefinition> targets(Catalog catalog, Field<?> field) {
        return switch (field.type()) {
            case IdType(IdType.Records(String object)) -> List.of(catalog.object(object));
            case IdListType(IdListType.Records(String object)) -> List.of(catalog.object(object));
            case LinkType _ -> catalog.targets(field);
            default -> List.of();
        };
    }
}
