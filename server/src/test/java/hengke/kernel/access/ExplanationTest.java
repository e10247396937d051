package hengke.kernel.access;

import static hengke.kernel.access.AccessWorld.grant;
import static hengke.kernel.access.AccessWorld.id;
import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.problem.Language;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Why somebody may and may not. */
class ExplanationTest {
    private static final Scope OWN = new Scope.Own();

    private final AccessWorld world = new AccessWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void the_explanation_names_what_decides() {
        world.share("dan", "ben", "read");
        world.role(
                "ben",
                world.role(
                        "phone",
                        FieldRight.MASKED,
                        grant("firm", Verb.READ, new Scope.MyDepartment()),
                        grant("firm", Verb.EDIT, OWN)));

        Explanation ofDan =
                world.access.explain(world.database.dsl(), world.actor("ben"), world.firm, world.firmOf("dan"));
        assertThat(verb(ofDan, Verb.READ)).isEqualTo("true 单独共享：可查看");
        assertThat(verb(ofDan, Verb.EDIT)).isEqualTo("false 记录不在权限范围内");
        assertThat(verb(ofDan, Verb.DELETE)).isEqualTo("false 没有角色授予这项权限");
        Explanation ofNora =
                world.access.explain(world.database.dsl(), world.actor("ben"), world.firm, world.firmOf("nora"));
        assertThat(verb(ofNora, Verb.READ)).isEqualTo("true 角色“role 1”：本部门负责");
        assertThat(ofNora.fields())
                .filteredOn(field -> field.field().name().equals("phone"))
                .map(field -> field.right() + " " + field.reason().in(Language.CHINESE))
                .containsExactly("MASKED 由角色“role 1”决定");
    }

    @Test
    void the_explanation_names_the_parent() {
        long member = world.insert("member", "of ben", id("dan"), Map.of("firm", world.firmOf("ben")));
        world.role("ben", world.role(grant("*", Verb.READ, OWN)));

        assertThat(verb(
                        world.access.explain(world.database.dsl(), world.actor("ben"), world.member, member),
                        Verb.READ))
                .isEqualTo("true 可查看所属的公司（角色“role 1”：本人负责）");
    }

    @Test
    void the_explanation_names_the_sharing_rule() {
        world.role("ben", world.role(grant("firm", Verb.READ, OWN)));
        world.rule("{'field':'name','op':'eq','value':'dan'}", false, Set.of(id("ben")), Set.of(), Set.of());

        assertThat(verb(
                        world.access.explain(world.database.dsl(), world.actor("ben"), world.firm, world.firmOf("dan")),
                        Verb.READ))
                .isEqualTo("true 共享规则“rule 1”");
    }

    private static String verb(Explanation explanation, Verb verb) {
        return explanation.verbs().stream()
                .filter(found -> found.verb() == verb)
                .map(found -> found.allowed() + " "
                        + String.join(
                                "; ",
                                found.reasons().stream()
                                        .map(reason -> reason.in(Language.CHINESE))
                                        .toList()))
                .findFirst()
                .orElseThrow();
    }
}
