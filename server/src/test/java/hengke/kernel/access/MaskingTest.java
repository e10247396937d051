package hengke.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskingTest {
    @Test
    void a_phone_keeps_its_beginning_and_end() {
        assertThat(Masking.phone("13812345678")).isEqualTo("138****5678");
        assertThat(Masking.phone("+86 138-1234-5678")).isEqualTo("138****5678");
        assertThat(Masking.phone("010-62345678")).isEqualTo("010****5678");
        assertThat(Masking.phone("110")).isEqualTo("***");
    }

    @Test
    void an_address_of_mail_keeps_its_first_letter_and_its_host() {
        assertThat(Masking.email("zhang.san@x.com")).isEqualTo("z***@x.com");
        assertThat(Masking.email("no address")).isEqualTo("***");
    }

    @Test
    void a_name_keeps_its_first_character() {
        assertThat(Masking.name("张三")).isEqualTo("张*");
        assertThat(Masking.name("欧阳修远")).isEqualTo("欧**");
        assertThat(Masking.name("𠮷田")).isEqualTo("𠮷*");
        assertThat(Masking.name("张")).isEqualTo("*");
    }
}
