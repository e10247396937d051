package hengke.web;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.events.Event;
import hengke.kernel.events.EventKind;
import hengke.kernel.events.Outbox;
import hengke.testing.RunningApplication;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RunningApplicationTest {
    private static RunningApplication application;

    @BeforeAll
    static void start() {
        application = RunningApplication.start();
    }

    @AfterAll
    static void stop() {
        if (application != null) {
            application.close();
        }
    }

    @Test
    void it_says_that_it_lives_and_that_it_is_ready() {
        assertThat(application.get("/api/health/live").statusCode()).isEqualTo(200);
        assertThat(application.get("/api/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void its_figures_are_not_for_strangers() {
        assertThat(application.get("/api/metrics").statusCode()).isEqualTo(401);
    }

    @Test
    void a_request_keeps_the_name_its_caller_gave_it() {
        assertThat(application
                        .get("/api/health/live", "X-Request-Id", "a-b.1")
                        .headers()
                        .firstValue("X-Request-Id"))
                .contains("a-b.1");
    }

    @Test
    void a_request_without_a_sane_name_gets_one() {
        assertThat(application
                        .get("/api/health/live", "X-Request-Id", "a b<c>")
                        .headers()
                        .firstValue("X-Request-Id"))
                .hasValueSatisfying(name -> assertThat(name).matches("[0-9a-f]{16}"));
    }

    @Test
    void an_unknown_call_is_a_problem_and_not_a_page() {
        var answer = application.get("/api/nothing-here");
        assertThat(answer.statusCode()).isIn(401, 404);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    }

    @Test
    void an_event_that_is_undone_with_its_transaction_is_not_kept() {
        var dsl = application.bean(DSLContext.class);
        var kind = new EventKind<>("test.happened", String.class);
        dsl.transaction(configuration -> Outbox.publish(configuration.dsl(), Event.of(kind, "kept")));
        try {
            dsl.transaction(configuration -> {
                Outbox.publish(configuration.dsl(), Event.of(kind, "undone"));
                throw new IllegalStateException("roll back");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("roll back");
        }
        assertThat(dsl.fetch("select payload #>> '{}' from outbox where kind = 'test.happened'")
                        .getValues(0, String.class))
                .containsExactly("kept");
    }

    @Test
    void a_browser_may_run_nothing_but_our_own_files() {
        String policy = application
                .get("/")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow();
        assertThat(policy)
                .contains("script-src 'self'")
                .contains("object-src 'none'")
                .contains("frame-ancestors 'self'");
        assertThat(application.get("/api/session").headers().firstValue("X-Content-Type-Options"))
                .contains("nosniff");
    }
}
