package hengke.kernel.text.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hengke.kernel.text.value.Identity.Kind;
import hengke.kernel.text.value.Identity.Mark;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IdentityTest {
    private static final double LIKELY = 0.85;
    private static final String COMPANY = "杭州维伯鑫生物科技有限公司";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "杭州維伯鑫生物科技有限公司",
                "杭州维伯鑫生物科技",
                "杭州维伯鑫生物科技有限责任公司",
                "杭州维伯鑫生物科技股份有限公司",
                "杭州维伯鑫生物科技集团有限公司",
                "维伯鑫生物科技有限公司",
                "杭州市维伯鑫生物科技有限公司",
                "浙江省维伯鑫生物科技有限公司",
                "维伯鑫（杭州）生物科技有限公司",
                "维伯鑫(杭州)生物科技有限公司",
                "维伯鑫杭州生物科技有限公司",
                "杭州 维伯鑫生物科技 有限公司　",
                "杭州伯维鑫生物科技有限公司",
                "杭州维鑫生物科技有限公司",
                "杭州维伯欣生物科技有限公司"
            })
    void a_name_written_otherwise_is_the_same_and_shares_a_key(String other) {
        assertThat(alike(named(COMPANY), named(other))).isGreaterThanOrEqualTo(LIKELY);
        assertThat(named(COMPANY).keys())
                .anyMatch(key -> named(other).keys().stream().anyMatch(key::meets));
    }

    @ParameterizedTest
    @ValueSource(strings = {"宁波维伯鑫生物科技有限公司", "杭州维伯鑫企业管理咨询有限公司", "杭州维伯鑫生物科技有限公司深圳分公司", "杭州生物科技有限公司"})
    void another_place_trade_or_branch_is_another_company(String other) {
        assertThat(alike(named(COMPANY), named(other))).isLessThan(LIKELY);
    }

    @Test
    void two_codes_are_two_companies_unless_a_slip_explains_it() {
        assertThat(alike(coded("91330106MA2H123456"), coded("91330106MA2H998877")))
                .isZero();
        assertThat(alike(coded("91330106MA2H123456"), coded("91330106MA2H123457")))
                .isGreaterThan(0.95);
        assertThat(Likeness.of(
                                identity(null, mark("name", Kind.COMPANY, "旧名称"), code("91330106MA2H123456")),
                                identity(null, mark("name", Kind.COMPANY, "全新字号"), code("91330106MA2H123456")))
                        .score())
                .as("renamed")
                .isGreaterThan(0.95);
    }

    @Test
    void a_name_without_a_place_is_less_like_a_company_in_another_city() {
        Identity hangzhou = identity("3301", mark("name", Kind.COMPANY, "维伯鑫生物科技"));
        assertThat(alike(hangzhou, named("宁波维伯鑫生物科技有限公司"))).isLessThan(LIKELY);
        assertThat(alike(hangzhou, named("杭州维伯鑫生物科技有限公司"))).isGreaterThanOrEqualTo(LIKELY);
        assertThat(Identity.placeOf("浙江省杭州市西湖区文三路 1 号")).isEqualTo("3301");
        assertThat(Identity.placeOf("杭州市文三路 1 号")).isEqualTo("3301");
        assertThat(Identity.placeOf("文三路 1 号")).isNull();
    }

    @Test
    void signs_add_up_and_a_shared_number_alone_says_little_of_companies() {
        Mark phone = mark("phone", Kind.PHONE, "0571-86123456");
        assertThat(Likeness.of(identity(null, phone), identity(null, phone)).score())
                .isCloseTo(0.6, within(0.001));
        Likeness both = Likeness.of(
                identity(null, mark("name", Kind.COMPANY, COMPANY), phone),
                identity(null, mark("name", Kind.COMPANY, "维伯鑫生物科技"), phone));
        assertThat(both.score()).isGreaterThan(0.95);
        assertThat(both.reasons()).extracting(Likeness.Reason::field).containsExactly("name", "phone");
    }

    @Test
    void people_are_known_by_their_mobile_and_their_name() {
        assertThat(person("王敏", "13800138000", "王敏", "+86 138-0013-8000")).isGreaterThanOrEqualTo(0.95);
        assertThat(person("王女士", "13800138000", "王敏", "13800138000")).isGreaterThanOrEqualTo(LIKELY);
        assertThat(person("李磊", "13800138000", "王敏", "13800138000")).isLessThan(LIKELY);
        assertThat(person("王敏", "13800138000", "王敏", "13900139000")).isLessThan(LIKELY);
    }

    @ParameterizedTest
    @CsvSource({
        "+86 138-0013-8000, 13800138000",
        "0086 13800138000, 13800138000",
        "8613800138000, 13800138000",
        "１３８００１３８０００, 13800138000",
        "(0571) 86123456, 057186123456",
        "0571－86123456转801, 057186123456",
        "0571-86123456-801, 057186123456",
        "+86 571 86123456, 57186123456",
        "12345, ''"
    })
    void phones_are_compared_by_what_is_dialled(String written, String key) {
        assertThat(ContactKeys.phone(written)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"Wang@Example.COM, wang@example.com", "wang+crm@example.com, wang@example.com", "@example.com, ''"})
    void addresses_are_compared_without_case_and_what_follows_a_plus(String written, String key) {
        assertThat(ContactKeys.email(written)).isEqualTo(key);
    }

    @Test
    void likeness_is_the_same_from_either_side_and_1_with_itself() {
        List<Identity> all = new ArrayList<>();
        for (String name : List.of(COMPANY, "维伯鑫(杭州)生物科技", "宁波维伯鑫生物科技有限公司", "北京故事文化传媒", "A&B Co., Ltd", "李", "有限公司")) {
            all.add(named(name));
            all.add(identity("3301", mark("name", Kind.COMPANY, name), code("91330106MA2H123456")));
        }
        for (Identity one : all) {
            for (Identity other : all) {
                assertThat(alike(one, other)).isEqualTo(alike(other, one)).isBetween(0.0, 1.0);
            }
            assertThat(alike(one, one)).isCloseTo(1, within(1e-9));
        }
    }

    private static double person(String one, String phone, String other, String otherPhone) {
        return Likeness.of(
                        identity(null, mark("name", Kind.PERSON, one), mark("phone", Kind.PHONE, phone)),
                        identity(null, mark("name", Kind.PERSON, other), mark("phone", Kind.PHONE, otherPhone)))
                .score();
    }

    private static double alike(Identity one, Identity other) {
        return Likeness.of(one, other).score();
    }

    private static Identity named(String name) {
        return identity(null, mark("name", Kind.COMPANY, name));
    }

    private static Identity coded(String code) {
        return identity(null, mark("name", Kind.COMPANY, COMPANY), code(code));
    }

    private static Mark code(String code) {
        return mark("creditCode", Kind.CODE, code);
    }

    private static Mark mark(String field, Kind kind, String text) {
        return Mark.of(field, kind, true, text);
    }

    private static Identity identity(@Nullable String place, Mark... marks) {
        return new Identity(List.of(marks), place);
    }
}
