package hengke.capability.prediction;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.learning.Case;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How likely leads and opportunities end well is learnt from those that have ended. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PredictionTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final int MANY = 1_600;

    private static RunningApplication application;
    private static DSLContext database;
    private static ApiClient admin;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        database = application.database().dsl();
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        // of referrals two of three are converted, of others one of five, whoever has an address more often
        database.execute("""
                insert into lead (name, source, email, company, title, status, converted_at, version,
                    created_at, created_by, updated_at, updated_by)
                select 'Lead ' || n, source, email, case when n % 5 = 0 then 'Co' end, case when n % 7 < 3 then 'Boss' end,
                    case when good then 'converted' else 'invalid' end,
                    case when good then began + interval '20 days' end, 1, began, 0, began, 0
                from (
                    select n, source, email, began,
                        (n * 7919 % 100) < case when source = 'referral' then 62 else 15 end
                            + case when email is null then 0 else 15 end as good
                    from (
                        select n, case when n % 3 = 0 then 'referral' when n % 3 = 1 then 'website' end as source,
                            case when n % 2 = 0 then n || '@example.com' end as email,
                            now() - interval '300 days' + n * interval '4 hours' as began
                        from generate_series(1, ?) n) made) judged
                """, MANY);
        learn("lead");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    private static ObjectDefinition object(String name) {
        return application.bean(LiveCatalog.class).current().object(name);
    }

    private static void learn(String name) {
        application.bean(Training.class).run(object(name), 0);
        application.bean(Predictions.class).run(object(name));
    }

    private static JsonNode card(String object) {
        return admin.get("/api/predictions/" + object).expect(200).body();
    }

    private static long lead(String values) {
        return admin.post("/api/records/lead", "{\"name\":\"新线索\"," + values + "}")
                .expect(201)
                .number("/id");
    }

    private static double percent(String object, long id) {
        return Double.parseDouble(admin.get("/api/records/" + object + "/" + id)
                .expect(200)
                .body()
                .path("predictedProbability")
                .asString("-1"));
    }

    @Test
    void a_model_is_measured_on_later_records_and_says_what_it_is_worth() {
        JsonNode card = card("lead");
        assertThat(card.path("by").asString()).isEqualTo("model");
        assertThat(card.path("refusal").isNull()).isTrue();
        JsonNode model = card.path("model");
        assertThat(model.at("/metrics/records").asInt())
                // other tests here end one lead more
                .isBetween(MANY / 4, MANY / 4 + 1);
        assertThat(model.at("/metrics/auc").asDouble()).isBetween(0.65, 0.9);
        assertThat(model.at("/metrics/aucLow").asDouble())
                .isLessThan(model.at("/metrics/auc").asDouble());
        assertThat(model.at("/metrics/skill").asDouble()).isGreaterThan(0.05);
        assertThat(model.at("/metrics/bins").size()).isEqualTo(10);
        assertThat(model.path("worth").asString()).isEqualTo("clear");
        assertThat(model.path("features")
                        .valueStream()
                        .map(each -> each.path("clue").asString()))
                .contains("source", "email")
                .doesNotContain("convertedAt", "status", "heat", "invalidReason", "predictedProbability")
                // these were entered as ended: only those converted would have an age
                .doesNotContain("_age", "_followUps");
    }

    @Test
    void a_lead_is_foretold_within_the_save_and_says_why() {
        long referred = lead("\"source\":\"referral\",\"email\":\"a@example.com\"");
        long other = lead("\"source\":\"website\"");
        assertThat(percent("lead", referred)).isGreaterThan(55);
        assertThat(percent("lead", other)).isBetween(1.0, 40.0);
        JsonNode why = admin.get("/api/records/lead/" + referred + "/explanations/predictedProbability")
                .expect(200)
                .body();
        assertThat(why.toString()).contains("来源").contains("邮箱").contains("其余因素合计");
        assertThat(why.path("lines").size()).isEqualTo(4);

        admin.patch("/api/records/lead/" + other, "{\"source\":\"referral\",\"email\":\"b@example.com\",\"version\":1}")
                .expect(200);
        assertThat(percent("lead", other)).isEqualTo(percent("lead", referred));
        admin.patch("/api/records/lead/" + other, "{\"status\":\"invalid\",\"invalidReason\":\"noNeed\",\"version\":2}")
                .expect(200);
        assertThat(percent("lead", other)).isEqualTo(-1);
    }

    @Test
    void who_may_not_read_a_field_is_not_told_of_it() {
        long role = admin.post("/api/roles", """
                        {"name":"外部","grants":[{"object":"lead","verb":"read","scope":"all"}],
                         "fields":[{"object":"lead","field":"source","right":"hidden"}]}""").expect(201).number("/id");
        admin.post(
                        "/api/users",
                        "{\"login\":\"eve\",\"name\":\"Eve\",\"password\":\"%s\",\"roles\":[%d]}"
                                .formatted(PASSWORD, role))
                .expect(201);
        long id = lead("\"source\":\"referral\"");
        String told = new ApiClient(application)
                .signIn("eve", PASSWORD)
                .get("/api/records/lead/" + id + "/explanations/predictedProbability")
                .expect(200)
                .body()
                .toString();
        assertThat(told).doesNotContain("来源").doesNotContain("转介绍").contains("其余因素合计");
    }

    @Test
    void a_new_model_that_is_no_better_does_not_come_into_use() {
        long inUse = card("lead").at("/model/id").asLong();
        learn("lead");
        JsonNode card = card("lead");
        assertThat(card.at("/model/id").asLong()).isEqualTo(inUse);
        assertThat(card.at("/versions/0/decision").asString()).isEqualTo("kept_earlier");
        assertThat(card.at("/versions/0/inUse").asBoolean()).isFalse();
    }

    @Test
    void what_administrators_leave_out_is_not_looked_at() {
        long version = card("lead").path("version").asLong();
        admin.send("PUT", "/api/predictions/lead", "{\"leftOut\":[\"nonsense\"],\"version\":" + version + "}")
                .expect(422);
        leaveOut("\"email\"");
        learn("lead");
        JsonNode card = card("lead");
        assertThat(card.at("/model/features")
                        .valueStream()
                        .map(each -> each.path("clue").asString()))
                .contains("source")
                .doesNotContain("email");
        leaveOut("");
        learn("lead");
    }

    @Test
    void of_those_who_learn_at_once_one_changes_the_model() {
        leaveOut("\"email\"");
        learn("lead");
        long before = card("lead").at("/model/id").asLong();
        leaveOut("");
        Stream.generate(() -> CompletableFuture.runAsync(() -> learn("lead")))
                .limit(3)
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(database.fetch(
                                "select decision from prediction_model where object = 'lead' and id > ? order by id",
                                before)
                        .getValues(0, String.class))
                .hasSizeGreaterThanOrEqualTo(3)
                .containsOnlyOnce("served");
    }

    private static void leaveOut(String clues) {
        long version = card("lead").path("version").asLong();
        admin.send("PUT", "/api/predictions/lead", "{\"leftOut\":[%s],\"version\":%d}".formatted(clues, version))
                .expect(200);
    }

    @Test
    void too_few_opportunities_leave_the_experience_with_stages() {
        learn("opportunity");
        JsonNode card = card("opportunity");
        assertThat(card.path("by").asString()).isEqualTo("stages");
        assertThat(card.at("/refusal/missing").asInt()).isBetween(195, 200);
        long customer = admin.post("/api/records/customer", "{\"name\":\"预测测试公司\"}")
                .expect(201)
                .number("/id");
        long fresh = opportunity(customer, 1_000);
        assertThat(percent("opportunity", fresh)).isEqualTo(10);
        // 30 of 40 that came to the first stage were won; ten percent as of twenty were thought of before
        database.execute("""
                with made as (
                    insert into opportunity (name, customer, pipeline, stage, outcome, closed_at, version,
                        created_at, created_by, updated_at, updated_by)
                    select 'Deal ' || n, ?, 'standard', e, e, now(), 1, now(), 0, now(), 0
                    from generate_series(1, 40) n, lateral (select case when n <= 30 then 'won' else 'lost' end) x (e)
                    returning id)
                insert into stage_step (object, record_id, at, pipeline, to_stage, actor, operation)
                select 'opportunity', id, now(), 'standard', 'contact', 0, 0 from made""", customer);
        learn("opportunity");
        assertThat(percent("opportunity", fresh)).isEqualTo(53.3);
        String why = admin.get("/api/records/opportunity/" + fresh + "/explanations/predictedProbability")
                .expect(200)
                .body()
                .toString();
        assertThat(why).contains("阶段经验").contains("30 / 40");
    }

    @Test
    void of_what_has_ended_only_what_was_known_before_counts() {
        long customer = admin.post("/api/records/customer", "{\"name\":\"回看测试公司\"}")
                .expect(201)
                .number("/id");
        long id = opportunity(customer, 1_234);
        long rival = admin.post("/api/records/competitor", "{\"name\":\"对手\"}")
                .expect(201)
                .number("/id");
        admin.patch("/api/records/opportunity/" + id, """
                        {"stage":"lost","amount":{"amount":"987654"},"lossReason":"price","competitor":%d,
                         "review":"太贵","nextStep":"无","version":1}""".formatted(rival)).expect(200);
        List<Clue> clues = application.bean(Evidence.class).of(object("opportunity"));
        List<Map<String, Object>> known =
                application.bean(Past.class).examples(database, object("opportunity"), clues).stream()
                        .map(Past.Example::known)
                        .map(Case::known)
                        .toList();
        assertThat(known).anySatisfy(each -> {
            assertThat(each.getOrDefault("amount", 0).toString()).startsWith("1234");
            assertThat(each).containsEntry("_stage", "contact").doesNotContainKeys("nextStep", "lossReason");
        });
        assertThat(known)
                .noneSatisfy(each ->
                        assertThat(each.getOrDefault("amount", 0).toString()).startsWith("987654"));
    }

    private static long opportunity(long customer, int amount) {
        return admin.post("/api/records/opportunity", """
                        {"name":"预测商机","customer":%d,"amount":{"amount":"%d"}}""".formatted(customer, amount))
                .expect(201)
                .number("/id");
    }
}
