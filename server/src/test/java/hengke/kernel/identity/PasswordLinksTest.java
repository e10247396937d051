package hengke.kernel.identity;

import static hengke.kernel.identity.IdentityWorld.DESK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.kernel.problem.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordLinksTest {
    private static final String WANTED = "a password of one's own";
    private final IdentityWorld world = new IdentityWorld();
    private final PasswordLinks links = world.identity.passwordLinks();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void an_invitation_lets_somebody_new_in_once() {
        var invitation = invite("ben");

        var begun = links.use(invitation.token(), WANTED, null, DESK);

        assertThat(begun.session().actor().user()).isEqualTo(invitation.person());
        assertThat(world.identity.signIn().signIn("ben", WANTED, null, DESK)).isNotNull();
        refused(invitation);
        assertThat(links.invitations()).isEmpty();
    }

    @Test
    void an_invitation_is_good_for_a_week_and_a_reset_for_a_day() {
        var invitation = invite("ben");
        world.clock.advance(Duration.ofDays(7).minusSeconds(1));
        assertThat(links.holder(invitation.token()).login()).isEqualTo("ben");
        world.clock.advance(Duration.ofSeconds(1));
        refused(invitation);

        world.add("cem");
        var reset = links.issue(world.ana, world.person("cem").id());
        assertThat(reset.purpose()).isEqualTo(PasswordLinks.Purpose.RESET);
        world.clock.advance(Duration.ofDays(1));
        refused(reset);
    }

    @Test
    void a_new_link_ends_the_one_before() {
        var first = invite("ben");
        var second = links.issue(world.ana, first.person());

        refused(first);
        assertThat(second.purpose()).isEqualTo(PasswordLinks.Purpose.INVITATION);
        assertThat(links.use(second.token(), WANTED, null, DESK)).isNotNull();
    }

    @Test
    void of_two_who_use_a_link_at_the_same_time_one_is_let_in() throws Exception {
        var invitation = invite("ben");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> attempt = () -> {
                try {
                    links.use(invitation.token(), WANTED, null, DESK);
                    return true;
                } catch (Refusal.Forbidden dead) {
                    return false;
                }
            };
            var tries =
                    threads.invokeAll(Stream.generate(() -> attempt).limit(6).toList());
            assertThat(tries.stream().filter(one -> one.resultNow()).count()).isEqualTo(1);
        }
    }

    @Test
    void a_reset_ends_the_sessions_and_the_old_password() {
        world.add("ben");
        var before = world.signIn("ben");

        links.use(links.issue(world.ana, world.person("ben").id()).token(), WANTED, null, DESK);

        assertThat(world.identity.sessions().find(before.secret())).isEmpty();
        assertThatThrownBy(() -> world.signIn("ben")).isInstanceOf(Refusal.Unauthenticated.class);
    }

    @Test
    void disabling_somebody_or_giving_a_password_ends_the_link() {
        world.add("ben");
        var ofDisabled = links.issue(world.ana, world.person("ben").id());
        world.identity.people().change(world.ana, IdentityWorld.disabled(world.person("ben")), null);
        refused(ofDisabled);
        world.identity.people().change(world.ana, IdentityWorld.with(world.person("ben"), true, Set.of()), null);
        refused(ofDisabled);

        var ofChanged = links.issue(world.ana, world.person("ben").id());
        world.identity.people().change(world.ana, world.person("ben"), WANTED);
        refused(ofChanged);
    }

    @Test
    void only_administrators_make_links_and_only_hashes_are_kept() {
        world.add("ben", "销售");
        var ben = world.actor("ben");
        for (Callable<?> deed : List.<Callable<?>>of(
                () -> links.issue(ben, world.ana.user()),
                () -> links.invite(ben, IdentityWorld.newcomer("eve", world.ana.roles())))) {
            assertThatThrownBy(deed::call).isInstanceOf(Refusal.Forbidden.class);
        }

        var invitation = invite("cem");
        assertThat(world.database.dsl().fetch("select * from password_link").formatCSV())
                .doesNotContain(invitation.token());
    }

    private PasswordLinks.Issued invite(String login) {
        return links.invite(world.ana, IdentityWorld.newcomer(login, Set.of()));
    }

    private void refused(PasswordLinks.Issued link) {
        assertThatThrownBy(() -> links.holder(link.token()))
                .isInstanceOf(Refusal.Forbidden.class)
                .hasMessageContaining("linkDead");
        assertThatThrownBy(() -> links.use(link.token(), WANTED, null, DESK)).hasMessageContaining("linkDead");
    }
}
