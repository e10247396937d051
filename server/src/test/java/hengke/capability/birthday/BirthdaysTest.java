package hengke.capability.birthday;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.calendar.LunarDay;
import hengke.kernel.metadata.LiveCatalog;
import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Birthdays by both calendars: when they come, and who is told. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BirthdaysTest {
    private static RunningApplication application;
    private static ApiClient admin;
    private static long customer;

    @BeforeAll
    static void start() {
        application = RunningApplication.start("--hengke.admin.login=admin", "--hengke.admin.password=Yuntu-2026-heng");
        admin = new ApiClient(application).signIn("admin", "Yuntu-2026-heng");
        customer = admin.post("/api/records/customer", "{\"name\":\"生日公司\"}")
                .expect(201)
                .number("/id");
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void a_birthday_is_told_once_a_year_and_in_other_years_a_day_early_to_those_born_on_a_leap_day() {
        for (String born : List.of("1992-02-29", "1990-02-28", "1990-03-01")) {
            admin.post(
                            "/api/records/contact",
                            "{\"name\":\"生于%s\",\"customer\":%d,\"birthday\":\"%s\"}".formatted(born, customer, born))
                    .expect(201);
        }
        RemindBirthdays reminders = application.bean(RemindBirthdays.class);
        reminders.remind(LocalDate.of(2027, 2, 28));
        reminders.remind(LocalDate.of(2027, 2, 28));
        assertThat(birthdays()).containsExactlyInAnyOrder("生于1992-02-29", "生于1990-02-28");
        reminders.remind(LocalDate.of(2028, 2, 28));
        assertThat(birthdays()).containsExactlyInAnyOrder("生于1992-02-29", "生于1990-02-28", "生于1990-02-28");
    }

    @Test
    void a_lunar_birthday_is_read_derived_and_refused() {
        JsonNode said = contact("陈一", "\"birthdayCalendar\":\"lunar\",\"lunarBirthday\":\"农历8-15\"");
        assertThat(said.path("lunarBirthday").asString()).isEqualTo("八月十五");
        assertThat(said.path("nextBirthday").asString()).isEqualTo(next("八月十五"));

        JsonNode derived = contact("陈二", "\"birthdayCalendar\":\"lunar\",\"birthday\":\"1988-09-25\"");
        assertThat(derived.path("lunarBirthday").asString()).isEqualTo("八月十五");
        JsonNode put = admin.patch(
                        "/api/records/contact/" + derived.path("id").asLong(),
                        "{\"version\":1,\"birthday\":\"1990-01-27\"}")
                .expect(200)
                .body();
        assertThat(put.path("lunarBirthday").asString()).isEqualTo("正月初一");
        assertThat(put.path("nextBirthday").asString()).isEqualTo(next("正月初一"));

        assertThat(admin.post(
                                "/api/records/contact",
                                "{\"name\":\"陈三\",\"customer\":%d,\"lunarBirthday\":\"中秋\"}".formatted(customer))
                        .expect(422)
                        .text("/errors/0/field"))
                .isEqualTo("lunarBirthday");
    }

    @Test
    void birthdays_that_are_over_move_on_to_the_next_year_in_sets() {
        long lunar = contact("李一", "\"birthdayCalendar\":\"lunar\",\"lunarBirthday\":\"闰六月初一\"")
                .path("id")
                .asLong();
        long solar = contact("李二", "\"birthday\":\"1980-02-29\"").path("id").asLong();
        var object = application.bean(LiveCatalog.class).current().object("contact");
        RenewBirthdays.run(application.database().dsl(), object, LocalDate.of(2033, 3, 1));
        assertThat(nextOf(solar)).isEqualTo("2034-02-28");
        assertThat(nextOf(lunar))
                .isEqualTo(LunarDay.read("闰六月初一").orElseThrow().in(2033).toString());
        RenewBirthdays.run(application.database().dsl(), object, LocalDate.of(2036, 2, 29));
        assertThat(nextOf(solar)).isEqualTo("2036-02-29");
        application.database().dsl().execute("update contact set next_birthday = null");
        RenewBirthdays.run(application.database().dsl(), object, today());
        assertThat(nextOf(lunar)).isEqualTo(next("闰六月初一"));
    }

    @Test
    void owners_are_told_some_days_before_with_the_lunar_day() {
        LocalDate day = LocalDate.of(2040, 9, 1);
        contact("王一", "\"birthdayCalendar\":\"lunar\",\"lunarBirthday\":\"八月十五\"");
        RemindBirthdays reminders = application.bean(RemindBirthdays.class);
        LocalDate feast = LunarDay.read("八月十五").orElseThrow().next(day);
        reminders.remind(feast.minusDays(3));
        reminders.remind(feast.minusDays(2));
        assertThat(titles()).contains("联系人的生日还有 3 天").doesNotContain("联系人的生日还有 2 天");
        assertThat(birthdays()).contains("王一（农历八月十五）");
    }

    private static String next(String said) {
        return LunarDay.read(said).orElseThrow().next(today()).toString();
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    private static String nextOf(long id) {
        return admin.get("/api/records/contact/" + id).text("/nextBirthday");
    }

    private static JsonNode contact(String name, String values) {
        return admin.post(
                        "/api/records/contact",
                        "{\"name\":\"%s\",\"customer\":%d,%s}".formatted(name, customer, values))
                .expect(201)
                .body();
    }

    private static List<String> titles() {
        return told("/title");
    }

    private static List<String> birthdays() {
        return told("/body");
    }

    private static List<String> told(String part) {
        return admin.get("/api/notifications")
                .expect(200)
                .body()
                .at("/items")
                .valueStream()
                .filter(notice -> notice.at("/kind").asString().equals("birthday"))
                .map(notice -> notice.at(part).asString())
                .toList();
    }
}
