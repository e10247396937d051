package hengke.kernel.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.settings.Settings;
import hengke.testing.ApiClient;
import hengke.testing.RunningApplication;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NightlySearchTest {
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
    void it_searches_at_its_hour_and_only_after_changes() {
        admin.post("/api/records/customer", "{\"name\":\"杭州维伯鑫生物科技有限公司\"}").expect(201);
        searchAt("off");
        run();
        assertThat(rounds()).isZero();
        int hour = ZonedDateTime.now(ZoneId.of("Asia/Shanghai")).getHour();
        searchAt(Integer.toString((hour + 12) % 24));
        run();
        assertThat(rounds()).isZero();

        searchAt(Integer.toString(hour));
        run();
        assertThat(rounds()).isEqualTo(1);
        run();
        assertThat(rounds()).as("nothing has changed").isEqualTo(1);
        admin.post("/api/records/customer", "{\"name\":\"杭州维伯鑫生物科技\"}").expect(201);
        run();
        assertThat(rounds()).isEqualTo(2);
        assertThat(admin.get("/api/duplicates/customer").number("/groups")).isEqualTo(1);
    }

    @Test
    void a_search_whose_keys_a_crash_has_emptied_begins_again() {
        DSLContext database = application.bean(DSLContext.class);
        var object = application.bean(LiveCatalog.class).current().object("contact");
        long customer = admin.post("/api/records/customer", "{\"name\":\"苏州大树机械有限公司\"}")
                .expect(201)
                .number("/id");
        for (String name : new String[] {"王敏", "王小姐"}) {
            admin.post(
                            "/api/records/contact",
                            "{\"name\":\"%s\",\"customer\":%d,\"phone\":\"13800138000\"}".formatted(name, customer))
                    .expect(201);
        }
        DuplicateScan scan = new DuplicateScan(
                database, application.bean(LiveCatalog.class), application.bean(Settings.class), (_, _) -> {});
        long round = scan.start(Actor.SYSTEM, object).round();
        database.execute("update duplicate_scan set phase = 'pairs', position = 3 where object = 'contact'");
        database.execute("truncate twins_contact");
        scan.run("contact", round);
        assertThat(database.fetchCount(DSL.table("duplicate_pair"), DSL.condition("object = 'contact'")))
                .isEqualTo(1);
    }

    private static void searchAt(String hour) {
        long version = admin.get("/api/settings").expect(200).number("/version");
        admin.patch(
                        "/api/settings",
                        "{\"version\":%d,\"values\":{\"duplicates.nightly\":\"%s\"}}".formatted(version, hour))
                .expect(200);
    }

    private static void run() {
        application.bean(NightlySearch.class).run();
        await().until(() -> application
                        .bean(DSLContext.class)
                        .fetchCount(DSL.table("duplicate_scan"), DSL.condition("status = 'running'"))
                == 0);
    }

    private static long rounds() {
        return application
                .bean(DSLContext.class)
                .fetch("select round from duplicate_scan where object = 'customer'")
                .stream()
                .mapToLong(row -> row.get(0, Long.class))
                .sum();
    }
}
