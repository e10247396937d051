package hengke.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MadeUpTest {
    @Test
    void a_million_companies_have_a_million_names() {
        assertThat(LongStream.range(1, 1_000_000)
                        .mapToObj(MadeUp::company)
                        .distinct()
                        .count())
                .isEqualTo(999_999);
    }
}
