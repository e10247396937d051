package hengke.sales;

import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.access.Company;
import hengke.kernel.transfer.importing.WrittenValues;
import java.time.Month;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A text that somebody pastes fills in a lead. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PastedLeadTest {
    private final Lead lead = new Lead();
    private final PastedLead pasted = new PastedLead(
            lead, new WrittenValues(() -> new Company("", "", ZoneId.of("Asia/Shanghai"), "CNY", Month.JANUARY)));

    @Test
    void a_visiting_card() {
        Map<String, Object> read = read("""
                杭州云图科技有限公司
                张伟 采购总监
                手机：138 0571 0001
                电话：0571-88886666-802
                邮箱：zhang.wei@yuntu.example
                网址：www.yuntu.example
                微信：zhangwei_01
                浙江省杭州市西湖区文三路 100 号""");
        assertThat(told(read, "name")).isEqualTo("张伟");
        assertThat(told(read, "company")).isEqualTo("杭州云图科技有限公司");
        assertThat(told(read, "title")).isEqualTo("采购总监");
        assertThat(told(read, "phone")).isEqualTo("13805710001");
        assertThat(told(read, "landline")).contains("88886666");
        assertThat(told(read, "email")).isEqualTo("zhang.wei@yuntu.example");
        assertThat(told(read, "website")).contains("www.yuntu.example");
        assertThat(told(read, "wechat")).isEqualTo("zhangwei_01");
        assertThat(told(read, "address")).contains("文三路");
        assertThat(read).doesNotContainKey("need");
    }

    @Test
    void one_line_of_a_chat_and_what_they_need() {
        Map<String, Object> read = read("李女士 13905710002 苏州百川电子厂 想了解 200 套终端的报价");
        assertThat(told(read, "name")).isEqualTo("李女士");
        assertThat(told(read, "company")).isEqualTo("苏州百川电子厂");
        assertThat(told(read, "phone")).isEqualTo("13905710002");
        assertThat(told(read, "need")).contains("200").contains("报价");
    }

    @Test
    void labels_go_before_looks() {
        Map<String, Object> read = read("联系人：王芳\n公司：绿野\n职务：店长\n需求：要培训");
        assertThat(told(read, "name")).isEqualTo("王芳");
        assertThat(told(read, "company")).isEqualTo("绿野");
        assertThat(told(read, "title")).isEqualTo("店长");
        assertThat(told(read, "need")).isEqualTo("要培训");
    }

    private Map<String, Object> read(String text) {
        Map<String, Object> read = new HashMap<>();
        pasted.read(text).forEach((field, value) -> read.put(field.name(), value));
        return read;
    }

    private static String told(Map<String, Object> read, String field) {
        return String.valueOf(read.get(field));
    }
}
