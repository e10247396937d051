package hengke.capability.score;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScoreRulesTest {
    private static final String CODE = "\"creditCode\":\"914403001922038216\"";

    private static ScoreWorld world;
    private static DSLContext database;
    private static ApiClient ana;

    @BeforeAll
    static void start() {
        world = new ScoreWorld();
        database = world.application.database().dsl();
        ana = world.person("ana", "{\"object\":\"customer\",\"field\":\"creditCode\",\"right\":\"hidden\"}");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void rules() {
        world.score("\"keepsEarlier\":true," + ScoreWorld.RULES);
    }

    private static void person(long customer, String values) {
        world.admin
                .post("/api/records/contact", "{\"customer\":%d,\"name\":\"王芳\"%s}".formatted(customer, values))
                .expect(201);
    }

    @Test
    void a_new_record_is_scored_within_its_save() {
        Answer made = world.admin
                .post("/api/records/customer", "{\"name\":\"精工机械\",\"industry\":\"manufacturing\"}")
                .expect(201);
        assertThat(made.number("/score")).isEqualTo(30);
        assertThat(made.text("/level")).isEqualTo("B");
        assertThat(world.standing(made.number("/id"))).isEqualTo("30 B rule");
        Answer changed = world.change(world.admin, made.number("/id"), "\"industry\":\"retail\"")
                .expect(200);
        assertThat(changed.text("/level")).isEqualTo("C");
        assertThat(changed.number("/version")).isEqualTo(2);
    }

    @Test
    void what_the_rules_change_is_told_as_the_products_doing() {
        long id = world.customer("\"industry\":\"manufacturing\"");
        world.change(world.admin, id, "\"industry\":\"retail\"").expect(200);
        JsonNode newest = world.admin
                .get("/api/records/customer/" + id + "/history")
                .expect(200)
                .body()
                .at("/items/0");
        assertThat(newest.toString()).contains("level", "\"score\"").doesNotContain("industry");
        assertThat(newest.at("/actor/id").asLong()).isZero();
    }

    @Test
    void a_level_set_by_hand_stays_until_it_is_given_back() {
        long id = world.customer(ana, "\"industry\":\"retail\"");
        world.change(ana, id, "\"level\":\"A\"").expect(200);
        JsonNode seen = world.seen(id);
        assertThat(world.standing(id)).isEqualTo("0 A hand");
        assertThat(seen.at("/levelSetBy/label").asString()).isEqualTo("ana");
        assertThat(seen.get("levelSetAt").asString()).isNotEmpty();

        world.change(ana, id, "\"industry\":\"manufacturing\"").expect(200);
        world.rescore().run();
        assertThat(world.standing(id)).isEqualTo("30 A hand");

        ana.post("/api/records/customer/" + id + "/commands/automaticLevel", "{}")
                .expect(200);
        assertThat(world.standing(id)).isEqualTo("30 B rule");
        assertThat(world.seen(id).get("levelSetBy").isNull()).isTrue();

        world.change(ana, id, "\"level\":\"D\"").expect(200);
        world.change(ana, id, "\"level\":null").expect(200);
        assertThat(world.standing(id)).isEqualTo("30 B rule");
    }

    @Test
    void whoever_may_not_edit_gives_nothing_back() {
        long id = world.customer("\"level\":\"A\"");
        assertThat(world.standing(id)).isEqualTo("0 A hand");
        assertThat(ana.post("/api/records/customer/" + id + "/commands/automaticLevel", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(world.standing(id)).isEqualTo("0 A hand");
    }

    @Test
    void nobody_writes_a_score_or_says_who_has_set_the_level() {
        long id = world.customer("");
        for (String value : new String[] {"\"score\":99", "\"levelBy\":\"hand\"", "\"levelSetBy\":1"}) {
            assertThat(world.change(world.admin, id, value).status()).isEqualTo(422);
        }
    }

    @Test
    void a_bulk_edit_pins_and_its_undo_gives_back() {
        long one = world.customer("\"industry\":\"manufacturing\"");
        long other = world.customer("");
        Answer bulk = world.admin.post("/api/records/customer/bulk", """
                        {"ids":[%d,%d],"change":{"level":"D"}}""".formatted(one, other));
        assertThat(bulk.status()).as("%s", bulk.body()).isBetween(200, 202);
        ScoreWorld.within(() -> world.standing(other).equals("0 D hand"));
        assertThat(world.standing(one)).isEqualTo("30 D hand");
        world.admin.post("/api/operations/" + bulk.operation() + "/undo", "{}").expect(200);
        assertThat(world.standing(one)).isEqualTo("30 B rule");
        assertThat(world.standing(other)).isEqualTo("0 C rule");
        assertThat(world.seen(other).get("levelSetAt").isNull()).isTrue();
    }

    @Test
    void undoing_a_change_takes_its_level_back() {
        long id = world.customer("\"industry\":\"manufacturing\"");
        Answer changed =
                world.change(world.admin, id, "\"industry\":\"retail\"").expect(200);
        assertThat(world.standing(id)).isEqualTo("0 C rule");
        Answer undone = world.admin
                .post("/api/operations/" + changed.operation() + "/undo", "{}")
                .expect(200);
        assertThat(undone.body().toString()).doesNotContain("\"message\":\"");
        assertThat(world.standing(id)).isEqualTo("30 B rule");
    }

    @Test
    void a_change_of_a_child_is_followed() {
        long id = world.customer("\"industry\":\"manufacturing\"");
        long other = world.customer("");
        long contact = world.admin
                .post("/api/records/contact", "{\"customer\":%d,\"name\":\"王芳\"}".formatted(id))
                .expect(201)
                .number("/id");
        world.eventually(id, "50 B rule");
        world.admin
                .patch("/api/records/contact/" + contact, "{\"customer\":%d,\"version\":1}".formatted(other))
                .expect(200);
        world.eventually(other, "20 C rule");
        world.eventually(id, "30 B rule");
        world.admin.delete("/api/records/contact/" + contact).expect(204);
        world.eventually(other, "0 C rule");
    }

    @Test
    void a_change_of_the_record_above_is_followed() {
        long above = world.customer("\"employees\":500");
        long id = world.customer("\"parent\":" + above + ",\"parentKind\":\"branch\"");
        assertThat(world.standing(id)).isEqualTo("0 C rule");
        world.change(world.admin, above, "\"employees\":5000").expect(200);
        world.eventually(id, "35 B rule");
    }

    @Test
    void a_group_counts_up_to_its_cap() {
        long id = world.customer(
                "\"nextContactAt\":\"" + Instant.now().plus(3, ChronoUnit.DAYS) + "\",\"industry\":\"manufacturing\"");
        assertThat(world.standing(id)).isEqualTo("55 B rule");
        person(id, "");
        world.eventually(id, "60 A rule");
    }

    @Test
    void the_night_brings_what_the_calendar_changes() {
        long id = world.customer("\"nextContactAt\":\"" + Instant.now().plus(3, ChronoUnit.DAYS)
                + "\",\"industry\":\"manufacturing\"," + CODE);
        assertThat(world.standing(id)).isEqualTo("70 A rule");
        database.execute("update customer set next_contact_at = now() - interval '1 day' where id = ?", id);
        world.rescore().run();
        assertThat(world.standing(id)).isEqualTo("70 A rule");
        database.execute("update scoring_state set goal = 'yesterday'");
        world.rescore().run();
        assertThat(world.standing(id)).isEqualTo("45 B rule");
        JsonNode newest = world.admin
                .get("/api/records/customer/" + id + "/history")
                .expect(200)
                .body()
                .at("/items/0");
        assertThat(newest.at("/actor/id").asLong()).isZero();
        assertThat(newest.toString()).contains("\"level\"", "\"score\"");
    }

    @Test
    void levels_given_before_there_were_rules_stay_or_go_as_the_company_decides() {
        world.rules("\"active\":false").expect(200);
        long given = world.customer("\"level\":\"A\"");
        assertThat(world.standing(given)).isEqualTo("- A -");
        world.score("\"keepsEarlier\":true");
        assertThat(world.standing(given)).isEqualTo("0 A hand");

        world.rules("\"active\":false").expect(200);
        long replaced = world.customer("\"level\":\"A\"");
        world.score("\"keepsEarlier\":false");
        assertThat(world.standing(replaced)).isEqualTo("0 C rule");
        assertThat(world.standing(given)).isEqualTo("0 A hand");
    }

    @Test
    void without_rules_no_score_is_left_and_levels_are_by_hand_again() {
        long id = world.customer("\"industry\":\"manufacturing\"");
        world.rules("\"active\":false").expect(200);
        world.rescore().run();
        assertThat(world.standing(id)).isEqualTo("- B rule");
        world.change(world.admin, id, "\"level\":\"A\"").expect(200);
        assertThat(world.standing(id)).isEqualTo("- A hand");
    }

    @Test
    void the_preview_tells_what_would_change_and_changes_nothing() {
        long id = world.customer("\"industry\":\"retail\"");
        Answer preview = world.admin.post("/api/scoring/customer/preview", """
                        {"rules":[{"name":"零售","filter":{"field":"industry","op":"under","value":"retail"},"points":80}]}""").expect(200);
        JsonNode example = preview.body()
                .get("examples")
                .valueStream()
                .filter(each -> each.get("id").asLong() == id)
                .findFirst()
                .orElseThrow();
        assertThat(example.at("/was").asString()).isEqualTo("C");
        assertThat(example.at("/level").asString()).isEqualTo("A");
        assertThat(example.at("/reasons/0/name").asString()).isEqualTo("零售");
        assertThat(preview.number("/changing")).isPositive();
        assertThat(world.standing(id)).isEqualTo("0 C rule");
    }

    @Test
    void the_reasons_are_told_and_what_is_missing() {
        long id = world.customer("\"industry\":\"manufacturing\"," + CODE);
        String path = "/api/records/customer/" + id + "/explanations/level";
        String all = world.admin.get(path).expect(200).body().toString();
        assertThat(all).contains("制造业", "有信用代码", "共 45 分", "距“A 级”还差 15 分", "尚未满足：有联系人");
        String hers = ana.get(path).expect(200).body().toString();
        assertThat(hers).contains("制造业", "其他原因", "\"15\"").doesNotContain("信用代码");
        assertThat(ana.get("/api/records/customer/" + world.customer("") + "/explanations/score")
                        .expect(200)
                        .body()
                        .toString())
                .doesNotContain("信用代码", "其他原因");
    }

    @Test
    void a_rule_that_makes_no_sense_any_more_stops_them_all_and_administrators_hear_of_it() {
        Answer ground =
                world.admin.post("/api/catalog/customer/fields/ground", """
                        {"kind":"choice","label":"等级依据","options":["合同","口头"]}""").expect(201);
        String field = ground.text("/name");
        world.score("""
                "rules":[{"name":"有依据","filter":{"field":"%1$s","op":"notEmpty"},"points":70},
                 {"name":"只是口头","filter":{"field":"%1$s","op":"eq","value":"%2$s"},"points":-10},
                 {"name":"制造业","filter":{"field":"industry","op":"under","value":"manufacturing"},"points":30}]""".formatted(field, ground.text("/options/1/value")));
        long id = world.customer("\"%s\":\"%s\"".formatted(field, ground.text("/options/0/value")));
        assertThat(world.standing(id)).isEqualTo("70 A rule");
        world.admin
                .patch("/api/catalog/customer/fields/" + field, "{\"options\":[\"合同\"]}")
                .expect(200);
        world.rescore().run();
        world.change(world.admin, id, "\"industry\":\"manufacturing\"").expect(200);
        assertThat(world.standing(id)).isEqualTo("70 A rule");
        assertThat(world.admin
                        .get("/api/scoring/customer")
                        .body()
                        .at("/faults/0/field")
                        .asString())
                .isEqualTo("rules[1].filter");
        ScoreWorld.within(
                () -> world.admin.get("/api/notifications").body().toString().contains("评分规则失效"));
        assertThat(world.admin.get("/api/notifications").body().toString()).contains("评分规则失效");
    }

    @Test
    void rules_that_make_no_sense_are_refused_at_their_place() {
        assertThat(world.rules("""
                        "rules":[{"name":"甲","filter":{"field":"level","op":"eq","value":"A"},"points":1},
                         {"name":"甲","filter":{"field":"nope","op":"eq","value":"A"},"points":1,"group":"无"}],
                        "bands":[{"from":1,"level":"Z"}]""").expect(422).body().findValuesAsString("field"))
                .contains("rules[0].filter", "rules[1].filter", "rules[1].name", "rules[1].group", "bands[0].level");
        assertThat(ana.get("/api/scoring/customer").status()).isEqualTo(403);
    }

    @Test
    void what_is_imported_is_scored_and_a_level_in_the_file_is_pinned() {
        world.admin
                .upload("/api/imports", "客户.csv", "客户名称,行业,等级\n导入评级一号,制造业,\n导入评级二号,制造业,A 级\n", "object", "customer")
                .expect(200);
        assertThat(standingOf("导入评级一号")).isEqualTo("30 B rule");
        assertThat(standingOf("导入评级二号")).isEqualTo("30 A hand");
    }

    private static String standingOf(String name) {
        return world.standing(world.admin
                .post(
                        "/api/records/customer/query",
                        "{\"filter\":{\"field\":\"name\",\"op\":\"eq\",\"value\":\"%s\"}}".formatted(name))
                .expect(200)
                .number("/items/0/id"));
    }

    @Test
    void points_become_fewer_with_every_day_since_and_are_capped_as_they_are() {
        String visited = world.admin
                .post("/api/catalog/customer/fields/visited", "{\"kind\":\"date\",\"label\":\"来访日\"}")
                .expect(201)
                .text("/name");
        String rule = """
                {"name":"来访过","filter":{"field":"name","op":"notEmpty"},"points":%d,"group":%s,
                 "decay":{"since":"%s","halfLife":30}}""";
        String rules = "\"rules\":[" + rule.formatted(20, "null", visited) + "],\"groups\":[],"
                + "\"bands\":[{\"from\":8,\"level\":\"A\"}]";
        world.score(rules);
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        String on = "\"" + visited + "\":\"%s\"";
        long today20 = world.customer(on.formatted(today));
        long later = world.customer(on.formatted(today.plusDays(9)));
        long month = world.customer(on.formatted(today.minusDays(30)));
        long forty = world.customer(on.formatted(today.minusDays(40)));
        long never = world.customer("");
        assertThat(world.standing(today20)).isEqualTo("20 A rule");
        assertThat(world.standing(later)).isEqualTo("20 A rule");
        assertThat(world.standing(month)).isEqualTo("10 A rule");
        assertThat(world.standing(forty)).isEqualTo("8 A rule");
        assertThat(world.standing(never)).isEqualTo("0 - rule");
        assertThat(world.admin
                        .get("/api/records/customer/" + forty + "/explanations/score")
                        .expect(200)
                        .body()
                        .toString())
                .contains("来访过", "\"8\"", "衰减自 20 分（半衰期 30 天）");
        assertThat(world.admin
                        .post("/api/scoring/customer/preview", "{" + rules.replace(":8,", ":9,") + "}")
                        .expect(200)
                        .body()
                        .toString())
                .contains("\"points\":8,\"atFirst\":20");

        database.execute("update customer set " + visited + " = " + visited + " - 10 where id = ?", forty);
        database.execute("update scoring_state set goal = 'yesterday'");
        world.rescore().run();
        assertThat(world.standing(forty)).isEqualTo("6 - rule");

        world.score("\"rules\":[" + rule.formatted(100, "\"互动\"", visited)
                + "],\"groups\":[{\"name\":\"互动\",\"cap\":30}],\"bands\":[]");
        world.eventually(month, "30 A rule");
        assertThat(world.rules("\"rules\":[" + rule.formatted(20, "null", "industry") + "]")
                        .expect(422)
                        .body()
                        .findValuesAsString("field"))
                .contains("rules[0].decay");
    }

    @Test
    void leads_are_hot_warm_or_cold_by_rule() {
        world.admin.send("PUT", "/api/scoring/lead", """
                        {"version":0,"active":true,"rules":[{"name":"有邮箱","points":40,
                          "filter":{"field":"email","op":"notEmpty"}}],
                         "bands":[{"from":60,"level":"hot"},{"from":30,"level":"warm"},{"from":0,"level":"cold"}]}""").expect(200);
        Answer lead = world.admin
                .post("/api/records/lead", "{\"name\":\"温线索\",\"email\":\"warm@lead.example\"}")
                .expect(201);
        assertThat(lead.text("/heat")).isEqualTo("warm");
        assertThat(lead.number("/score")).isEqualTo(40);
    }

    @Test
    void an_upsert_that_says_the_level_pins_it() {
        String body = "{\"key\":[\"code\"],\"records\":[{\"code\":\"ERP-7\",\"name\":\"上游系统\"%s}]}";
        long id = world.admin
                .post("/api/records/customer/upsert", body.formatted(""))
                .expect(200)
                .number("/items/0/id");
        assertThat(world.standing(id)).isEqualTo("0 C rule");
        world.admin
                .post("/api/records/customer/upsert", body.formatted(",\"level\":\"A\""))
                .expect(200);
        assertThat(world.standing(id)).isEqualTo("0 A hand");
    }
}
