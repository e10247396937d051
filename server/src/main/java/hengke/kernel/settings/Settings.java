package hengke.kernel.settings;

import hengke.kernel.events.Broadcast;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The settings in force: answered from memory, read anew at once when another node tells of a change, and looked after
 * from time to time in any case.
 */
public final class Settings implements Broadcast.Listener {
    private static final Duration TRUSTED = Duration.ofSeconds(20);

    private final DSLContext dsl;
    private final SecretBox secrets;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Seen seen;

    /** What was read, and until when it is taken for the newest without a look. */
    private record Seen(SettingValues values, Instant trustedUntil) {}

    public Settings(DSLContext dsl, SecretBox secrets, Clock clock) {
        this.dsl = dsl;
        this.secrets = secrets;
        this.clock = clock;
    }

    public <T> T get(Setting<T> setting) {
        return values().get(setting);
    }

    /** All of them at one moment. */
    public SettingValues values() {
        Seen last = seen;
        return last != null && clock.instant().isBefore(last.trustedUntil) ? last.values : look();
    }

    @Override
    public void heard(String version) {
        mayHaveMissed();
    }

    /** Whoever asks next looks for newer ones. */
    @Override
    public void mayHaveMissed() {
        Seen last = seen;
        if (last != null) {
            seen = new Seen(last.values, Instant.MIN);
        }
    }

    /** What is decided as this transaction sees it; secrets remain sealed. */
    public static SettingValues open(DSLContext within) {
        return SettingRows.read(within, SecretBox.SHUT);
    }

    /** Only some of them, as this transaction sees them. */
    public static SettingValues open(DSLContext within, Setting<?>... asked) {
        return SettingRows.read(
                within, SecretBox.SHUT, Stream.of(asked).map(Setting::name).toList());
    }

    /** Looks for newer ones now. */
    SettingValues look() {
        reading.lock();
        try {
            Instant trustedUntil = clock.instant().plus(TRUSTED);
            Seen last = seen;
            long version = SettingRows.version(dsl);
            SettingValues values =
                    last != null && last.values.version() == version ? last.values : SettingRows.read(dsl, secrets);
            seen = new Seen(values, trustedUntil);
            return values;
        } finally {
            reading.unlock();
        }
    }
}
