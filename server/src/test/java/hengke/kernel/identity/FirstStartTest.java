package hengke.kernel.identity;

import static hengke.kernel.identity.IdentityWorld.DESK;
import static hengke.kernel.identity.IdentityWorld.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.kernel.problem.Refusal;
import hengke.testing.SettableClock;
import hengke.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FirstStartTest {
    private final TestDatabase database = TestDatabase.migrated();
    private final SettableClock clock = new SettableClock("2026-11-23T01:00:00Z");
    private final Identity identity = Identity.over(
            database.dsl(),
            new LiveOrganisation(database.dsl(), clock),
            SessionPolicy.STANDARD,
            () -> SecondFactorDuty.NOBODY,
            clock);
    private final FirstStart firstStart = identity.firstStart();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_link_makes_an_administrator_who_is_signed_in_and_names_the_company() {
        assertThat(firstStart.needed()).isTrue();
        String token = firstStart.issueLink();

        Sessions.Begun begun = firstStart.setUp(token, "ana", PASSWORD, "安娜", "云图", DESK);

        assertThat(firstStart.needed()).isFalse();
        assertThat(identity.organisation().get().administrator(begun.session().actor()))
                .isTrue();
        assertThat(identity.organisation().get().company().name()).isEqualTo("云图");
        assertThat(identity.signIn()
                        .signIn("ana", PASSWORD, null, DESK)
                        .session()
                        .actor())
                .isEqualTo(begun.session().actor());
    }

    @Test
    void a_guessed_token_and_a_bad_password_make_nobody() {
        String token = firstStart.issueLink();

        assertThatThrownBy(() -> firstStart.setUp("guessed", "ana", PASSWORD, "安娜", "云图", DESK))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThatThrownBy(() -> firstStart.setUp(token, "ana", "short", "安娜", "云图", DESK))
                .isInstanceOf(Refusal.Invalid.class);
        assertThat(firstStart.needed()).isTrue();
        assertThat(database.dsl().fetch("select * from setup_token").formatCSV())
                .doesNotContain(token);
    }

    @Test
    void of_two_who_use_links_at_the_same_time_one_is_first() throws Exception {
        String one = firstStart.issueLink();
        String other = firstStart.issueLink();
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Boolean>> tries = List.of(() -> setUp(one, "ana"), () -> setUp(other, "ben"));
            assertThat(threads.invokeAll(tries).stream().filter(Future::resultNow))
                    .hasSize(1);
        }
        assertThat(identity.organisation().refresh().people()).hasSize(1);
        assertThat(setUp(one, "cem")).isFalse();
    }

    @Test
    void the_administrator_of_the_settings_is_made_once() {
        firstStart.createAdministrator("ana", PASSWORD);
        firstStart.createAdministrator("ben", PASSWORD);

        assertThat(identity.organisation().get().people()).hasSize(1);
        assertThat(firstStart.weak("ana", "password123")).isTrue();
        assertThat(firstStart.weak("ana", PASSWORD)).isFalse();
    }

    private boolean setUp(String token, String login) {
        try {
            firstStart.setUp(token, login, PASSWORD, login, "云图", DESK);
            return true;
        } catch (Refusal.Conflict alreadySetUp) {
            return false;
        }
    }
}
