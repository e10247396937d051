package hengke.kernel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** How long a number waits for its next message; and which numbers there are. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SmsCapsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

    private static Duration waiting(Duration... ago) {
        List<Instant> newestFirst = Stream.of(ago).sorted().map(NOW::minus).toList();
        return SmsCaps.pause(newestFirst, NOW).orElse(Duration.ZERO);
    }

    private static Duration minutes(long minutes) {
        return Duration.ofMinutes(minutes);
    }

    @Test
    void a_number_gets_one_a_minute() {
        assertThat(waiting()).isZero();
        assertThat(waiting(Duration.ofSeconds(59))).isEqualTo(Duration.ofSeconds(1));
        assertThat(waiting(Duration.ofSeconds(60))).isZero();
    }

    @Test
    void five_an_hour() {
        assertThat(waiting(minutes(2), minutes(10), minutes(20), minutes(30))).isZero();
        assertThat(waiting(minutes(2), minutes(10), minutes(20), minutes(30), minutes(50)))
                .isEqualTo(minutes(10));
        assertThat(waiting(minutes(2), minutes(10), minutes(20), minutes(30), minutes(60)))
                .isZero();
    }

    @Test
    void and_ten_a_day_whichever_pause_is_the_longest() {
        Duration[] day = Stream.iterate(minutes(120), each -> each.plus(minutes(60)))
                .limit(10)
                .toArray(Duration[]::new);
        assertThat(waiting(day)).isEqualTo(Duration.ofHours(24).minus(minutes(120 + 9 * 60)));
        Duration[] hour = Stream.iterate(Duration.ofSeconds(30), each -> each.plus(minutes(2)))
                .limit(10)
                .toArray(Duration[]::new);
        assertThat(waiting(hour))
                .isEqualTo(Duration.ofHours(24).minus(minutes(18)).minusSeconds(30));
    }

    @Test
    void only_mobiles_of_the_mainland_in_their_one_form_are_numbers() {
        assertThat(Stream.of("13800138000", "19912345678")).allMatch(MobileNumber::is);
        assertThat(Stream.of(
                        "",
                        "12345678901",
                        "1380013800",
                        "138001380001",
                        "+8613800138000",
                        "021-62351234",
                        "+85291234567"))
                .noneMatch(MobileNumber::is);
        assertThat(MobileNumber.masked("13812345678")).isEqualTo("138****5678");
    }
}
