package hengke.kernel.text.value;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.problem.Language;
import hengke.kernel.text.value.Decimals.Amount;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ValueReadersTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1234.50|1234.5",
                "1,500,746.98|1500746.98",
                "１，２３４．５|1234.5",
                "'1234|1234",
                "-5|-5",
                "－５|-5",
                "(1,234.5)|-1234.5",
                "（12）|-12",
                "3万|30000",
                "264.037324万|2640373.24",
                "1.2亿|120000000",
                "3亿5000万|350000000",
                "3万5|30005",
                "120千|120000",
                "2百万|2000000",
                "12k|12000",
                "15%|0.15",
                "1.5E+6|1500000",
                ".5|0.5",
                "5.|5",
                "1 500 000|1500000",
                "+7|7",
                "0|0",
                "100|100"
            })
    void numbers(String written, BigDecimal value) {
        assertThat(Decimals.number(written)).isEqualTo(Reading.of(value));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "1,5|reading.number.comma",
                "1.234,50|reading.number.comma",
                "壹佰万元整|reading.number.numerals",
                "一百|reading.number.numerals",
                "abc|reading.number",
                "12-13|reading.number",
                "1,23,456|reading.number",
                "3万5亿|reading.number",
                "万|reading.number.numerals",
                ".|reading.number",
                "1111111111111111111111111111111111111|reading.number",
                "1e999999999|reading.number",
                "--5|reading.number"
            })
    void what_is_no_number_is_refused_with_a_reason(String written, String reason) {
        assertThat(reason(Decimals.number(written))).isEqualTo(reason);
    }

    @ParameterizedTest(name = "{0} is {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "￥1,500,746.98元|1500746.98|CNY",
                "¥2469192.72元|2469192.72|CNY",
                "２９７０１３４．７１|2970134.71|",
                "191.045170万|1910451.7|",
                "191万元|1910000|CNY",
                "100元整|100|CNY",
                "人民币 5,000 元|5000|CNY",
                "USD 12.50|12.5|USD",
                "12.50美元|12.5|USD",
                "HK$1,000|1000|HKD",
                "RMB1000|1000|CNY",
                "(￥20)|-20|CNY",
                "-￥20|-20|CNY",
                "100块钱|100|CNY"
            })
    void amounts_of_money(String written, BigDecimal value, String currency) {
        assertThat(Decimals.money(written)).isEqualTo(Reading.of(new Amount(value, currency)));
    }

    @Test
    void an_amount_in_two_currencies_is_refused() {
        assertThat(reason(Decimals.money("$100元人民币"))).isEqualTo("reading.twoCurrencies");
    }

    @Test
    void a_percentage_is_the_number_before_the_sign() {
        assertThat(Decimals.percent("15.5％")).isEqualTo(Reading.of(new BigDecimal("15.5")));
        assertThat(Decimals.percent("15.5")).isEqualTo(Reading.of(new BigDecimal("15.5")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026/1/5",
                "2026-01-05",
                "2026.1.5",
                "2026年1月5日",
                "２０２６－０１－０５",
                "20260105",
                "46027",
                "2026-1-5 0:00:00",
                "'2026-1-5",
                "2026年1月5号 星期一",
                "2026年1月5日（周一）",
                "2026-01-05T08:30:00+08:00",
                "2026/1/5 下午 3:20",
                "2026 - 1 - 5",
                "2026年01月05日 9时30分",
                "2026–01–05",
                "2026。1。5",
                "46027.5"
            })
    void days(String written) {
        assertThat(Dates.date(written)).isEqualTo(Reading.of(LocalDate.of(2026, 1, 5)));
    }

    @Test
    void a_year_at_the_end_is_read_where_day_and_month_are_certain() {
        assertThat(Dates.date("23/7/2026")).isEqualTo(Reading.of(LocalDate.of(2026, 7, 23)));
        assertThat(Dates.date("7/23/2026")).isEqualTo(Reading.of(LocalDate.of(2026, 7, 23)));
        assertThat(reason(Dates.date("7/8/2026"))).isEqualTo("reading.date.order");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "2026-02-30,reading.date.none", "2026年1月,reading.date.noDay", "26/1/5,reading.date.year",
                "1月5日,reading.date.year",
        "明天,reading.date", "123,reading.date", "99999,reading.date", "0202-01-05,reading.date.range",
        "2026-13-01,reading.date.none", "2026-01-05 25:00,reading.date.none", "2026-01-055,reading.date",
                "202601055,reading.date"
    })
    void what_is_no_day_is_refused_with_a_reason(String written, String reason) {
        assertThat(reason(Dates.date(written))).isEqualTo(reason);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2026-01-05 09:30,2026-01-05T01:30:00Z",
        "2026/1/5 下午 3:20:05,2026-01-05T07:20:05Z",
        "2026年1月5日 9时30分,2026-01-05T01:30:00Z",
        "2026-01-05T09:30:00Z,2026-01-05T09:30:00Z",
        "2026-01-05T09:30:00.123+09:00,2026-01-05T00:30:00Z",
        "20260105093000,2026-01-05T01:30:00Z",
        "46027.5,2026-01-05T04:00:00Z",
        "2026-01-05,2026-01-04T16:00:00Z",
        "2026-1-5 12:05 AM,2026-01-04T16:05:00Z",
        "2026-1-5 3:05 PM,2026-01-05T07:05:00Z"
    })
    void moments(String written, Instant moment) {
        assertThat(Dates.dateTime(written, SHANGHAI)).isEqualTo(Reading.of(moment));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "是,true",
        "√,true",
        "Y,true",
        "TRUE,true",
        "１,true",
        "有,true",
        "否,false",
        "×,false",
        "No,false",
        "0,false",
        "不是,false"
    })
    void yes_and_no(String written, boolean value) {
        assertThat(Booleans.read(written)).isEqualTo(Reading.of(value));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "150 3867 6688|15038676688",
                "+86 19103094090|19103094090",
                "186-6407-2855|18664072855",
                "'13856605329|13856605329",
                "１９１５３５７８９６８|19153578968",
                "008613945825332|13945825332",
                "15825370780\t|15825370780",
                "+86-138-0013-8000|13800138000",
                "(86)13800138000|13800138000",
                "13800138000.0|13800138000",
                "021-62351234|021-62351234",
                "02162351234|021-62351234",
                "(021)62351234|021-62351234",
                "+86 21 6235 1234|021-62351234",
                "021-62351234-801|021-62351234-801",
                "021-62351234转801|021-62351234-801",
                "0571 8888 6666|0571-88886666",
                "400-820-8820|400-820-8820",
                "95588|95588",
                "10086|10086",
                "8001|8001",
                "62351234|62351234",
                "+852 9123 4567|+85291234567",
                "+1 650-253-0000|+16502530000"
            })
    void phone_numbers(String written, String number) {
        assertThat(Phones.read(written)).isEqualTo(Reading.of(number));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "1.38E+10,reading.phone.scientific",
        "1.3800138E10,reading.phone.scientific",
        "13800138000/13900139000,reading.phone.several",
        "13800138000、13900139000,reading.phone.several",
        "无,reading.phone",
        "微信同号,reading.phone",
        "=cmd,reading.phone"
    })
    void what_is_no_phone_number_is_refused_with_a_reason(String written, String reason) {
        assertThat(reason(Phones.read(written))).isEqualTo(reason);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "zhang.san@Example.COM,zhang.san@example.com",
                "ｚｈａｎｇ＠ｑｑ．ｃｏｍ,zhang@qq.com",
                "mailto:a@b.cn,a@b.cn",
                "张三@例子.中国,张三@例子.中国",
                "' a@b.cn ,a@b.cn"
            })
    void email_addresses(String written, String address) {
        assertThat(WebAddresses.email(written)).isEqualTo(Reading.of(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "zhangsan", "a@b.cn@c", "a b@c.cn", "a@b.cn; c@d.cn", "<script>@x.cn"})
    void what_is_no_email_address_is_refused(String written) {
        assertThat(WebAddresses.email(written)).isInstanceOf(Reading.Refused.class);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "www.huawei.com,https://www.huawei.com", "http://Huawei.com/cn?a=1,http://huawei.com/cn?a=1",
                "HTTPS://a.cn,https://a.cn",
        "a.cn:8080/x,https://a.cn:8080/x", "http://例子.中国/路径,http://xn--fsqu00a.xn--fiqs8s/路径",
                "https://10.0.0.1/,https://10.0.0.1/"
    })
    void web_addresses(String written, String address) {
        assertThat(WebAddresses.url(written)).isEqualTo(Reading.of(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,x",
                "ftp://a.cn",
                "http://",
                "http://a b.cn",
                "恒客",
                "http://good.cn@evil.cn",
                "file:///etc/passwd",
                "//evil.cn",
                "vbscript:x",
                "http:\\\\evil.cn",
                "https://a.cn/<script>"
            })
    void what_is_no_web_address_is_refused(String written) {
        assertThat(WebAddresses.url(written)).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void a_credit_code_is_checked_by_its_last_character() {
        assertThat(CreditCode.read("91440300708461136t")).isEqualTo(Reading.of("91440300708461136T"));
        assertThat(CreditCode.read("９１４４０３００７０８４６１１３６Ｔ")).isEqualTo(Reading.of("91440300708461136T"));
        assertThat(reason(CreditCode.read("91440300708461136A"))).isEqualTo("reading.creditCode.check");
        assertThat(reason(CreditCode.read("914403007084611O6T"))).isEqualTo("reading.creditCode.character");
        assertThat(reason(CreditCode.read("9144030070846113"))).isEqualTo("reading.creditCode.length");
        assertThat(reason(CreditCode.read("440301103097413"))).isEqualTo("reading.creditCode.old");
    }

    @Test
    void names_lose_the_spaces_inside() {
        assertThat(Names.person(" 上 官 子 宇　")).isEqualTo(Reading.of("上官子宇"));
        assertThat(Names.person("欧阳 娜娜")).isEqualTo(Reading.of("欧阳娜娜"));
        assertThat(Names.person("张三丰 李四光")).isEqualTo(Reading.of("张三丰 李四光"));
        assertThat(Names.person("John  Smith")).isEqualTo(Reading.of("John Smith"));
        assertThat(Names.organisation(" 天水华兆科 技有限责任公司 　")).isEqualTo(Reading.of("天水华兆科技有限责任公司"));
        assertThat(Names.organisation("IBM 中国 有限公司")).isEqualTo(Reading.of("IBM 中国有限公司"));
    }

    @Test
    void a_blank_cell_is_blank_for_every_reader() {
        for (String blank : List.of("", "  ", "\u3000", "'", "\u0000")) {
            assertThat(List.of(
                            Decimals.number(blank),
                            Decimals.money(blank),
                            Dates.date(blank),
                            Booleans.read(blank),
                            Phones.read(blank),
                            WebAddresses.email(blank),
                            WebAddresses.url(blank),
                            CreditCode.read(blank),
                            Regions.read(blank)))
                    .allMatch(Reading.Blank.class::isInstance);
        }
    }

    @Test
    void reasons_are_spoken_in_both_languages() throws MissingResourceException {
        ResourceBundle chinese = ResourceBundle.getBundle("messages.reading", Locale.CHINESE);
        ResourceBundle english = ResourceBundle.getBundle("messages.reading", Locale.ENGLISH);
        assertThat(english.keySet()).isEqualTo(chinese.keySet());
        Reading<String> refused = Phones.read("1.38E+10");
        assertThat(((Reading.Refused<String>) refused).reason().in(Language.CHINESE))
                .contains("“1.38E+10”", "设为文本");
        assertThat(((Reading.Refused<String>) refused).reason().in(Language.ENGLISH))
                .contains("as text");
    }

    private static String reason(Reading<?> reading) {
        return reading instanceof Reading.Refused<?>(var reason) ? reason.key() : reading.toString();
    }
}
