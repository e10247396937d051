package hengke.kernel.identity;

import static hengke.kernel.identity.IdentityWorld.DESK;
import static hengke.kernel.identity.IdentityWorld.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.kernel.access.Person;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Passwords that may not come back, and those that must go. */
class PasswordRulesTest {
    private final IdentityWorld world = new IdentityWorld();
    private final Profile profile = world.identity.profile();
    private final PasswordLinks links = world.identity.passwordLinks();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void none_of_the_last_passwords_comes_back_and_only_so_many_hashes_are_kept() {
        world.passwords = new PasswordPolicy(10, 1, 3, 0);
        world.add("ben");
        refused(PASSWORD, PASSWORD);
        change(PASSWORD, "second of his own");
        change("second of his own", "third of his own");
        refused("third of his own", PASSWORD);
        refused("third of his own", "second of his own");
        change("third of his own", "fourth of his own");
        change("fourth of his own", PASSWORD);

        String kept =
                world.database.dsl().fetch("select * from password_history").formatCSV();
        assertThat(world.database.dsl().fetchCount(DSL.table("password_history")))
                .isEqualTo(2);
        assertThat(kept).contains("$argon2id$").doesNotContain("of his own");
    }

    @Test
    void a_link_does_not_bring_a_former_password_back_either() {
        world.add("ben");
        change(PASSWORD, "second of his own");
        var link = links.issue(world.ana, world.person("ben").id());

        for (String former : new String[] {PASSWORD, "second of his own"}) {
            assertThatThrownBy(() -> links.use(link.token(), former, null, DESK))
                    .hasMessageContaining("passwordUsed");
        }
        assertThat(links.use(link.token(), "third of his own", null, DESK)).isNotNull();
    }

    @Test
    void where_none_is_remembered_any_may_come_back() {
        world.passwords = new PasswordPolicy(10, 1, 0, 0);
        world.add("ben");
        change(PASSWORD, "second of his own");
        change("second of his own", PASSWORD);
        assertThat(world.database.dsl().fetch("select * from password_history")).isEmpty();
    }

    @Test
    void a_password_that_has_run_out_lets_in_as_far_as_a_new_one() {
        world.passwords = new PasswordPolicy(10, 1, 5, 90);
        world.add("ben");
        world.clock.advance(Duration.ofDays(90).minusSeconds(1));
        assertThat(world.signIn("ben").session().owes()).isNull();
        world.clock.advance(Duration.ofSeconds(1));

        var begun = world.signIn("ben");
        assertThat(begun.session().owes()).isEqualTo(Owed.PASSWORD);
        assertThat(profile.passwordEnds(begun.session().actor().user())).contains(world.clock.instant());
        profile.changePassword(begun.session(), PASSWORD, "a fresh one of his");

        assertThat(world.identity.sessions().find(begun.secret()).orElseThrow().owes())
                .isNull();
        assertThat(world.identity
                        .signIn()
                        .signIn("ben", "a fresh one of his", null, DESK)
                        .session()
                        .owes())
                .isNull();
    }

    @Test
    void a_password_given_by_an_administrator_can_be_good_for_one_sign_in() {
        world.identity.people().add(world.ana, IdentityWorld.newcomer("ben", Set.of()), PASSWORD, true);
        assertThat(world.signIn("ben").session().owes()).isEqualTo(Owed.PASSWORD);
        change(PASSWORD, "second of his own");

        world.identity.people().change(world.ana, world.person("ben"), PASSWORD, true);
        assertThat(world.signIn("ben").session().owes()).isEqualTo(Owed.PASSWORD);
        links.use(links.issue(world.ana, world.person("ben").id()).token(), "third of his own", null, DESK);
        assertThat(world.identity
                        .signIn()
                        .signIn("ben", "third of his own", null, DESK)
                        .session()
                        .owes())
                .isNull();
    }

    @Test
    void whoever_owes_both_replaces_the_password_and_still_owes_the_second_step() {
        world.passwords = new PasswordPolicy(10, 1, 5, 90);
        world.add("ben");
        world.clock.advance(Duration.ofDays(90));
        var begun = world.signIn("ben");
        world.duty = SecondFactorDuty.EVERYBODY;

        profile.changePassword(begun.session(), PASSWORD, "a fresh one of his");

        var left = world.identity.sessions().find(begun.secret()).orElseThrow();
        assertThat(left.owes()).isEqualTo(Owed.SECOND_FACTOR);
    }

