package hengke.robots;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.problem.Language;
import hengke.robots.GroupText.Waiting;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Several notices become one text of kinds and people. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GroupTextTest {
    @Test
    void a_line_for_each_kind_and_each_person_once_in_it() {
        GroupText made = GroupText.of(
                List.of(
                        new Waiting(1, 10, "approval", true),
                        new Waiting(2, 11, "task", false),
                        new Waiting(3, 10, "approval", true),
                        new Waiting(4, 12, "approval", true)),
                GroupTextTest::name,
                Language.CHINESE,
                "https://crm.example.cn");
        assertThat(made.text()).isEqualTo("""
                【恒客】有新的通知
                · 待我审批：人10 ×2、人12
                · 任务提醒：人11
                在恒客中查看：https://crm.example.cn""");
        assertThat(made.called()).containsExactly(10L, 12L);
        assertThat(made.taken()).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void two_of_one_name_are_two_and_whoever_has_left_is_passed_over() {
        GroupText made = GroupText.of(
                List.of(
                        new Waiting(1, 10, "task", true),
                        new Waiting(2, 11, "task", true),
                        new Waiting(3, 99, "task", true)),
                id -> id == 99 ? Optional.empty() : Optional.of("张伟"),
                Language.ENGLISH,
                "");
        assertThat(made.text()).isEqualTo("[Hengke] New notices\n· Reminders of tasks: 张伟, 张伟");
        assertThat(made.called()).containsExactly(10L, 11L);
        assertThat(made.taken()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void of_those_who_have_left_alone_nothing_is_said() {
        GroupText made =
                GroupText.of(List.of(new Waiting(1, 99, "task", true)), _ -> Optional.empty(), Language.CHINESE, "");
        assertThat(made.text()).isEmpty();
        assertThat(made.taken()).containsExactly(1L);
    }

    @Test
    void as_many_as_the_shortest_product_takes_and_the_rest_waits() {
        List<Waiting> many = LongStream.rangeClosed(1, 500)
                .mapToObj(each -> new Waiting(each, each, "task", true))
                .toList();
        GroupText made = GroupText.of(many, GroupTextTest::name, Language.CHINESE, "https://crm.example.cn");
        assertThat(made.text().getBytes(UTF_8).length).isBetween(GroupText.LONGEST - 30, GroupText.LONGEST);
        assertThat(made.taken()).hasSizeBetween(100, 499);
        assertThat(made.text())
                .contains("人" + made.taken().getLast())
                .doesNotContain("人" + (made.taken().size() + 1));
        assertThat(made.called()).hasSameSizeAs(made.taken());
    }

    @Test
    void a_name_calls_nobody_and_is_no_tag() {
        GroupText made = GroupText.of(
                List.of(new Waiting(1, 1, "task", true)),
                _ -> Optional.of("<at user_id=\"all\">@all</at>\n"),
                Language.CHINESE,
                "");
        assertThat(made.text()).doesNotContain("<", ">", "@").endsWith("/at");
    }

    private static Optional<String> name(long person) {
        return Optional.of("人" + person);
    }
}
