package hengke.web.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.ApiDescription;
import hengke.testing.RunningApplication;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Amounts in several currencies, from the setting to the record. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CurrenciesApiTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static final String CUSTOMERS = "/api/records/customer";
    private static final String RATES = "/api/settings/rates";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private static RunningApplication application;
    private static RunningApplication other;
    private static ApiClient ana;
    private static ApiDescription api;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=ana", "--hengke.admin.password=" + PASSWORD);
        ana = new ApiClient(application).signIn("ana", PASSWORD);
        api = ApiDescription.of(ana);
        decide("money.base", "\"JPY\"").expect(200);
        assertThat(ana.get("/api/session").text("/settings/currency")).isEqualTo("JPY");
        decide("money.base", "\"CNY\"").expect(200);
        decide("money.active", "[\"USD\",\"JPY\",\"KWD\",\"EUR\",\"GBP\"]").expect(200);
        enter("USD", TODAY.minusDays(30), "7").expect(200);
        enter("USD", TODAY, "7.1234").expect(200);
        enter("USD", TODAY.plusDays(1), "9").expect(200);
        enter("KWD", TODAY, "23.3").expect(200);
        other = application.anotherNode();
    }

    @AfterAll
    static void stop() {
        other.close();
        application.close();
    }

    private static long version() {
        return ana.get("/api/settings").expect(200).number("/version");
    }

    private static Answer decide(String name, String json) {
        return ana.patch("/api/settings", "{\"version\":%d,\"values\":{\"%s\":%s}}".formatted(version(), name, json));
    }

    private static Answer enter(String currency, LocalDate from, String rate) {
        return ana.post(RATES, """
                {"version":%d,"currency":"%s","from":"%s","rate":"%s"}""".formatted(version(), currency, from, rate));
    }

    private static Answer create(ApiClient who, String name, String revenue) {
        return who.post(CUSTOMERS, "{\"name\":\"%s\",\"revenue\":%s}".formatted(name, revenue));
    }

    private static Answer change(Answer record, String revenue) {
        return ana.patch(
                CUSTOMERS + "/" + record.number("/id"),
                "{\"version\":%d,\"revenue\":%s}".formatted(record.number("/version"), revenue));
    }

    private static String revenue(Answer record) {
        return record.body().at("/revenue").toString();
    }

    @Test
    void an_amount_in_dollars_is_worth_what_today_s_rate_says_and_stays_so() {
        Answer created = api.check(
                "POST",
                CUSTOMERS,
                create(ana, "美元客户", "{\"amount\":\"1200.50\",\"currency\":\"USD\"}")
                        .expect(201));
        assertThat(revenue(created)).isEqualTo("{\"amount\":\"1200.50\",\"currency\":\"USD\",\"base\":\"8551.64\"}");
        enter("USD", TODAY, "7.5").expect(200);
        try {
            assertThat(revenue(ana.get(CUSTOMERS + "/" + created.number("/id"))))
                    .contains("8551.64");
            Answer same = change(created, "{\"amount\":\"1200.5\",\"currency\":\"USD\",\"base\":\"1\"}")
                    .expect(200);
            assertThat(revenue(same)).contains("\"base\":\"8551.64\"");
            Answer plain = change(same, "\"100\"").expect(200);
            assertThat(revenue(plain)).isEqualTo("{\"amount\":\"100.00\",\"currency\":\"USD\",\"base\":\"750.00\"}");
            ana.post("/api/operations/" + plain.operation() + "/undo", "{}").expect(200);
            Answer undone = ana.get(CUSTOMERS + "/" + created.number("/id"));
            assertThat(revenue(undone)).contains("1200.50", "\"base\":\"8551.64\"");
            Answer history = ana.get(CUSTOMERS + "/" + created.number("/id") + "/history")
                    .expect(200);
            assertThat(history.body().toString()).contains("8551.64", "750.00");
            assertThat(revenue(change(undone, "{\"amount\":\"9\",\"currency\":\"CNY\"}")
                            .expect(200)))
                    .isEqualTo("{\"amount\":\"9.00\",\"currency\":\"CNY\"}");
        } finally {
            enter("USD", TODAY, "7.1234").expect(200);
        }
    }

    @Test
    void without_a_rate_the_amount_is_refused_at_its_field_until_there_is_one_on_every_node() {
        ApiClient there = ana.at(other);
        String euros = "{\"amount\":\"10\",\"currency\":\"EUR\"}";
        Answer refused = create(there, "欧元客户", euros).expect(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo("revenue");
        assertThat(refused.text("/errors/0/message")).contains("EUR", TODAY.toString(), "币种与汇率");
        enter("EUR", TODAY, "8").expect(200);
        assertThat(revenue(create(there, "欧元客户", euros).expect(201))).contains("\"base\":\"80.00\"");
        ana.delete(RATES + "/EUR/" + TODAY + "?version=" + version()).expect(204);
        create(there, "欧元客户二", euros).expect(422);
        create(ana, "欧元客户二", euros).expect(422);
        ana.delete(RATES + "/EUR/" + TODAY + "?version=" + version()).expect(404);
    }

    @Test
    void amounts_have_the_digits_of_their_currency_and_only_those_in_use_are_taken() {
        assertThat(create(ana, "日元", "{\"amount\":\"1.5\",\"currency\":\"JPY\"}")
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("revenue");
        assertThat(revenue(create(ana, "第纳尔", "{\"amount\":\"1.234\",\"currency\":\"KWD\"}")
                        .expect(201)))
                .isEqualTo("{\"amount\":\"1.234\",\"currency\":\"KWD\",\"base\":\"28.75\"}");
        assertThat(create(ana, "法郎", "{\"amount\":\"1\",\"currency\":\"CHF\"}")
                        .expect(422)
                        .text("/errors/0/message"))
                .contains("CHF", "USD");
        create(ana, "三位小数", "\"1.234\"").expect(422);
    }

    @Test
    void lists_compare_and_add_up_in_the_base_currency() {
        create(ana, "合计一", "{\"amount\":\"1000\",\"currency\":\"USD\"}").expect(201);
        create(ana, "合计二", "\"7000\"").expect(201);
        String both = "{\"field\":\"name\",\"op\":\"startsWith\",\"value\":\"合计\"}";
        Answer sum = ana.post(CUSTOMERS + "/aggregate", """
                        {"groups":[],"measures":[{"function":"sum","field":"revenue"}],"filter":%s}""".formatted(both)).expect(200);
        assertThat(sum.body().toString()).contains("14123.4");
        Answer above = ana.post(CUSTOMERS + "/query", """
                        {"filter":{"and":[%s,{"field":"revenue","op":"gt","value":"7100"}]}}""".formatted(both)).expect(200);
        assertThat(above.body().at("/items")).hasSize(1);
        ana.post(CUSTOMERS + "/query", """
                        {"filter":{"field":"revenue","op":"gt","value":{"amount":"1","currency":"USD"}}}""").expect(422);
    }

    @Test
    void the_base_currency_stays_while_there_is_money_and_says_where() {
        create(ana, "已有金额", "\"1\"").expect(201);
        Answer refused = decide("money.base", "\"USD\"").expect(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo("money.base");
        assertThat(refused.text("/errors/0/message")).contains("客户", "已有金额");
        assertThat(ana.get("/api/currencies").text("/base")).isEqualTo("CNY");
    }

    @Test
    void a_list_of_rates_is_taken_whole_or_not_at_all_and_every_change_is_written_down() {
        Answer wrong = ana.upload(
                        RATES + "/import",
                        "rates.txt",
                        "币种\t生效日期\t汇率\n英镑\t2026-01-01\t9.1\n镑\t2026-01-02\t9\nGBP\t2026-01-03\t0\n")
                .expect(422);
        assertThat(wrong.body().at("/errors")).hasSize(2);
        assertThat(wrong.text("/errors/0/field")).isEqualTo("lines[3]");
        assertThat(wrong.text("/errors/1/field")).isEqualTo("lines[4]");
        assertThat(ana.get(RATES + "/GBP").body().at("/items")).isEmpty();
        Answer right = api.check(
                "POST",
                RATES + "/import",
                ana.upload(RATES + "/import", "rates.csv", "GBP,2026-01-01,9.1\n英镑,2026年1月2日,9.2\n")
                        .expect(200));
        assertThat(right.number("/added")).isEqualTo(2);
        Answer again = ana.upload(RATES + "/import", "rates.csv", "GBP,2026-01-01,9.1\nGBP,2026-01-02,9.25\n")
                .expect(200);
        assertThat(again.body().toString()).isEqualTo("{\"added\":0,\"corrected\":1,\"unchanged\":1}");
        Answer page =
                api.check("GET", RATES + "/{currency}", ana.get(RATES + "/GBP").expect(200));
        assertThat(page.text("/items/0/rate")).isEqualTo("9.25");
        assertThat(page.text("/items/0/by/label")).isEqualTo("ana");
        Answer log = ana.get("/api/settings/changes").expect(200);
        assertThat(log.body().toString())
                .contains("币种与汇率 GBP 2026-01-02\"")
                .contains("\"from\":\"9.2\",\"to\":\"9.25\"");
    }

    @Test
    void amounts_of_any_currency_come_from_a_spreadsheet_and_go_back_as_they_were() {
        Answer run = imported("insert", """
                客户名称,年营业额
                表格美元一,"USD 1,200.50"
                表格美元二,1200 美元
                表格美元三,$5万
                表格本位币,"1,234.56"
                表格瑞郎,CHF 3000
                表格没有汇率,欧元 5
                """);
        assertThat(run.number("/progress/created")).isEqualTo(4);
        assertThat(run.number("/progress/failed")).isEqualTo(2);
        assertThat(run.body().at("/rows").toString()).contains("EUR", "CHF", "\"field\":\"revenue\"");
        String exported = exported();
        assertThat(exported)
                .contains("客户名称,年营业额,年营业额（币种）")
                .contains("表格美元一,1200.50,USD")
                .contains("表格美元三,50000.00,USD")
                .contains("表格本位币,1234.56,CNY");
        Answer again = imported("update", exported);
        assertThat(again.number("/progress/failed")).as("%s", again.body()).isZero();
        assertThat(exported()).isEqualTo(exported);
        assertThat(imported("insert", "客户名称,年营业额,去年\n两个金额,1,2\n").number("/progress/created"))
                .isEqualTo(1);
    }

    private static Answer imported(String mode, String text) {
        Answer run = ana.upload("/api/imports", "客户.csv", text, "object", "customer", "mode", mode, "key", "name")
                .expect(200);
        return ana.get("/api/imports/" + run.number("/import")).expect(200);
    }

    private static String exported() {
        Answer asked = ana.post("/api/exports", """
                        {"object":"customer","format":"csv","fields":["name","revenue"],"sort":[{"field":"id"}],
                         "filter":{"field":"name","op":"startsWith","value":"表格"}}""").expect(200);
        String path = "/api/exports/" + asked.number("/id");
        await().until(() -> !ana.get(path).text("/status").equals("running"));
        return new String(ana.download(path + "/file"), UTF_8).replace("\uFEFF", "");
    }

    @Test
    void rates_are_entered_by_administrators_alone_on_what_they_have_seen() {
        ana.post("/api/users", "{\"login\":\"ben\",\"name\":\"本\",\"password\":\"%s\"}".formatted(PASSWORD))
                .expect(201);
        ApiClient ben = new ApiClient(application).signIn("ben", PASSWORD);
        ben.get(RATES + "/USD").expect(403);
        ben.post(RATES, "{\"version\":1,\"currency\":\"USD\",\"from\":\"2026-01-01\",\"rate\":\"7\"}")
                .expect(403);
        Answer today =
                api.check("GET", "/api/currencies", ben.get("/api/currencies").expect(200));
        assertThat(today.text("/currencies/0/currency")).isEqualTo("CNY");
        assertThat(today.body().toString()).contains("\"currency\":\"JPY\",\"digits\":0,\"rate\":null");
        long before = version();
        enter("JPY", LocalDate.parse("2020-01-01"), "0.06").expect(200);
        ana.post(RATES, """
                        {"version":%d,"currency":"JPY","from":"2020-01-01","rate":"0.07"}""".formatted(before)).expect(409);
        enter("CNY", TODAY, "1").expect(422);
        enter("USD", TODAY, "0").expect(422);
    }
}