    @Test
    void setting_up_the_second_step_does_not_stand_in_for_the_new_password() {
        world.passwords = new PasswordPolicy(10, 1, 5, 90);
        world.clock.advance(Duration.ofDays(90));
        var begun = world.signIn("ana");
        world.identity.secondFactors().begin(world.ana);
        byte[] secret = world.database
                .dsl()
                .fetchSingle("select secret from second_factor")
                .get(0, byte[].class);

        world.identity.secondFactors().confirm(begun.session(), new Totp(secret).code(world.clock.instant()), DESK);

        assertThat(world.identity.sessions().find(begun.secret()).orElseThrow().owes())
                .isEqualTo(Owed.PASSWORD);
    }

    @Test
    void whoever_forgot_gets_a_link_and_nobody_else_does() {
        long ben = addWithMail("ben", PASSWORD);
        addWithMail("cem", null);
        long gone = addWithMail("dora", PASSWORD);
        world.identity.people().disable(world.ana, gone);
        world.add("eve");

        for (String account : new String[] {"cem", "dora@example.com", "eve", "nobody", "%", ""}) {
            assertThat(asked(account)).isEmpty();
        }
        var byLogin = asked(" BEN ").getFirst();
        var byMail = asked("Ben@Example.com").getFirst();
        assertThat(byLogin.person()).isEqualTo(ben);
        assertThatThrownBy(() -> links.holder(byLogin.token())).hasMessageContaining("linkDead");

        world.clock.advance(Duration.ofMinutes(30).minusSeconds(1));
        assertThat(links.holder(byMail.token()).login()).isEqualTo("ben");
        world.clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> links.use(byMail.token(), "a fresh one of his", null, DESK))
                .hasMessageContaining("linkDead");
    }

    @Test
    void the_link_of_somebody_disabled_meanwhile_is_dead_and_the_use_of_one_stands_in_the_log() {
        addWithMail("ben", PASSWORD);
        var before = world.signIn("ben");
        var link = asked("ben").getFirst();
        world.identity.people().disable(world.ana, world.person("ben").id());
        assertThatThrownBy(() -> links.use(link.token(), "a fresh one of his", null, DESK))
                .hasMessageContaining("linkDead");

        addWithMail("cem", PASSWORD);
        var good = asked("cem").getFirst();
        links.use(good.token(), "a fresh one of hers", null, DESK);
        assertThatThrownBy(() -> links.use(good.token(), "another one of hers", null, DESK))
                .hasMessageContaining("linkDead");
        assertThat(world.database
                        .dsl()
                        .fetch("select login from sign_in_attempt where succeeded")
                        .getValues("login", String.class))
                .contains("cem");
        assertThat(world.identity.sessions().find(before.secret())).isEmpty();
    }

    @Test
    void one_person_is_mailed_a_few_links_and_one_address_asks_a_few_times() {
        addWithMail("ben", PASSWORD);
        assertThat(IntStream.range(0, 5).map(_ -> asked("ben").size()).sum()).isEqualTo(PasswordRequests.PER_PERSON);
        IntStream.range(5, PasswordRequests.PER_ADDRESS).forEach(_ -> asked("nobody"));
        assertThatThrownBy(() -> asked("cem")).isInstanceOf(Refusal.TooMany.class);

        world.clock.advance(PasswordRequests.WINDOW);
        assertThat(asked("ben")).hasSize(1);
    }

    /** As the background does it, twice, as after a kill. */
    private List<PasswordLinks.Issued> asked(String account) {
        List<PasswordLinks.Issued> made = new ArrayList<>();
        PasswordRequests requests = world.identity.passwordRequests();
        long[] number = new long[1];
        requests.take(account, Language.ENGLISH, DESK, id -> number[0] = id);
        requests.answer(number[0], (_, link, _) -> made.add(link));
        requests.answer(number[0], (_, link, _) -> made.add(link));
        return made;
    }

    private long addWithMail(String login, @Nullable String password) {
        var person =
                new Person(0, login, login, login + "@example.com", null, null, null, List.of(), true, Set.of(), 0);
        return world.identity.people().add(world.ana, person, password);
    }

    private void change(String current, String wanted) {
        profile.changePassword(
                world.identity.signIn().signIn("ben", current, null, DESK).session(), current, wanted);
    }

    private void refused(String current, String wanted) {
        assertThatThrownBy(() -> change(current, wanted))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("passwordUsed");
    }
}
