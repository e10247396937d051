package hengke.kernel.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MentionsTest {
    private static final long EAST = 10;
    private static final long SOUTH = 11;
    private static final Organisation PEOPLE = new Organisation(
            1,
            new Company("Acme", "Acme", ZoneId.of("Asia/Shanghai"), "CNY", java.time.Month.JANUARY),
            List.of(
                    person(1, "王伟", EAST, true),
                    person(2, "王伟", SOUTH, true),
                    person(3, "王伟强", SOUTH, true),
                    person(4, "李四", null, false),
                    person(5, "Ann Lee", null, true)),
            List.of(new Department(EAST, "华东部", null, null, 1), new Department(SOUTH, "华南部", null, null, 1)),
            List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "没有人 | ''",
                "@王伟强来看 | 3",
                "＠王伟请看 | 1,2",
                "@王伟（华南部）请看 | 2",
                "@王伟(华东部) @王伟强 | 1,3",
                "@李四 已离职 | ''",
                "thanks @ann lee! | 5",
                "wang@王伟 | ''",
                "@王伟（不存在） | ''",
                "@ | ''"
            })
    void a_text_speaks_to(String text, String ids) {
        Set<Long> mentioned = Mentions.of(text, PEOPLE);
        assertThat(String.join(
                        ",", mentioned.stream().sorted().map(String::valueOf).toList()))
                .isEqualTo(ids);
    }

    private static Person person(long id, String name, @Nullable Long department, boolean active) {
        return new Person(id, "p" + id, name, null, null, department, null, List.of(), active, Set.of(), 1);
    }
}
