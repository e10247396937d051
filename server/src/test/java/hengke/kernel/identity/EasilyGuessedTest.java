package hengke.kernel.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EasilyGuessedTest {
    private final EasilyGuessed guessed = new EasilyGuessed(Set.of("letmein1234"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "letmein1234",
                "aaaaaaaaaaaa",
                "zhangsan123456",
                "ZhangSan@2026",
                "hengke.2026!",
                "Hengke-zhangsan",
                "qwertyuiop[]",
                "QWER1234asdf",
                "1qaz2wsx3edc!",
                "9876543210",
                "abcdefghij1",
            })
    void what_anybody_would_try_is_found(String password) {
        assertThat(guessed.test(password, List.of("zhangsan", "Hengke", ""))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "some-long-password-1", "zhangsan likes tea", "k7Q-p2x-9Vm-w4"})
    void what_is_of_ones_own_is_not(String password) {
        assertThat(guessed.test(password, List.of("zhangsan", "Hengke", ""))).isFalse();
    }
}
