package hengke.kernel.text;

import static hengke.kernel.text.SearchPart.email;
import static hengke.kernel.text.SearchPart.name;
import static hengke.kernel.text.SearchPart.person;
import static hengke.kernel.text.SearchPart.phone;
import static hengke.kernel.text.SearchPart.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SearchTextTest {
    private static final SearchText COMPANY = SearchText.of(List.of(
            name("杭州云天科技（集团）有限公司"),
            text("HT-2024-00123"),
            phone("0571-88886666"),
            email("zhang.san@yuntian-tech.com"),
            text("5G 应用，Coca-Cola 代理")));
    private static final SearchText CONTACT =
            SearchText.of(List.of(person("曾志伟"), phone("+86 138 0013 8000"), email("zeng_zw@qq.com")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "云天",
                "杭州云天",
                "云天科技",
                "雲天科技",
                "科技（集团",
                "科技集团",
                "杭",
                "杭州 科技",
                "云 天 科 技",
                "ytkj",
                "YTKJ",
                "hzyt",
                "hzytkj",
                "hz",
                "yt",
                "yuntian",
                "yunt",
                "hangzhouyuntian",
                "hangzhouyuntiankejijituanyouxiangongsi",
                "hzytkjjtyxgs",
                "tiankeji",
                "kej",
                "ha",
                "h",
                "HT-2024",
                "ht2024",
                "00123",
                "6666",
                "0571-8888",
                "88886666",
                "zhang.san",
                "zhangsan",
                "zhang.san@yuntian-tech.com",
                "zhang.san@yun",
                "@yuntian-tech.com",
                "5g",
                "5G应用",
                "coca",
                "cola",
                "coca-cola",
                "cocacola",
                "云天 6666",
                "ｙｔｋｊ"
            })
    void a_company_is_found_by(String input) {
        assertThat(SearchQuery.parse(input).matches(COMPANY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"天云", "州天", "云", "云天银行", "tykj", "9999", "zhangsan@other.com", "xyz", "", "  ", "（）", "@qq.com"})
    void a_company_is_not_found_by(String input) {
        assertThat(SearchQuery.parse(input).matches(COMPANY)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "曾",
                "曾志",
                "志伟",
                "zzw",
                "zz",
                "zeng",
                "zengzhiwei",
                "zengzw@",
                "zeng_zw@qq.com",
                "8000",
                "13800138000",
                "+8613800138000",
                "138 0013 8000",
                "0013 8000",
                "1380013"
            })
    void a_person_is_found_by(String input) {
        assertThat(SearchQuery.parse(input).matches(CONTACT)).isTrue();
    }

    @Test
    void any_part_of_two_or_more_characters_finds_the_text() {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            String written = RandomText.han(random, 2 + random.nextInt(30));
            SearchText indexed = SearchText.of(List.of(random.nextBoolean() ? name(written) : text(written)));
            int[] characters = written.codePoints().toArray();
            int start = random.nextInt(characters.length - 1);
            int end = start + 2 + random.nextInt(characters.length - start - 1);
            String part = new String(characters, start, end - start);
            assertThat(SearchQuery.parse(part).matches(indexed))
                    .as("%s in %s", part, written)
                    .isTrue();
        }
    }

    @Test
    void any_beginning_of_the_pinyin_from_a_syllable_on_finds_the_name() {
        Random random = new Random(13);
        for (int i = 0; i < 3_000; i++) {
            String written = RandomText.han(random, 2 + random.nextInt(12));
            Pinyin pinyin = Pinyin.of(written);
            SearchText indexed = SearchText.of(List.of(name(written)));
            int start = random.nextInt(pinyin.units().size());
            String rest =
                    String.join("", pinyin.units().subList(start, pinyin.units().size()));
            if (rest.length() >= 3 && rest.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
                String typed = rest.substring(0, 3 + random.nextInt(rest.length() - 2));
                assertThat(SearchQuery.parse(typed).matches(indexed))
                        .as("%s in %s", typed, written)
                        .isTrue();
            }
            String initials = pinyin.initials();
            int first = random.nextInt(initials.length() - 1);
            String typedInitials = initials.substring(first, first + 2 + random.nextInt(initials.length() - first - 1));
            if (typedInitials.chars().allMatch(letter -> letter >= 'a' && letter <= 'z')) {
                assertThat(SearchQuery.parse(typedInitials).matches(indexed))
                        .as("%s in %s", typedInitials, written)
                        .isTrue();
            }
        }
    }

    @Test
    void an_exact_name_ranks_before_a_beginning_before_the_rest() {
        SearchQuery query = SearchQuery.parse("云天科技");
        assertThat(query.rank(SearchText.of(List.of(name("云天·科技"))))).isEqualTo(0);
        assertThat(query.rank(SearchText.of(List.of(name("云天科技有限公司"))))).isEqualTo(1);
        assertThat(query.rank(SearchText.of(List.of(name("张三"), text("云天科技"))))).isEqualTo(2);
        assertThat(query.rank(COMPANY)).isEqualTo(3);
    }

    @Test
    void the_size_stays_bounded_whatever_is_written() {
        Random random = new Random(17);
        SearchText longName = SearchText.of(List.of(name(RandomText.han(random, 200))));
        assertThat(longName.grams()).hasSizeLessThan(320);
        SearchText huge = SearchText.of(List.of(name("云".repeat(100_000)), text(RandomText.anything(random, 100_000))));
        assertThat(huge.grams()).hasSizeLessThanOrEqualTo(1_000);
        assertThat(huge.body()).hasSizeLessThanOrEqualTo(4_000);
        assertThat(SearchQuery.parse(RandomText.anything(random, 100_000)).grams())
                .hasSizeLessThanOrEqualTo(32);
    }

    @Test
    void nothing_odd_breaks_it() {
        Random random = new Random(19);
        for (int i = 0; i < 5_000; i++) {
            SearchText text = SearchText.of(List.of(
                    name(RandomText.anything(random, 20)),
                    person(RandomText.anything(random, 5)),
                    phone(RandomText.anything(random, 8)),
                    email(RandomText.anything(random, 9) + "@" + RandomText.anything(random, 3))));
            SearchQuery.parse(RandomText.anything(random, 15)).matches(text);
            assertThat(text.body() + text.grams()).doesNotContain("\u0000");
        }
    }

    @Test
    void a_name_has_the_grams_of_whatever_part_of_it_is_filtered_by() {
        Random random = new Random(20261122);
        for (int round = 0; round < 2_000; round++) {
            String whole = RandomText.han(random, random.nextInt(1, 12))
                    + RandomText.anything(random, random.nextInt(0, 6))
                    + RandomText.han(random, random.nextInt(0, 290));
            List<String> grams = SearchText.of(List.of(name(whole))).grams();
            int[] characters = whole.codePoints().toArray();
            int from = random.nextInt(characters.length);
            String part = new String(characters, from, random.nextInt(Math.min(12, characters.length - from)) + 1);
            if (whole.length() <= SearchPart.LONGEST_NAME) {
                assertThat(grams).as("%s in %s", part, whole).containsAll(SearchQuery.gramsOfNamesWith(part));
            }
        }
        assertThat(SearchQuery.gramsOfNamesWith("云天科技")).containsExactly("云天", "天科", "科技");
        assertThat(SearchQuery.gramsOfNamesWith("天")).isEmpty();
        assertThat(SearchQuery.gramsOfNamesWith("acebook")).isEmpty();
    }
}
