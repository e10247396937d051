package hengke.capability.task;

import hengke.kernel.metadata.type.Option;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long before the time of something people are reminded of it. */
public enum Reminder {
    AT_DUE(Option.of("atDue", "准时", "At that time"), Duration.ZERO),
    TEN_MINUTES(Option.of("tenMinutes", "提前 10 分钟", "10 minutes before"), Duration.ofMinutes(10)),
    HALF_AN_HOUR(Option.of("halfAnHour", "提前 30 分钟", "30 minutes before"), Duration.ofMinutes(30)),
    AN_HOUR(Option.of("anHour", "提前 1 小时", "An hour before"), Duration.ofHours(1)),
    A_DAY(Option.of("aDay", "提前 1 天", "A day before"), Duration.ofDays(1)),
    THREE_DAYS(Option.of("threeDays", "提前 3 天", "Three days before"), Duration.ofDays(3)),
    A_WEEK(Option.of("aWeek", "提前 1 周", "A week before"), Duration.ofDays(7));

    private final Option option;
    private final Duration before;

    Reminder(Option option, Duration before) {
        this.option = option;
        this.before = before;
    }

    /** All of them, as a field offers them. */
    public static Option[] options() {
        return Arrays.stream(values()).map(reminder -> reminder.option).toArray(Option[]::new);
    }

    public Duration before() {
        return before;
    }

    public static Optional<Reminder> of(@Nullable String wire) {
        return Arrays.stream(values())
                .filter(reminder -> reminder.option.value().equals(wire))
                .findFirst();
    }
}
