package hengke.capability.task;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long before it is due somebody is reminded. */
enum Reminder {
    AT_DUE("atDue", "到期时", "When it is due", Duration.ZERO),
    TEN_MINUTES("tenMinutes", "提前 10 分钟", "10 minutes before", Duration.ofMinutes(10)),
    HALF_AN_HOUR("halfAnHour", "提前 30 分钟", "30 minutes before", Duration.ofMinutes(30)),
    AN_HOUR("anHour", "提前 1 小时", "An hour before", Duration.ofHours(1)),
    A_DAY("aDay", "提前 1 天", "A day before", Duration.ofDays(1)),
    THREE_DAYS("threeDays", "提前 3 天", "Three days before", Duration.ofDays(3)),
    A_WEEK("aWeek", "提前 1 周", "A week before", Duration.ofDays(7));

    private final String wire;
    private final String chinese;
    private final String english;
    private final Duration before;

    Reminder(String wire, String chinese, String english, Duration before) {
        this.wire = wire;
        this.chinese = chinese;
        this.english = english;
        this.before = before;
    }

    String wire() {
        return wire;
    }

    String chinese() {
        return chinese;
    }

    String english() {
        return english;
    }

    Duration before() {
        return before;
    }

    static Optional<Reminder> of(@Nullable String wire) {
        return Arrays.stream(values())
                .filter(reminder -> reminder.wire.equals(wire))
                .findFirst();
    }
}
