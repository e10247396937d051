package hengke.customers;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CustomerRulesTest {
    private static RunningApplication application;
    private static ApiClient admin;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=Yuntu-2026-heng");
        admin = new ApiClient(application).signIn("admin", "Yuntu-2026-heng");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_credit_code_needs_its_check_digit() {
        admin.post("/api/records/customer", "{\"name\":\"对\",\"creditCode\":\"91350100M000100Y43\"}")
                .expect(201);
        ApiClient.Answer refused = admin.post(
                        "/api/records/customer", "{\"name\":\"错\",\"creditCode\":\"91350100M000100Y44\"}")
                .expect(422);
        assertThat(refused.text("/errors/0/field")).isEqualTo("creditCode");
    }

    @Test
    void no_company_is_above_itself() {
        long top = admin.post("/api/records/customer", "{\"name\":\"总公司\"}")
                .expect(201)
                .number("/id");
        long middle = child("分公司", top);
        long bottom = child("支公司", middle);
        assertThat(admin.patch("/api/records/customer/" + top, "{\"version\":1,\"parent\":%d}".formatted(bottom))
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("parent");
        admin.patch("/api/records/customer/" + top, "{\"version\":1,\"parent\":%d}".formatted(top))
                .expect(422);
    }

    @Test
    void of_addresses_there_is_one_default_of_each_kind() {
        long customer = admin.post("/api/records/customer", "{\"name\":\"地址公司\"}")
                .expect(201)
                .number("/id");
        long office = address(customer, "office");
        long delivery = address(customer, "delivery");
        long second = address(customer, "office");
        assertThat(primary(office)).isTrue();
        assertThat(primary(delivery)).isTrue();
        assertThat(primary(second)).isFalse();
        admin.patch("/api/records/address/" + second, "{\"version\":1,\"primary\":true}")
                .expect(200);
        assertThat(primary(office)).isFalse();
        assertThat(primary(delivery)).isTrue();
    }

    private static long child(String name, long parent) {
        return admin.post("/api/records/customer", "{\"name\":\"%s\",\"parent\":%d}".formatted(name, parent))
                .expect(201)
                .number("/id");
    }

    private static long address(long customer, String kind) {
        return admin.post(
                        "/api/records/address",
                        "{\"customer\":%d,\"kind\":\"%s\",\"address\":\"人民路 1 号\"}".formatted(customer, kind))
                .expect(201)
                .number("/id");
    }

    private static boolean primary(long address) {
        return admin.get("/api/records/address/" + address)
                .expect(200)
                .body()
                .at("/primary")
                .asBoolean();
    }
}
