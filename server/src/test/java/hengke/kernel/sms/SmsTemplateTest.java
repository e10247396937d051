package hengke.kernel.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates, and the hours at which phones may ring. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SmsTemplateTest {
    private static SmsTemplate template(String text) {
        return new SmsTemplate(1, "发货", "SMS_1", text, 1);
    }

    @Test
    void its_gaps_are_filled_in_the_order_in_which_the_provider_counts_them() {
        SmsTemplate named = template("${name}您好，订单${no}已发货，${name}请查收");
        assertThat(named.gaps()).containsExactly("name", "no");
        Sms.Filled filled =
                named.filled(Map.of("name", "王芳", "no", "SO-1")::get).orElseThrow();
        assertThat(filled.wording()).isEqualTo("王芳您好，订单SO-1已发货，王芳请查收");
        assertThat(filled.values()).containsExactly(Map.entry("name", "王芳"), Map.entry("no", "SO-1"));
        assertThat(template("订单{2}，{1}").gaps()).containsExactly("1", "2");
    }

    @Test
    void what_is_too_long_is_cut_lines_are_joined_and_what_is_empty_is_not_sent() {
        SmsTemplate template = template("${text}");
        assertThat(template.filled(_ -> "x".repeat(40)).orElseThrow().values().get("text"))
                .hasSize(35)
                .endsWith("…");
        assertThat(template.filled(_ -> " 一\n二\t三 ").orElseThrow().wording()).isEqualTo("一 二 三");
        assertThat(template.filled(_ -> " \n ")).isEmpty();
        // a value is no pattern
        assertThat(template.filled(_ -> "$1 \\ ${text}").orElseThrow().wording())
                .isEqualTo("$1 \\ ${text}");
    }

    @ParameterizedTest
    @CsvSource({"'没有变量',true", "'${a}${b}',true", "'{1}{2}',true", "'{1}{3}',false", "'{2}',false", "'{1}${a}',false"})
    void gaps_are_all_words_or_all_numbers(String text, boolean sound) {
        assertThat(template(text).sound()).isEqualTo(sound);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T00:00:00Z,2026-11-23T00:00:00Z", // eight in Shanghai
        "2026-11-23T12:59:59Z,2026-11-23T12:59:59Z",
        "2026-11-23T13:00:00Z,2026-11-24T00:00:00Z", // nine in the evening
        "2026-11-23T18:00:00Z,2026-11-24T00:00:00Z" // two in the night
    })
    void phones_ring_by_day(Instant now, Instant then) {
        assertThat(DayTime.from(now, ZoneId.of("Asia/Shanghai"))).isEqualTo(then);
    }
}
