package hengke.web.records;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.files.FileStore;
import hengke.kernel.records.RecycleBin;
import hengke.testing.ApiClient;
import hengke.testing.ApiClient.Answer;
import hengke.testing.RunningApplication;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What was deleted comes back with what went with it, or goes for good, and its files with it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecycleBinTest {
    private static final String PASSWORD = "Yuntu-2026-heng";
    private static RunningApplication application;
    private static ApiClient admin;
    private static ApiClient ana;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        admin.post("/api/users", "{\"login\":\"ana\",\"name\":\"安娜\",\"password\":\"" + PASSWORD + "\",\"roles\":[3]}")
                .expect(201);
        ana = new ApiClient(application).signIn("ana", PASSWORD);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void several_are_restored_as_one_operation_that_can_be_undone() {
        List<Long> ids = List.of(customer("甲有限公司"), customer("乙有限公司"));
        ids.forEach(RecycleBinTest::delete);
        Answer restored = admin.post("/api/records/customer/bulk", "{\"ids\":" + ids + ",\"restore\":true}")
                .expect(200);
        assertThat(restored.number("/changed")).isEqualTo(2);
        assertThat(restored.text("/label")).isEqualTo("批量恢复 客户");
        ids.forEach(id -> admin.get("/api/records/customer/" + id).expect(200));
        admin.post("/api/operations/" + restored.number("/id") + "/undo", "{}").expect(200);
        ids.forEach(id -> admin.get("/api/records/customer/" + id).expect(404));
    }

    @Test
    void a_child_does_not_come_back_without_its_parent() {
        long customer = customer("丙有限公司");
        long contact = admin.post("/api/records/contact", "{\"name\":\"王伟\",\"customer\":" + customer + "}")
                .expect(201)
                .number("/id");
        admin.delete("/api/records/contact/" + contact + "?version=" + version("contact", contact))
                .expect(204);
        delete(customer);
        Answer alone =
                admin.post("/api/records/contact/" + contact + "/restore", "{}").expect(422);
        assertThat(alone.text("/errors/0/field")).isEqualTo("customer");
        assertThat(alone.text("/errors/0/message")).contains("客户").contains("回收站");
        admin.post("/api/records/customer/" + customer + "/restore", "{}").expect(200);
        admin.get("/api/records/contact/" + contact).expect(404);
        admin.post("/api/records/contact/" + contact + "/restore", "{}").expect(200);
    }

    @Test
    void what_somebody_else_is_called_by_now_is_said_at_the_field() {
        long first = customer("丁有限公司");
        delete(first);
        customer("丁有限公司");
        Answer taken =
                admin.post("/api/records/customer/" + first + "/restore", "{}").expect(422);
        assertThat(taken.text("/errors/0/field")).isEqualTo("name");
    }

    @Test
    void only_administrators_delete_for_good_and_it_is_on_record() {
        long customer = customer("戊有限公司");
        long contact = admin.post("/api/records/contact", "{\"name\":\"李四\",\"customer\":" + customer + "}")
                .expect(201)
                .number("/id");
        assertThat(purge(admin, customer).expect(200).number("/purged")).isZero();
        delete(customer);
        purge(ana, customer).expect(403);
        assertThat(purge(admin, customer).expect(200).number("/purged")).isEqualTo(1);
        assertThat(count("select count(*) from customer where id = " + customer))
                .isZero();
        assertThat(count("select count(*) from contact where id = " + contact)).isZero();
        assertThat(admin.get("/api/logs/administration?kind=record&subject=" + customer)
                        .expect(200)
                        .text("/items/0/subject/label"))
                .isEqualTo("戊有限公司");
        admin.post("/api/records/customer/purge", "{\"ids\":[]}").expect(422);
    }

    @Test
    void files_go_with_the_last_record_they_hang_on() {
        long customer = customer("己有限公司");
        long other = customer("庚有限公司");
        long file = admin.upload("/api/files", "合同.txt", "只此一份").expect(201).number("/id");
        attach(customer, file);
        attach(other, file);
        String sha256 = application
                .database()
                .dsl()
                .fetchSingle("select sha256 from file where id = " + file)
                .into(String.class);
        delete(customer);
        purge(admin, customer).expect(200);
        assertThat(application.bean(FileStore.class).has(sha256)).isTrue();
        delete(other);
        purge(admin, other).expect(200);
        assertThat(count("select count(*) from file where id = " + file)).isZero();
        assertThat(application.bean(FileStore.class).has(sha256)).isFalse();
    }

    @Test
    void what_lay_there_too_long_is_removed_and_one_that_is_held_holds_up_no_other() {
        long held = customer("辛有限公司");
        long free = customer("壬有限公司");
        long fresh = customer("癸有限公司");
        List.of(held, free, fresh).forEach(RecycleBinTest::delete);
        var dsl = application.database().dsl();
        long holder = customer("子公司");
        dsl.execute("update customer set parent = ? where id = ?", held, holder);
        dsl.execute("update customer set deleted_at = now() - interval '31 days' where id in (?, ?)", held, free);
        application.bean(RecycleBin.class).empty(Duration.ofDays(30));
        assertThat(count("select count(*) from customer where id = " + free)).isZero();
        assertThat(count("select count(*) from customer where id in (" + held + "," + fresh + ")"))
                .isEqualTo(2);
        Answer purge = purge(admin, held).expect(200);
        assertThat(purge.number("/purged")).isZero();
        assertThat(purge.text("/held/0/label")).isEqualTo("辛有限公司");
    }

    private static void attach(long customer, long file) {
        admin.post(
                        "/api/records/attachment",
                        "{\"about\":{\"object\":\"customer\",\"id\":%d},\"file\":[%d]}".formatted(customer, file))
                .expect(201);
    }

    private static Answer purge(ApiClient client, long customer) {
        return client.post("/api/records/customer/purge", "{\"ids\":[" + customer + "]}");
    }

    private static long customer(String name) {
        return admin.post("/api/records/customer", "{\"name\":\"" + name + "\"}")
                .expect(201)
                .number("/id");
    }

    private static void delete(long customer) {
        admin.delete("/api/records/customer/" + customer + "?version=" + version("customer", customer))
                .expect(204);
    }

    private static long version(String object, long id) {
        return admin.get("/api/records/" + object + "/" + id).expect(200).number("/version");
    }

    private static long count(String sql) {
        return application.database().dsl().fetchSingle(sql).into(long.class);
    }
}
