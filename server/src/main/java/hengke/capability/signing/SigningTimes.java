package hengke.capability.signing;

import hengke.kernel.settings.Settings;
import org.springframework.stereotype.Component;

/** For how long papers are usually, and at most, given out to be signed. */
@Component
public final class SigningTimes {
    public static final int MOST_DAYS = SigningSettings.MOST_DAYS;

    private final Settings settings;

    SigningTimes(Settings settings) {
        this.settings = settings;
    }

    public int days() {
        return settings.get(SigningSettings.DAYS).intValue();
    }

    public int mostDays() {
        return MOST_DAYS;
    }
}
