package hengke.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PinyinTest {

    @ParameterizedTest(name = "{0} is read {1}")
    @CsvSource({
        "重庆长安汽车,chongqingchanganqiche",
        "长沙银行股份有限公司,changshayinhanggufenyouxiangongsi",
        "厦门航空,xiamenhangkong",
        "六安瓜片,luanguapian",
        "单县中心医院,shanxianzhongxinyiyuan",
        "乐清电器,yueqingdianqi",
        "台州银行,taizhouyinhang",
        "洪洞大槐树,hongtongdahuaishu",
        "番禺珠江钢管,panyuzhujianggangguan",
        "东阿阿胶,dongeejiao",
        "立信会计师事务所,lixinkuaijishishiwusuo",
        "朝阳区行政中心,chaoyangquxingzhengzhongxin",
        "解放军总医院,jiefangjunzongyiyuan",
        "云天科技,yuntiankeji",
        "360安全,360anquan",
        "曾国藩,zengguofan",
        "仇英,qiuying",
        "解晓东,xiexiaodong",
        "单雄信,shanxiongxin",
        "区志强,ouzhiqiang",
        "查良镛,zhaliangyong",
        "任正非,renzhengfei",
        "朴树,piaoshu",
        "翟天临,zhaitianlin",
        "盖叫天,gejiaotian",
        "尉迟恭,yuchigong",
        "單小明,shanxiaoming",
        "吕布,lvbu"
    })
    void polyphones_are_read_by_phrase_then_by_surname(String text, String pinyin) {
        assertThat(Pinyin.of(text).full()).isEqualTo(pinyin);
    }

    @Test
    void a_person_is_read_surname_first_even_where_a_phrase_begins_the_same() {
        assertThat(Pinyin.ofPerson("解放").full()).isEqualTo("xiefang");
        assertThat(Pinyin.ofPerson("曾经纬").full()).isEqualTo("zengjingwei");
        assertThat(Pinyin.ofPerson("上 官 子 宇").full()).isEqualTo("shangguanziyu");
    }

    @Test
    void initials_keep_letters_and_digits() {
        assertThat(Pinyin.of("云天科技").initials()).isEqualTo("ytkj");
        assertThat(Pinyin.of("IBM（中国）360").initials()).isEqualTo("ibmzg360");
    }

    @Test
    void typed_letters_are_divided_into_syllables_where_that_is_certain() {
        assertThat(PinyinInput.certainStarts("yuntian")).containsExactly(0, 3);
        assertThat(PinyinInput.certainStarts("yunt")).containsExactly(0, 3);
        assertThat(PinyinInput.certainStarts("xian")).containsExactly(0);
        assertThat(PinyinInput.certainStarts("ytkj")).isEmpty();
        assertThat(PinyinInput.certainStarts("google")).isEmpty();
    }
}
