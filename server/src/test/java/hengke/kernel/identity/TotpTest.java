package hengke.kernel.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private static final Totp RFC = new Totp("12345678901234567890".getBytes(US_ASCII));

    /** The last six digits of the examples in RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codes_are_those_of_the_standard(long second, String code) {
        assertThat(RFC.code(Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-60, false", "-30, true", "0, true", "30, true", "60, false"})
    void a_clock_may_be_off_by_one_step(long seconds, boolean accepted) {
        Instant now = Instant.parse("2026-11-23T01:00:00Z");
        assertThat(RFC.step(RFC.code(now.plusSeconds(seconds)), now, 0).isPresent())
                .isEqualTo(accepted);
    }

    @Test
    void no_code_counts_twice_nor_one_older_than_the_last() {
        Instant now = Instant.parse("2026-11-23T01:00:00Z");
        long step = RFC.step(RFC.code(now), now, 0).orElseThrow();
        assertThat(RFC.step(RFC.code(now), now, step)).isEmpty();
        assertThat(RFC.step(RFC.code(now.minusSeconds(30)), now, step)).isEmpty();
        assertThat(RFC.step(RFC.code(now.plusSeconds(30)), now, step)).contains(step + 1);
    }

    @Test
    void the_secret_is_written_as_apps_read_it() {
        assertThat(RFC.text()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }
}
