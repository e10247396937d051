package hengke.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.capability.pool.RecyclePools;
import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What leads and opportunities make of a customer. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CustomersDealsTest {
    private static final String PASSWORD = "Yuntu-2026-heng";

    private static RunningApplication application;
    private static ApiClient admin;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_customer_goes_from_lead_to_opportunity_to_deals() {
        long lead = made("lead", "\"name\":\"李明\",\"company\":\"苏州云杉电子有限公司\"");
        application
                .database()
                .dsl()
                .execute("update lead set created_at = created_at - interval '12 days' where id = ?", lead);
        ApiClient.Answer conversion = admin.post(
                        "/api/records/lead/" + lead + "/commands/convert", "{\"withOpportunity\":false}")
                .expect(200);
        long customer = conversion.body().at("/convertedCustomer/id").asLong();
        comes(customer, "leadOn", today().minusDays(12).toString());
        assertThat(seen(customer).path("lifeStage").asString()).isEqualTo("customer");

        long first = opportunity(customer, "\"amount\":\"500\"");
        comes(customer, "lifeStage", "opportunity");
        JsonNode told = admin.get("/api/records/customer/" + customer + "/explanations/lifeStage")
                .expect(200)
                .body();
        assertThat(told.findValuesAsString("text")).contains("成为线索", "成为客户", "首个商机");
        assertThat(told.at("/lines/0/records/object").asString()).isEqualTo("lead");
        assertThat(found(told.at("/lines/0/records"))).isEqualTo(1);
        assertThat(told.at("/lines/2/records/object").asString()).isEqualTo("opportunity");

        change("opportunity", first, "\"stage\":\"won\"");
        comes(customer, "lifeStage", "deal");
        opportunity(customer, "\"amount\":\"300\",\"stage\":\"won\"");
        comes(customer, "lifeStage", "repeat");
        assertThat(seen(customer).path("loyalty").asString()).isEqualTo("returning");
        assertThat(seen(customer).at("/dealAmount/amount").asString()).startsWith("800");

        long alone = customer("没有线索的公司", "");
        opportunity(alone, "");
        comes(alone, "lifeStage", "opportunity");
        assertThat(seen(alone).path("leadOn").isNull()).isTrue();
        JsonNode steps =
                admin.get("/api/worth/customer/analysis").expect(200).body().at("/life/steps");
        assertThat(steps.findValuesAsString("step"))
                .containsExactly("lead", "customer", "opportunity", "deal", "repeat");
        assertThat(steps.at("/1/continued").isNull()).isTrue();
        assertThat(steps.at("/3/continued").asLong())
                .isEqualTo(steps.at("/3/customers").asLong());
    }

    @Test
    void a_lead_that_joins_a_customer_is_not_how_that_one_came_and_what_goes_away_is_told_no_more() {
        long customer = customer("先有客户有限公司", "");
        long lead = made("lead", "\"name\":\"王芳\",\"company\":\"先有客户\"");
        admin.post(
                        "/api/records/lead/" + lead + "/commands/convert",
                        "{\"customer\":%d,\"withOpportunity\":true}".formatted(customer))
                .expect(200);
        comes(customer, "lifeStage", "opportunity");
        assertThat(seen(customer).path("leadOn").isNull()).isTrue();
        long opportunity = admin.get("/api/records/lead/" + lead)
                .body()
                .at("/convertedOpportunity/id")
                .asLong();
        admin.delete("/api/records/opportunity/" + opportunity).expect(204);
        comes(customer, "lifeStage", "customer");
    }

    @Test
    void who_may_not_read_leads_reads_how_far_a_customer_is_but_not_since_when_it_was_a_lead() {
        long role = admin.post("/api/roles", """
                        {"name":"客服","grants":[{"object":"customer","verb":"read","scope":"all"},
                         {"object":"opportunity","verb":"read","scope":"all"}]}""").expect(201).number("/id");
        admin.post("/api/users", """
                        {"login":"service","name":"客服","password":"%s","roles":[%d]}""".formatted(PASSWORD, role)).expect(201);
        long customer = customer("客服看的公司", "");
        ApiClient service = new ApiClient(application).signIn("service", PASSWORD);
        JsonNode seen =
                service.get("/api/records/customer/" + customer).expect(200).body();
        assertThat(seen.propertyNames()).contains("lifeStage", "opportunityOn").doesNotContain("leadOn");
        assertThat(service.get("/api/worth/customer/analysis")
                        .expect(200)
                        .body()
                        .at("/life/steps")
                        .findValuesAsString("step"))
                .doesNotContain("lead")
                .contains("opportunity");
    }

    @Test
    void the_head_of_a_customer_tells_what_is_under_way_and_what_was_won_each_opening_to_its_records() {
        long customer = customer("页首有限公司", "");
        opportunity(customer, "\"amount\":\"120\"");
        opportunity(customer, "\"amount\":\"80.5\"");
        opportunity(customer, "\"amount\":\"900\",\"stage\":\"won\"");
        JsonNode open = figure(admin, customer, "openAmount");
        assertThat(open.at("/value/amount").asString()).isEqualTo("200.50");
        assertThat(found(open.path("records"))).isEqualTo(2);
        JsonNode won = figure(admin, customer, "wonAmount");
        assertThat(won.at("/value/amount").asString()).isEqualTo("900.00");
        assertThat(found(won.path("records"))).isEqualTo(1);
        JsonNode last = figure(admin, customer, "lastDeal");
        assertThat(last.path("value").asString()).isEqualTo(today().toString());
        assertThat(found(last.path("records"))).isEqualTo(1);
        assertThat(figure(admin, customer, "formerLeads").isMissingNode()).isTrue();

        long role = admin.post("/api/roles", """
                        {"name":"不看商机","grants":[{"object":"customer","verb":"read","scope":"all"}]}""").expect(201).number("/id");
        admin.post("/api/users", """
                        {"login":"newcomer","name":"新人","password":"%s","roles":[%d]}""".formatted(PASSWORD, role)).expect(201);
        ApiClient newcomer = new ApiClient(application).signIn("newcomer", PASSWORD);
        assertThat(figure(newcomer, customer, "openAmount").isMissingNode()).isTrue();
        assertThat(figure(newcomer, customer, "wonAmount").isMissingNode()).isTrue();
    }

    @Test
    void a_customer_with_an_open_opportunity_or_contract_is_not_taken_back_and_the_preview_says_so() {
        long pool = admin.post("/api/pools", """
                        {"name":"公海","object":"customer","recycle":[{"since":"claim","days":5},{"since":"deal","days":90}]}""").expect(201).number("/id");
        long me = admin.get("/api/session").number("/user/id");
        String mine = ",\"pool\":%d,\"owner\":%d".formatted(pool, me);
        long idle = customer("无人问津有限公司", mine);
        long busy = customer("正在谈有限公司", mine);
        long opportunity = opportunity(busy, "");
        long bound = customer("已签约有限公司", mine);
        made(
                "contract",
                "\"name\":\"年度服务\",\"customer\":%d,\"amount\":\"100\",\"status\":\"active\",\"signedOn\":\"%s\""
                        .formatted(bound, today()));
        await().until(() -> seen(bound).path("returnsAt").isNull());
        assertThat(admin.get("/api/pools/of/customer/" + bound).text("/keptBy")).isEqualTo("有执行中的合同");
        assertThat(figure(admin, bound, "contractsInForce").path("value").asInt())
                .isOne();
        await().until(() -> seen(busy).path("returnsAt").isNull());
        assertThat(admin.get("/api/pools/of/customer/" + busy).text("/keptBy")).isEqualTo("有进行中的商机");
        assertThat(seen(idle).path("returnsAt").isNull()).isFalse();
        application
                .database()
                .dsl()
                .execute(
                        "update customer set claimed_at = claimed_at - interval '9 days' where id in (?, ?)",
                        idle,
                        busy);

        JsonNode preview = admin.post("/api/pools/preview", "{\"id\":%d}".formatted(pool))
                .expect(200)
                .body();
        assertThat(preview.path("records").asInt()).isEqualTo(1);
        assertThat(preview.at("/kept/0/reason").asString()).isEqualTo("有进行中的商机");
        assertThat(preview.at("/kept/0/records").asInt()).isEqualTo(1);
        application.bean(RecyclePools.class).run();
        assertThat(seen(idle).path("owner").isNull()).isTrue();
        assertThat(seen(busy).path("owner").isNull()).isFalse();

        change("pool", pool, "\"despite\":[\"openOpportunity\"]");
        assertThat(admin.post("/api/pools/preview", "{\"id\":%d}".formatted(pool))
                        .body()
                        .path("records")
                        .asInt())
                .isEqualTo(1);
        change("pool", pool, "\"despite\":[],\"recycle\":[{\"since\":\"deal\",\"days\":90}]");
        change("opportunity", opportunity, "\"amount\":\"10\",\"stage\":\"won\"");
        comes(
                busy,
                "returnsAt",
                today().plusDays(91)
                        .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                        .toInstant()
                        .toString());
    }

    @Test
    void follow_ups_on_opportunities_are_signs_of_life_of_the_customer() {
        long customer = customer("有来有往有限公司", "");
        long opportunity = opportunity(customer, "");
        made(
                "activity",
                "\"about\":{\"object\":\"opportunity\",\"id\":%d},\"kind\":\"visit\",\"content\":\"现场演示\""
                        .formatted(opportunity));
        await().until(() -> seen(customer).path("activityScore").asDouble(0) > 0);
        assertThat(admin.get("/api/portraits/customer/" + customer)
                        .expect(200)
                        .body()
                        .at("/interactions/channels")
                        .findValuesAsString("name"))
                .contains("visit");
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    /** Missing where it is not told. */
    private static JsonNode figure(ApiClient reader, long customer, String name) {
        for (JsonNode figure : reader.get("/api/records/customer/" + customer + "/overview")
                .expect(200)
                .body()
                .path("figures")) {
            if (figure.path("name").asString().equals(name)) {
                return figure;
            }
        }
        return MissingNode.getInstance();
    }

    private static long customer(String name, String more) {
        return made("customer", "\"name\":\"%s\"%s".formatted(name, more));
    }

    private static long opportunity(long customer, String more) {
        return made(
                "opportunity",
                "\"name\":\"商机\",\"customer\":%d%s".formatted(customer, more.isEmpty() ? "" : "," + more));
    }

    private static long made(String object, String values) {
        return admin.post("/api/records/" + object, "{" + values + "}")
                .expect(201)
                .number("/id");
    }

    private static void change(String object, long id, String values) {
        String address = (object.equals("pool") ? "/api/pools/" : "/api/records/" + object + "/") + id;
        admin.patch(address, "{\"version\":%d,%s}".formatted(admin.get(address).number("/version"), values))
                .expect(200);
    }

    private static JsonNode seen(long customer) {
        return admin.get("/api/records/customer/" + customer).expect(200).body();
    }

    private static int found(JsonNode records) {
        return admin.post(
                        "/api/records/" + records.path("object").asString() + "/query",
                        "{\"filter\":" + records.path("filter") + "}")
                .expect(200)
                .body()
                .path("items")
                .size();
    }

    /** What is told in the background is there before long. */
    private static void comes(long customer, String field, String value) {
        await().until(() -> seen(customer).path(field).asString("").equals(value));
    }
}
