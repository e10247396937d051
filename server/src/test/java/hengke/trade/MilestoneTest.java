package hengke.trade;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What contracts have to reach, who reached it and when, and who is told that it is late. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MilestoneTest {
    private static final String PASSWORD = "Yuntu-2026-heng";

    private static RunningApplication application;
    private static ApiClient admin;
    private static long contract;
    private static LocalDate today;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=" + PASSWORD);
        admin = new ApiClient(application).signIn("admin", PASSWORD);
        today = LocalDate.now(application.bean(Clock.class).withZone(ZoneId.of("Asia/Shanghai")));
        long customer = admin.post("/api/records/customer", "{\"name\":\"华东泵业\"}")
                .expect(201)
                .number("/id");
        contract = admin.post("/api/records/contract", """
                        {"customer":%d,"name":"泵站改造","amount":"1000","status":"active","signedOn":"2026-01-05"}""".formatted(customer))
                .expect(201)
                .number("/id");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void who_reached_it_and_when_is_noted_and_taken_back_with_it() {
        JsonNode open = milestone("到货", today);
        assertThat(open.path("status").asString()).isEqualTo("open");
        assertThat(open.path("doneAt").isNull()).isTrue();
        JsonNode done = change(open, "\"status\":\"done\"");
        assertThat(done.path("doneAt").isNull()).isFalse();
        assertThat(done.at("/doneBy/id").asLong()).isPositive();
        // said by hand it is not taken
        admin.patch(
                        "/api/records/milestone/" + done.path("id").asLong(),
                        "{\"version\":%d,\"doneBy\":null}"
                                .formatted(done.path("version").asLong()))
                .expect(422);
        JsonNode again = change(done, "\"status\":\"open\"");
        assertThat(again.path("doneAt").isNull()).isTrue();
        assertThat(again.path("doneBy").isNull()).isTrue();
    }

    @Test
    void it_needs_a_name_a_day_and_a_contract() {
        assertThat(admin.post("/api/records/milestone", "{}")
                        .expect(422)
                        .body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .contains("name", "dueDate", "contract");
    }

    @Test
    void late_ones_and_those_that_are_due_soon_are_lists_of_their_own() {
        milestone("昨天的", today.minusDays(1));
        milestone("今天的", today);
        milestone("下周的", today.plusDays(7));
        milestone("明年的", today.plusDays(200));
        change(milestone("做完的", today.minusDays(3)), "\"status\":\"done\"");
        assertThat(listed("overdue")).contains("昨天的").doesNotContain("今天的", "下周的", "做完的");
        assertThat(listed("dueSoon")).contains("今天的", "下周的").doesNotContain("昨天的", "明年的", "做完的");
        // the same of what is to be paid
        admin.post("/api/records/payment-plan/query", "{\"view\":\"overdue\"}").expect(200);
        admin.post("/api/records/payment-plan/query", "{\"view\":\"dueSoon\"}").expect(200);
    }

    @Test
    void its_owner_is_told_once_that_it_is_late() {
        milestone("迟到的初验", today.minusDays(2));
        milestone("很久以前的", today.minusDays(40));
        change(milestone("已经做完的", today.minusDays(2)), "\"status\":\"done\"");
        milestone("快到的终验", today.plusDays(5));
        milestone("不急的终验", today.plusDays(8));
        MilestoneDates dates = application.bean(MilestoneDates.class);
        Stream.generate(() -> CompletableFuture.runAsync(dates::run))
                .limit(3)
                .toList()
                .forEach(CompletableFuture::join);
        List<String> told = admin.get("/api/notifications")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(notice -> notice.path("title").asString() + " "
                        + notice.path("body").asString())
                .toList();
        assertThat(told).containsOnlyOnce("里程碑已逾期 2 天 迟到的初验 · 泵站改造", "里程碑还有 5 天到期 快到的终验 · 泵站改造");
        assertThat(told).noneMatch(notice -> notice.contains("很久以前的"));
        assertThat(told).noneMatch(notice -> notice.contains("已经做完的"));
        assertThat(told).noneMatch(notice -> notice.contains("不急的终验"));
    }

    private static JsonNode milestone(String name, LocalDate due) {
        return admin.post(
                        "/api/records/milestone",
                        "{\"contract\":%d,\"name\":\"%s\",\"dueDate\":\"%s\"}".formatted(contract, name, due))
                .expect(201)
                .body();
    }

    private static JsonNode change(JsonNode milestone, String values) {
        return admin.patch(
                        "/api/records/milestone/" + milestone.path("id").asLong(),
                        "{\"version\":%d,%s}"
                                .formatted(milestone.path("version").asLong(), values))
                .expect(200)
                .body();
    }

    private static List<String> listed(String view) {
        return admin.post("/api/records/milestone/query", "{\"view\":\"%s\",\"limit\":100}".formatted(view))
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(item -> item.path("name").asString())
                .toList();
    }
}
