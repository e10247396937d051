package hengke.kernel.identity;

import static hengke.kernel.identity.IdentityWorld.DESK;
import static hengke.kernel.identity.IdentityWorld.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hengke.kernel.problem.Refusal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SecondFactorsTest {
    private final IdentityWorld world = new IdentityWorld();
    private final SecondFactors factors = world.identity.secondFactors();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void once_it_is_on_signing_in_takes_a_code_that_works_once() {
        setUp();
        next();

        assertThat(refusal(null)).isEqualTo("codeRequired");
        assertThat(refusal("000000")).isEqualTo("codeWrong");
        String code = code();
        assertThat(signIn(code)).isNotNull();
        assertThat(refusal(code)).isEqualTo("codeWrong");
        next();
        assertThat(signIn(" " + code().substring(0, 3) + " " + code().substring(3)))
                .isNotNull();
    }

    @Test
    void a_wrong_password_is_refused_alike_with_and_without_a_second_factor() {
        setUp();
        world.add("ben");
        for (String login : List.of("ana", "ben", "nobody")) {
            assertThat(catchThrowableOfType(
                                    Refusal.Unauthenticated.class,
                                    () -> world.identity.signIn().signIn(login, "wrong", "123456", DESK))
                            .code())
                    .isEqualTo("unauthenticated");
        }
    }

    @Test
    void codes_are_guessed_no_more_often_than_passwords_and_asking_for_one_is_no_failure() {
        setUp();
        for (int i = 0; i < 7; i++) {
            assertThat(refusal(null)).isEqualTo("codeRequired");
        }
        for (int i = 0; i < 5; i++) {
            assertThat(refusal("000000")).isEqualTo("codeWrong");
        }
        next();
        assertThatThrownBy(() -> signIn(code())).isInstanceOf(Refusal.TooMany.class);
        world.clock.advance(Duration.ofMinutes(16));
        assertThat(signIn(code())).isNotNull();
    }

    @Test
    void each_recovery_code_works_once_and_only_hashes_are_kept() {
        List<String> codes = setUp();

        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(signIn(codes.getFirst())).isNotNull();
        assertThat(refusal(codes.getFirst())).isEqualTo("codeWrong");
        assertThat(signIn(codes.get(1).replace("-", "").toUpperCase(java.util.Locale.ROOT)))
                .isNotNull();
        assertThat(factors.state(world.ana).recoveryCodes()).isEqualTo(8);
        assertThat(world.database
                        .dsl()
                        .fetch("select code_hash::text from recovery_code")
                        .formatCSV())
                .doesNotContain(codes.get(2));

        next();
        List<String> renewed = factors.renewRecoveryCodes(world.ana, code(), DESK);
        assertThat(refusal(codes.get(3))).isEqualTo("codeWrong");
        assertThat(signIn(renewed.getFirst())).isNotNull();
    }

    @Test
    void it_counts_only_when_confirmed_and_the_secret_is_not_told_again() {
        var session = world.signIn("ana").session();
        factors.begin(world.ana);
        assertThat(signIn(null)).isNotNull();
        assertThatThrownBy(() -> factors.confirm(session, "000000", DESK)).isInstanceOf(Refusal.Invalid.class);

        factors.begin(world.ana);
        factors.confirm(session, code(), DESK);
        assertThatThrownBy(() -> factors.begin(world.ana)).isInstanceOf(Refusal.Conflict.class);
    }

    @Test
    void turning_it_on_ends_other_sessions_and_turning_it_off_takes_a_code() {
        var other = world.signIn("ana");
        setUp();
        assertThat(world.identity.sessions().find(other.secret())).isEmpty();

        assertThatThrownBy(() -> factors.turnOff(world.ana, "000000", DESK)).isInstanceOf(Refusal.Invalid.class);
        next();
        factors.turnOff(world.ana, code(), DESK);
        assertThat(signIn(null)).isNotNull();
    }

    @Test
    void where_the_company_demands_it_a_session_owes_it_until_it_is_set_up() {
        world.duty = SecondFactorDuty.ADMINISTRATORS;
        world.add("ben");
        assertThat(world.signIn("ben").session().owes()).isNull();
        var session = world.signIn("ana");
        assertThat(session.session().owes()).isEqualTo(Owed.SECOND_FACTOR);

        factors.begin(world.ana);
        factors.confirm(session.session(), code(), DESK);
        assertThat(world.identity
                        .sessions()
                        .find(session.secret())
                        .orElseThrow()
                        .owes())
                .isNull();
        next();
        assertThatThrownBy(() -> factors.turnOff(world.ana, code(), DESK)).isInstanceOf(Refusal.Forbidden.class);

        world.duty = SecondFactorDuty.EVERYBODY;
        assertThat(world.signIn("ben").session().owes()).isEqualTo(Owed.SECOND_FACTOR);
    }

    @Test
    void an_administrator_resets_it_and_nobody_else() {
        List<String> codes = setUp();
        world.add("ben");
        assertThatThrownBy(() -> factors.reset(world.actor("ben"), world.ana.user()))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThat(refusal(null)).isEqualTo("codeRequired");

        factors.reset(world.ana, world.ana.user());
        assertThat(signIn(null)).isNotNull();
        assertThat(factors.state(world.ana).on()).isFalse();
        assertThat(codes).isNotEmpty();
    }

    @Test
    void a_reset_link_does_not_stand_in_for_the_code() {
        setUp();
        String token = world.identity
                .passwordLinks()
                .issue(world.ana, world.ana.user())
                .token();
        next();
        assertThat(catchThrowableOfType(
                                Refusal.Unauthenticated.class,
                                () -> world.identity.passwordLinks().use(token, "another good password", null, DESK))
                        .code())
                .isEqualTo("codeRequired");
        assertThat(world.identity.passwordLinks().use(token, "another good password", code(), DESK))
                .isNotNull();
    }

    private List<String> setUp() {
        var session = world.signIn("ana").session();
        factors.begin(world.ana);
        return factors.confirm(session, code(), DESK);
    }

    private String code() {
        byte[] secret = world.database
                .dsl()
                .fetchSingle("select secret from second_factor where person_id = ?", world.ana.user())
                .get("secret", byte[].class);
        return new Totp(secret).code(world.clock.instant());
    }

    private void next() {
        world.clock.advance(Duration.ofSeconds(30));
    }

    private Sessions.Begun signIn(@Nullable String code) {
        return world.identity.signIn().signIn("ana", PASSWORD, code, DESK);
    }

    private String refusal(@Nullable String code) {
        return catchThrowableOfType(Refusal.Unauthenticated.class, () -> signIn(code))
                .code();
    }
}
