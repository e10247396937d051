package hengke.sales;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A lead becomes a customer, a contact and an opportunity, and nothing of it is lost. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConvertLeadTest {
    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient seller;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=Yuntu-2026-heng");
        admin = new ApiClient(application).signIn("admin", "Yuntu-2026-heng");
        long role = admin.post("/api/roles", """
                        {"name":"转化线索的人","grants":[{"object":"*","verb":"read","scope":"all"},
                         {"object":"*","verb":"edit","scope":"all"}]}""").expect(201).number("/id");
        admin.post("/api/users", """
                        {"login":"ana","name":"安娜","password":"Hangzhou-2026-x","roles":[%d]}""".formatted(role)).expect(201);
        seller = new ApiClient(application).signIn("ana", "Hangzhou-2026-x");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void everything_it_holds_goes_over() {
        long id = lead(
                "苏州云杉电子有限公司",
                "\"title\":\"采购总监\",\"email\":\"li@yunshan.example\",\"region\":\"3205\","
                        + "\"source\":\"event\",\"tags\":[\"展会\"],\"need\":\"要 200 套终端\"");
        long followUp = admin.post("/api/records/activity", """
                        {"content":"展会上聊过","kind":"meeting","about":{"object":"lead","id":%d}}""".formatted(id))
                .expect(201)
                .number("/id");
        JsonNode converted =
                convert(id, "{\"withOpportunity\":true,\"amount\":{\"amount\":\"90000\",\"currency\":\"CNY\"}}");
        assertThat(converted.path("status").asString()).isEqualTo("converted");
        JsonNode customer =
                read("customer", converted.at("/convertedCustomer/id").asLong());
        assertThat(customer.path("name").asString()).isEqualTo("苏州云杉电子有限公司");
        assertThat(customer.path("region").asString()).isEqualTo("3205");
        assertThat(customer.path("source").asString()).isEqualTo("event");
        assertThat(customer.path("status").asString()).isEqualTo("new");
        assertThat(customer.path("tags").toString()).contains("展会");
        JsonNode contact = read("contact", converted.at("/convertedContact/id").asLong());
        assertThat(contact.path("title").asString()).isEqualTo("采购总监");
        assertThat(contact.path("email").asString()).isEqualTo("li@yunshan.example");
        assertThat(contact.at("/customer/id").asLong())
                .isEqualTo(customer.path("id").asLong());
        JsonNode opportunity =
                read("opportunity", converted.at("/convertedOpportunity/id").asLong());
        assertThat(opportunity.at("/amount/amount").asString()).isEqualTo("90000.00");
        assertThat(opportunity.path("remarks").asString()).isEqualTo("要 200 套终端");
        assertThat(read("activity", followUp).at("/about/object").asString()).isEqualTo("customer");
    }

    @Test
    void it_joins_what_is_there() {
        long customer = admin.post("/api/records/customer", "{\"name\":\"无锡百川有限公司\"}")
                .expect(201)
                .number("/id");
        long id = lead("无锡百川", "\"email\":\"a@baichuan.example\"");
        JsonNode converted = convert(id, "{\"customer\":%d,\"withOpportunity\":false}".formatted(customer));
        assertThat(converted.at("/convertedCustomer/id").asLong()).isEqualTo(customer);
        assertThat(converted.path("convertedOpportunity").isNull()).isTrue();
    }

    @Test
    void a_contact_of_another_customer_is_refused_and_nothing_is_made() {
        long customer = admin.post("/api/records/customer", "{\"name\":\"常州一号有限公司\"}")
                .expect(201)
                .number("/id");
        long contact = admin.post("/api/records/contact", "{\"name\":\"孙立\",\"customer\":%d}".formatted(customer))
                .expect(201)
                .number("/id");
        long id = lead("常州二号有限公司", "\"email\":\"b@erhao.example\"");
        admin.post(address(id), "{\"contact\":%d}".formatted(contact)).expect(422);
        assertThat(found("customer", "常州二号有限公司")).isZero();
        assertThat(read("lead", id).path("status").asString()).isEqualTo("new");
    }

    @Test
    void a_customer_of_the_same_name_is_not_made_twice() {
        admin.post("/api/records/customer", "{\"name\":\"南通重名有限公司\"}").expect(201);
        long id = lead("南通重名有限公司", "\"email\":\"c@chongming.example\"");
        JsonNode refused = admin.post(address(id), "{}").expect(422).body();
        assertThat(refused.at("/errors/0/field").asString()).isEqualTo("customer");
    }

    @Test
    void a_converted_lead_stays_as_it_was_until_the_conversion_is_undone() {
        long id = lead("镇江归还有限公司", "\"email\":\"d@guihuan.example\"");
        ApiClient.Answer answer =
                admin.post(address(id), "{\"withOpportunity\":true}").expect(200);
        long customer = answer.body().at("/convertedCustomer/id").asLong();
        seller.patch("/api/records/lead/" + id, "{\"version\":%d,\"title\":\"经理\"}".formatted(version(id)))
                .expect(403);
        assertThat(read("lead", id).path("may").toString()).doesNotContain("convert");
        admin.post(address(id), "{}").expect(409);
        String operation =
                answer.response().headers().firstValue("Hengke-Operation").orElseThrow();
        assertThat(admin.get("/api/operations/" + operation).expect(200).text("/act"))
                .isEqualTo("转化");
        admin.post("/api/operations/" + operation + "/undo", "{}").expect(200);
        assertThat(read("lead", id).path("status").asString()).isEqualTo("new");
        admin.get("/api/records/customer/" + customer).expect(404);
    }

    @Test
    void of_two_who_convert_one_lead_at_once_exactly_one_does() throws Exception {
        for (int round = 0; round < 5; round++) {
            String company = "泰州同时" + round + "有限公司";
            long id = lead(company, "\"email\":\"e%d@tongshi.example\"".formatted(round));
            List<ApiClient.Answer> answers;
            try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
                CyclicBarrier start = new CyclicBarrier(2);
                Callable<ApiClient.Answer> one = () -> {
                    start.await();
                    return admin.post(address(id), "{\"withOpportunity\":false}");
                };
                answers = both.invokeAll(List.of(one, one)).stream()
                        .map(Future::resultNow)
                        .toList();
            }
            assertThat(answers).extracting(ApiClient.Answer::status).containsExactlyInAnyOrder(200, 409);
            assertThat(answers.stream()
                            .filter(answer -> answer.status() == 409)
                            .findFirst()
                            .orElseThrow()
                            .text("/code"))
                    .isEqualTo("converted");
            assertThat(found("customer", company)).isEqualTo(1);
        }
    }

    @Test
    void whoever_lacks_a_right_for_a_part_of_it_makes_nothing() {
        long id = lead("扬州无权有限公司", "\"email\":\"f@wuquan.example\"");
        seller.post(address(id), "{}").expect(403);
        String all = "{\"object\":\"*\",\"verb\":\"read\",\"scope\":\"all\"},"
                + "{\"object\":\"lead\",\"verb\":\"edit\",\"scope\":\"%s\"}%s";
        String customers = ",{\"object\":\"customer\",\"verb\":\"create\",\"scope\":\"all\"}";
        String contacts = ",{\"object\":\"contact\",\"verb\":\"create\",\"scope\":\"all\"}";
        person("bea", all.formatted("own", customers + contacts))
                .post(address(id), "{\"withOpportunity\":false}")
                .expect(403);
        assertThat(refusedAt(person("cleo", all.formatted("all", contacts)), id))
                .isEqualTo("customer");
        assertThat(refusedAt(person("dora", all.formatted("all", customers)), id))
                .isEqualTo("contact");
        ApiClient eva = person("eva", all.formatted("all", customers + contacts));
        assertThat(refusedAt(eva, id)).isEqualTo("withOpportunity");
        assertThat(found("customer", "扬州无权有限公司")).isZero();
        assertThat(read("lead", id).path("status").asString()).isEqualTo("new");
        eva.post(address(id), "{\"withOpportunity\":false}").expect(200);
    }

    private static String refusedAt(ApiClient person, long id) {
        return person.post(address(id), "{\"withOpportunity\":true}")
                .expect(422)
                .text("/errors/0/field");
    }

    private static ApiClient person(String login, String grants) {
        long role = admin.post("/api/roles", """
                        {"name":"%s","commands":["lead.*"],"grants":[%s]}""".formatted(login, grants))
                .expect(201)
                .number("/id");
        admin.post("/api/users", """
                        {"login":"%s","name":"%s","password":"Hangzhou-2026-x","roles":[%d]}""".formatted(login, login, role)).expect(201);
        return new ApiClient(application).signIn(login, "Hangzhou-2026-x");
    }

    @Test
    void what_it_would_become_is_told_before_and_what_is_joined_is_filled() {
        long id = lead("徐州预览有限公司", "\"email\":\"e@yulan.example\",\"region\":\"3203\",\"need\":\"要报价\"");
        JsonNode becomes =
                admin.get("/api/conversion/of/" + id).expect(200).body().path("items");
        assertThat(becomes.toString())
                .contains("{\"field\":\"name\",\"from\":\"company\",\"value\":\"徐州预览有限公司\"}")
                .contains("{\"field\":\"remarks\",\"from\":\"need\",\"value\":\"要报价\"}");
        assertThat(seller.get("/api/conversion/of/" + id)
                        .expect(200)
                        .body()
                        .at("/items/0/creatable")
                        .asBoolean())
                .isFalse();

        long there = admin.post("/api/records/customer", "{\"name\":\"徐州预览科技有限公司\"}")
                .expect(201)
                .number("/id");
        JsonNode converted =
                convert(id, "{\"customer\":%d,\"withContact\":false,\"withOpportunity\":false}".formatted(there));
        assertThat(converted.path("convertedContact").isNull()).isTrue();
        JsonNode filled = read("customer", there);
        assertThat(filled.path("region").asString()).isEqualTo("3203");
        assertThat(filled.path("name").asString()).isEqualTo("徐州预览科技有限公司");
    }

    @Test
    void the_company_says_where_values_go() {
        JsonNode before = admin.get("/api/conversion/mapping").expect(200).body();
        String wrong = "{\"version\":%d,\"own\":{\"contact\":{\"wechat\":\"region\",\"customer\":\"name\"}}}"
                .formatted(before.path("version").asLong());
        assertThat(admin.send("PUT", "/api/conversion/mapping", wrong)
                        .expect(422)
                        .body()
                        .path("errors")
                        .size())
                .isEqualTo(2);
        seller.get("/api/conversion/mapping").expect(403);

        String mapped = "{\"version\":%d,\"own\":{\"customer\":{\"remarks\":\"need\",\"region\":\"\"}}}";
        JsonNode saved = admin.send(
                        "PUT",
                        "/api/conversion/mapping",
                        mapped.formatted(before.path("version").asLong()))
                .expect(200)
                .body();
        admin.send(
                        "PUT",
                        "/api/conversion/mapping",
                        mapped.formatted(before.path("version").asLong()))
                .expect(409);
        long id = lead("宿迁对应有限公司", "\"email\":\"f@duiying.example\",\"region\":\"3213\",\"need\":\"要培训\"");
        JsonNode customer = read(
                "customer",
                convert(id, "{\"withOpportunity\":false}")
                        .at("/convertedCustomer/id")
                        .asLong());
        assertThat(customer.path("remarks").asString()).isEqualTo("要培训");
        assertThat(customer.path("region").isNull()).isTrue();
        admin.send(
                        "PUT",
                        "/api/conversion/mapping",
                        "{\"version\":%d,\"own\":{}}"
                                .formatted(saved.path("version").asLong()))
                .expect(200);
    }

    @Test
    void a_pasted_text_is_read_and_nothing_written() {
        JsonNode read = admin.post("/api/leads/read", "{\"text\":\"张粘贴 13805710077\"}")
                .expect(200)
                .body();
        assertThat(read.at("/values/phone").asString()).isEqualTo("13805710077");
        assertThat(found("lead", "张粘贴")).isZero();
        admin.post("/api/leads/read", "{}").expect(422);
        seller.post("/api/leads/read", "{\"text\":\"x\"}").expect(403);
    }

    private static long lead(String company, String more) {
        return admin.post("/api/records/lead", "{\"name\":\"李明\",\"company\":\"%s\",%s}".formatted(company, more))
                .expect(201)
                .number("/id");
    }

    private static String address(long id) {
        return "/api/records/lead/" + id + "/commands/convert";
    }

    private static JsonNode convert(long id, String input) {
        return admin.post(address(id), input).expect(200).body();
    }

    private static JsonNode read(String object, long id) {
        return admin.get("/api/records/" + object + "/" + id).expect(200).body();
    }

    private static long version(long id) {
        return read("lead", id).path("version").asLong();
    }

    private static int found(String object, String name) {
        return admin.post("/api/records/" + object + "/query", """
                        {"filter":{"field":"name","op":"eq","value":"%s"}}""".formatted(name))
                .expect(200)
                .body()
                .path("items")
                .size();
    }
}
