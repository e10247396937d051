package hengke.capability.task;

import hengke.kernel.metadata.type.Option;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How long before it is due somebody is reminded. */
enum Reminder {
    AT_DUE(Option.of("atDue", "到期时", "When it is due"), Duration.ZERO),
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

    Option option() {
        return option;
    }

    Duration before() {
        return before;
    }

    static Optional<Reminder> of(@Nullable String wire) {
        return Arrays.stream(values())
                .filter(reminder -> reminder.option.value().equals(wire))
                .findFirst();
    }
}
