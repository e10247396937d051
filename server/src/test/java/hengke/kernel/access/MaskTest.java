package hengke.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskTest {
    @Test
    void a_phone_keeps_its_beginning_and_end() {
        assertThat(Mask.PHONE.cover("13812345678")).isEqualTo("138****5678");
        assertThat(Mask.PHONE.cover("+86 138-1234-5678")).isEqualTo("138****5678");
        assertThat(Mask.PHONE.cover("010-62345678")).isEqualTo("010****5678");
        assertThat(Mask.PHONE.cover("110")).isEqualTo("***");
    }

    @Test
    void an_address_of_mail_keeps_its_first_letter_and_its_host() {
        assertThat(Mask.EMAIL.cover("zhang.san@x.com")).isEqualTo("z***@x.com");
        assertThat(Mask.EMAIL.cover("no address")).isEqualTo("***");
    }

    @Test
    void a_name_keeps_its_first_character() {
        assertThat(Mask.NAME.cover("张三")).isEqualTo("张*");
        assertThat(Mask.NAME.cover("欧阳修远")).isEqualTo("欧**");
        assertThat(Mask.NAME.cover("𠮷田")).isEqualTo("𠮷*");
        assertThat(Mask.NAME.cover("张")).isEqualTo("*");
    }

    @Test
    void a_number_keeps_its_tail_and_a_code_its_ends() {
        assertThat(Mask.TAIL.cover("6222021234567890")).isEqualTo("***7890");
        assertThat(Mask.TAIL.cover("12345678")).isEqualTo("***");
        assertThat(Mask.ENDS.cover("云图科技公司")).isEqualTo("云***司");
        assertThat(Mask.ENDS.cover("云图公司")).isEqualTo("***");
    }

    @Test
    void what_is_no_text_is_covered_whole() {
        for (Mask mask : Mask.values()) {
            assertThat(mask.cover(1_234_567_890L)).isEqualTo("***");
        }
    }
}
