package hengke.kernel.identity;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal.FieldError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** What a password must be, and how it is kept: as Argon2id, so that guessing is dear even with the hashes. */
final class Passwords {
    private static final int LONGEST = 128;
    private static final EasilyGuessed GUESSED = new EasilyGuessed(common());

    private final Supplier<PasswordPolicy> policy;
    private final Supplier<List<String>> names;
    private final Argon2PasswordEncoder encoder = encoder();
    /** Each hash takes its memory and a core: many at once must not take them all. */
    private final Semaphore atOnce =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    /** Compared with when there is no such person, so that the answer takes as long. */
    private final String nobody = hash(Secret.random().text());

    /** @param names of the company, which everybody knows */
    Passwords(Supplier<PasswordPolicy> policy, Supplier<List<String>> names) {
        this.policy = policy;
        this.names = names;
    }

    String hash(String password) {
        return held(() -> Objects.requireNonNull(encoder.encode(password)));
    }

    /** Takes as long for a person without a password, or for nobody. */
    boolean matches(String password, @Nullable String hash) {
        if (length(password) > LONGEST) {
            return false;
        }
        boolean same = held(() -> encoder.matches(password, hash == null ? nobody : hash));
        return same && hash != null;
    }

    /** Why this cannot be the password of this login. */
    Optional<FieldError> fault(String field, String password, String login) {
        int length = length(password);
        PasswordPolicy demanded = policy.get();
        if (length < demanded.length() || length > LONGEST) {
            return Optional.of(FieldError.of(field, Message.of("identity.passwordLength", demanded.length(), LONGEST)));
        }
        if (!demanded.hasClasses(password)) {
            return Optional.of(FieldError.of(field, Message.of("identity.passwordClasses", demanded.classes())));
        }
        if (password.equalsIgnoreCase(login)) {
            return Optional.of(FieldError.of(field, Message.of("identity.passwordIsLogin")));
        }
        if (GUESSED.test(password, known(login))) {
            return Optional.of(FieldError.of(field, Message.of("identity.passwordCommon")));
        }
        return Optional.empty();
    }

    /** An address is known by what stands before its @. */
    private List<String> known(String login) {
        List<String> known = new ArrayList<>(names.get());
        known.add(login);
        known.add(login.replaceFirst("@.*", ""));
        return known;
    }

    private static int length(String password) {
        return password.codePointCount(0, password.length());
    }

    private <T> T held(Supplier<T> work) {
        atOnce.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }

    /** What it costs stands in a file of its own, which the tests, who make hundreds, replace by a cheaper one. */
    private static Argon2PasswordEncoder encoder() {
        Properties cost = new Properties();
        try (InputStream file = Passwords.class.getResourceAsStream("password-hash.properties")) {
            cost.load(Objects.requireNonNull(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Argon2PasswordEncoder(
                16, 32, 1, Integer.parseInt(cost.getProperty("kib")), Integer.parseInt(cost.getProperty("passes")));
    }

    private static Set<String> common() {
        try (InputStream list = Passwords.class.getResourceAsStream("common-passwords.txt")) {
            return new String(Objects.requireNonNull(list).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
