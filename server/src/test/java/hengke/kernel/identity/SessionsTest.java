package hengke.kernel.identity;

import static hengke.kernel.identity.IdentityWorld.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.kernel.access.TokenScope;
import hengke.kernel.problem.Refusal;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final IdentityWorld world = new IdentityWorld();
    private final Sessions sessions = world.identity.sessions();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_session_ends_when_nobody_uses_it() {
        var begun = world.signIn("ana");
        world.clock.advance(Duration.ofHours(11));
        assertThat(sessions.find(begun.secret())).isPresent();
        world.clock.advance(Duration.ofHours(11));
        assertThat(sessions.find(begun.secret())).isPresent();

        world.clock.advance(Duration.ofHours(12));
        assertThat(sessions.find(begun.secret())).isEmpty();
    }

    @Test
    void a_session_ends_after_two_weeks_however_much_it_is_used() {
        var begun = world.signIn("ana");
        for (int i = 0; i < 14 * 4 - 1; i++) {
            world.clock.advance(Duration.ofHours(6));
            assertThat(sessions.find(begun.secret())).isPresent();
        }
        world.clock.advance(Duration.ofHours(6));
        assertThat(sessions.find(begun.secret())).isEmpty();
    }

    @Test
    void every_sign_in_begins_a_session_of_its_own_kept_only_as_a_hash() {
        var one = world.signIn("ana");
        var other = world.signIn("ana");

        assertThat(other.secret()).isNotEqualTo(one.secret());
        assertThat(other.session().csrf()).isNotEqualTo(one.session().csrf());
        assertThat(world.database.dsl().fetch("select * from user_session").formatCSV())
                .doesNotContain(one.secret(), other.secret());
    }

    @Test
    void disabling_somebody_ends_their_sessions_and_tokens_at_once_on_every_node() {
        long ben = world.add("ben", "销售");
        var session = world.signIn("ben");
        var token = world.identity.apiTokens().issue(ben, "script", TokenScope.EVERY, null);
        Identity otherNode = world.node();
        assertThat(otherNode.sessions().find(session.secret())).isPresent();

        world.identity.people().change(world.ana, IdentityWorld.disabled(world.person("ben")), null);

        assertThat(otherNode.sessions().find(session.secret())).isEmpty();
        assertThat(otherNode.apiTokens().find(token.token())).isEmpty();
        assertThat(otherNode.organisation().refresh().actor(ben).roles()).isEmpty();
    }

    @Test
    void a_new_password_ends_the_other_sessions() {
        var kept = world.signIn("ana");
        var other = world.signIn("ana");

        world.identity.profile().changePassword(kept.session(), PASSWORD, "another good password");

        assertThat(sessions.find(kept.secret())).isPresent();
        assertThat(sessions.find(other.secret())).isEmpty();
        assertThatThrownBy(() -> world.signIn("ana")).isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void the_current_password_is_needed_for_a_new_one_and_bad_ones_are_refused() {
        var session = world.signIn("ana").session();
        var profile = world.identity.profile();

        assertThatThrownBy(() -> profile.changePassword(session, "wrong", "another good password"))
                .isInstanceOf(Refusal.Invalid.class);
        for (String bad : new String[] {"short", "ana", "1234567890", "Password123", "aaaaaaaaaaaa", "x".repeat(129)}) {
            assertThatThrownBy(() -> profile.changePassword(session, PASSWORD, bad))
                    .isInstanceOf(Refusal.Invalid.class);
        }
    }

    @Test
    void devices_are_listed_and_ended_one_by_one_or_all_but_this() {
        var desk = world.signIn("ana");
        world.clock.advance(Duration.ofMinutes(5));
        var phone = world.signIn("ana");
        long ben = world.add("ben");
        Identity otherNode = world.node();
        assertThat(sessions.of(world.ana.user()))
                .extracting(Sessions.Device::id)
                .containsExactly(phone.session().session(), desk.session().session());

        assertThatThrownBy(() -> sessions.end(ben, desk.session().session())).isInstanceOf(Refusal.NotFound.class);
        sessions.end(world.ana.user(), desk.session().session());
        assertThat(otherNode.sessions().find(desk.secret())).isEmpty();

        var third = world.signIn("ana");
        sessions.endOthers(phone.session());
        assertThat(otherNode.sessions().find(third.secret())).isEmpty();
        assertThat(otherNode.sessions().find(phone.secret())).isPresent();
        world.clock.advance(Duration.ofHours(13));
        assertThat(sessions.of(world.ana.user())).isEmpty();
    }

    @Test
    void rights_that_change_count_with_the_next_request_on_another_node() {
        world.add("ben");
        var session = world.signIn("ben");
        Identity otherNode = world.node();
        assertThat(otherNode
                        .sessions()
                        .find(session.secret())
                        .orElseThrow()
                        .actor()
                        .roles())
                .isEmpty();

        long seller = world.role("销售").id();
        world.identity.people().change(world.ana, IdentityWorld.with(world.person("ben"), true, Set.of(seller)), null);

        assertThat(otherNode
                        .sessions()
                        .find(session.secret())
                        .orElseThrow()
                        .actor()
                        .roles())
                .containsExactly(seller);
    }

    @Test
    void a_token_acts_for_its_owner_until_it_expires_or_is_taken_back() {
        var tokens = world.identity.apiTokens();
        var expiring = tokens.issue(
                world.ana.user(),
                "a day",
                Set.of(TokenScope.READ),
                world.clock.instant().plus(Duration.ofDays(1)));
        var lasting = tokens.issue(world.ana.user(), "for good", TokenScope.EVERY, null);

        assertThat(tokens.find(expiring.token()).orElseThrow().actor().scopes()).containsExactly(TokenScope.READ);
        world.clock.advance(Duration.ofDays(1));
        assertThat(tokens.find(expiring.token())).isEmpty();

        assertThat(tokens.find(lasting.token())).isPresent();
        long ben = world.add("ben");
        assertThatThrownBy(() -> tokens.revoke(ben, lasting.id())).isInstanceOf(Refusal.NotFound.class);
        tokens.revoke(world.ana.user(), lasting.id());
        assertThat(tokens.find(lasting.token())).isEmpty();
    }

    @Test
    void what_has_run_out_is_swept_away() {
        world.signIn("ana");
        world.clock.advance(Duration.ofHours(13));
        var fresh = world.signIn("ana");

        sessions.sweep();

        assertThat(world.database
                        .dsl()
                        .fetchSingle("select count(*) from user_session")
                        .get(0))
                .isEqualTo(1L);
        assertThat(sessions.find(fresh.secret())).isPresent();
    }
}
