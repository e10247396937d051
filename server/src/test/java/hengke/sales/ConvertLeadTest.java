package hengke.sales;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
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
        admin.post("/api/operations/" + operation + "/undo", "{}").expect(200);
        assertThat(read("lead", id).path("status").asString()).isEqualTo("new");
        admin.get("/api/records/customer/" + customer).expect(404);
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
