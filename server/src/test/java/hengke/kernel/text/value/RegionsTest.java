package hengke.kernel.text.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RegionsTest {

    @ParameterizedTest(name = "{0} is called {1}")
    @CsvSource({"11,北京市", "1101,北京市", "5002,重庆市县", "4290,湖北省省直辖县级行政区划", "3302,宁波市", "99,99"})
    void a_region_that_stands_alone_is_called_by_what_tells_it(String code, String name) {
        assertThat(Regions.name(code)).isEqualTo(name);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "浙江省,33",
        "浙江,33",
        "云南,53",
        "重庆,50",
        "重庆市,50",
        "吉林,22",
        "内蒙古,15",
        "广西,45",
        "香港,81",
        "台湾,71",
        "浙江省杭州市西湖区,330106",
        "浙江杭州西湖,330106",
        "浙江省/杭州市/西湖区,330106",
        "浙江 - 杭州,3301",
        "杭州市,3301",
        "杭州,3301",
        "江津区,500116",
        "重庆江津,500116",
        "重庆市重庆市江津区,500116",
        "北京市海淀区,110108",
        "北京市市辖区海淀区,110108",
        "玉龙县,530721",
        "上海浦东新区,310115",
        "上海浦东,310115",
        "恩施州来凤县,422827",
        "恩施土家族苗族自治州,4228",
        "恩施,4228",
        "云南丽江玉龙,530721",
        "朝阳市,2113",
        "东莞,4419",
        "广东东莞市,4419",
        "湖北省仙桃市,429004",
        "仙桃,429004",
        "330106,330106",
        "330000,33",
        "330100,3301",
        "３３０１,3301",
        "延边朝鲜族自治州,2224",
        "鄂伦春自治旗,150723",
        "双江拉祜族佤族布朗族傣族自治县,530925"
    })
    void a_region_is_found_by_full_and_short_names(String text, String code) {
        assertThat(Regions.read(text)).isEqualTo(Reading.of(code));
    }

    @Test
    void every_region_is_found_by_its_label() {
        assertThat(Regions.all())
                .allSatisfy(region ->
                        assertThat(Regions.read(Regions.label(region.code()))).isEqualTo(Reading.of(region.code())));
    }

    @Test
    void a_region_is_found_by_one_to_three_columns() {
        assertThat(Regions.read(List.of("重庆", "重庆市", "江津区"))).isEqualTo(Reading.of("500116"));
        assertThat(Regions.read(List.of("云南 ", "丽江市", "玉龙纳西族自治县"))).isEqualTo(Reading.of("530721"));
        assertThat(Regions.read(List.of("云南", "", ""))).isEqualTo(Reading.of("53"));
        assertThat(Regions.read(List.of("香港", "九龙"))).isEqualTo(Reading.of("8102"));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "朝阳,reading.region.ambiguous,朝阳市",
        "鼓楼区,reading.region.ambiguous,南京",
        "火星,reading.region,火星",
        "浙江省南京市,reading.region.underSimilar,江苏省南京市",
        "浙江省杭洲市,reading.region.underSimilar,杭州市",
        "浙江省杭州市东湖路,reading.region.under,东湖路",
        "999999,reading.region,999999"
    })
    void what_is_not_one_region_is_refused_with_suggestions(String text, String reason, String mentioned) {
        assertThat(Regions.read(text)).isInstanceOfSatisfying(Reading.Refused.class, refused -> {
            assertThat(refused.reason().key()).isEqualTo(reason);
            assertThat(refused.reason().in(hengke.kernel.problem.Language.CHINESE))
                    .contains(mentioned);
        });
    }

    @Test
    void every_region_is_found_by_its_own_label() {
        assertThat(Regions.all())
                .filteredOn(region -> !region.isFiller())
                .filteredOn(
                        region -> !Regions.read(Regions.label(region.code())).equals(Reading.of(region.code())))
                .extracting(region -> region.code() + Regions.label(region.code()))
                .isEmpty();
    }

    @Test
    void the_path_leaves_out_levels_that_exist_only_on_paper() {
        assertThat(Regions.label("500116")).isEqualTo("重庆市江津区");
        assertThat(Regions.label("530721")).isEqualTo("云南省丽江市玉龙纳西族自治县");
    }
}
