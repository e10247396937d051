package hengke.kernel.identity;

import static hengke.kernel.identity.IdentityWorld.DESK;
import static hengke.kernel.identity.IdentityWorld.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hengke.kernel.problem.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInTest {
    private final IdentityWorld world = new IdentityWorld();
    private final SignIn signIn = world.identity.signIn();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_person_signs_in_whatever_the_case_of_the_login() {
        Sessions.Begun begun = signIn.signIn(" ANA ", PASSWORD, null, DESK);

        assertThat(begun.session().actor()).isEqualTo(world.ana);
        assertThat(world.identity.sessions().find(begun.secret())).contains(begun.session());
    }

    @Test
    void a_wrong_login_and_a_wrong_password_look_the_same() {
        var wrongPassword = catchThrowableOfType(Refusal.Unauthenticated.class, () -> fail("ana"));
        var wrongLogin = catchThrowableOfType(Refusal.Unauthenticated.class, () -> fail("nobody"));

        assertThat(wrongLogin.reason()).isEqualTo(wrongPassword.reason());
    }

    @Test
    void somebody_disabled_or_without_a_password_and_the_product_itself_cannot_sign_in() {
        world.add("ben");
        world.identity.people().change(world.ana, IdentityWorld.disabled(world.person("ben")), null);
        world.identity.people().add(world.ana, IdentityWorld.newcomer("cem", java.util.Set.of()), null);

        for (String login : List.of("ben", "cem", "(system)")) {
            assertThatThrownBy(() -> signIn.signIn(login, PASSWORD, null, DESK))
                    .isInstanceOf(Refusal.Unauthenticated.class);
        }
    }

    @Test
    void after_five_failures_even_the_right_password_waits() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> fail("ana")).isInstanceOf(Refusal.Unauthenticated.class);
        }

        var refusal = catchThrowableOfType(Refusal.TooMany.class, () -> world.signIn("ana"));
        assertThat(refusal.retryAfterSeconds()).isEqualTo(901);

        world.clock.advance(Duration.ofSeconds(901));
        assertThat(world.signIn("ana").session().actor()).isEqualTo(world.ana);
    }

    @Test
    void signing_in_forgets_earlier_failures_of_the_login() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                assertThatThrownBy(() -> fail("ana")).isInstanceOf(Refusal.Unauthenticated.class);
            }
            world.signIn("ana");
        }
    }

    @Test
    void guessing_many_logins_from_one_address_is_stopped_for_this_address_only() {
        world.database.dsl().execute("""
                insert into sign_in_attempt (at, login, address, device)
                select cast(? as timestamptz), 'guess' || n, ?, '' from generate_series(1, 50) n
                """, world.clock.instant(), DESK.address());

        assertThatThrownBy(() -> world.signIn("ana")).isInstanceOf(Refusal.TooMany.class);
        assertThat(signIn.signIn("ana", PASSWORD, null, new Origin("10.0.0.2", ""))
                        .session()
                        .actor())
                .isEqualTo(world.ana);
    }

    @Test
    void attempts_made_at_the_same_time_count_each_other() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> attempt = () -> {
                try {
                    fail("ana");
                    return true;
                } catch (Refusal.TooMany waits) {
                    return false;
                } catch (Refusal.Unauthenticated wrong) {
                    return true;
                }
            };
            List<Future<Boolean>> tries = threads.invokeAll(
                    IntStream.range(0, 12).mapToObj(_ -> attempt).toList());
            long looked = tries.stream().filter(Future::resultNow).count();
            assertThat(looked).isEqualTo(5);
        }
    }

    private void fail(String login) {
        signIn.signIn(login, "not the password", null, DESK);
    }
}
