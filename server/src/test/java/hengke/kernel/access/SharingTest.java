package hengke.kernel.access;

import static hengke.kernel.access.AccessWorld.NORTH;
import static hengke.kernel.access.AccessWorld.grant;
import static hengke.kernel.access.AccessWorld.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is open to more people than its scope: shared one by one, and by rule. */
class SharingTest {
    private static final Scope OWN = new Scope.Own();

    private final AccessWorld world = new AccessWorld();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_shared_record_is_seen_and_with_the_right_to_edit_edited() {
        world.share("dan", "ben", "read");
        world.share("nora", "ben", "edit");
        world.share("eve", "cem", "edit");
        world.role(
                "ben",
                world.role(
                        grant("firm", Verb.READ, OWN), grant("firm", Verb.EDIT, OWN), grant("firm", Verb.DELETE, OWN)));

        assertThat(world.reached("ben", world.firm, Verb.READ)).containsExactly("ben", "dan", "nora");
        assertThat(world.reached("ben", world.firm, Verb.EDIT)).containsExactly("ben", "nora");
        assertThat(world.reached("ben", world.firm, Verb.DELETE)).containsExactly("ben");
        assertThat(world.reached("cem", world.firm, Verb.READ)).isEmpty();
    }

    @Test
    void a_share_taken_back_shows_nothing_any_more() {
        world.share("dan", "ben", "read");
        world.role("ben", world.role(grant("firm", Verb.READ, OWN)));
        world.database.dsl().execute("update share set deleted_at = now()");

        assertThat(world.reached("ben", world.firm, Verb.READ)).containsExactly("ben");
    }

    @Test
    void a_rule_opens_what_matches_to_people_departments_and_roles() {
        Role reading = world.role(grant("firm", Verb.READ, OWN), grant("firm", Verb.EDIT, OWN));
        for (String person : AccessWorld.PEOPLE) {
            world.role(person, reading);
        }
        world.rule("{'field':'region','op':'under','value':'31'}", false, Set.of(id("ben")), Set.of(), Set.of());
        world.rule("{'field':'name','op':'eq','value':'eve'}", true, Set.of(), Set.of(NORTH), Set.of());
        world.rule("{'field':'name','op':'eq','value':'boss'}", false, Set.of(), Set.of(), Set.of(99L));

        assertThat(world.reached("ben", world.firm, Verb.READ)).containsExactly("ben", "dan", "eve");
        assertThat(world.reached("ben", world.firm, Verb.EDIT)).containsExactly("ben", "eve");
        assertThat(world.reached("ben", world.firm, Verb.DELETE)).isEmpty();
        assertThat(world.reached("cem", world.firm, Verb.READ))
                .as("a branch of the north")
                .containsExactly("cem", "eve");
        assertThat(world.reached("dan", world.firm, Verb.READ)).containsExactly("dan");
    }

    @Test
    void whoever_sees_a_record_by_a_rule_sees_what_lives_within() {
        world.insert("member", "of dan", id("dan"), Map.of("firm", world.firmOf("dan")));
        world.role("ben", world.role(grant("*", Verb.READ, OWN)));
        world.rule("{'field':'name','op':'eq','value':'dan'}", false, Set.of(id("ben")), Set.of(), Set.of());

        assertThat(world.reached("ben", world.member, Verb.READ)).containsExactly("of dan");
    }

    @Test
    void a_rule_gives_no_verb_that_no_role_gives_and_nothing_to_those_who_left() {
        world.rule("{'field':'name','op':'notEmpty'}", true, Set.of(id("ben"), id("eve")), Set.of(), Set.of());
        world.role("eve", world.role(grant("firm", Verb.READ, OWN)));
        Actor before = world.actor("eve");

        assertThat(world.reached("ben", world.firm, Verb.READ)).isEmpty();
        assertThat(world.reached("eve", world.firm, Verb.EDIT)).isEmpty();
        assertThat(world.reached("eve", world.firm, Verb.READ)).hasSize(AccessWorld.PEOPLE.size());
        world.leave("eve");
        assertThat(world.access.visibility(before, world.firm, Verb.READ).branches())
                .isEmpty();
    }

    @Test
    void a_rule_whose_filter_has_lost_its_meaning_opens_nothing() {
        world.role("ben", world.role(grant("firm", Verb.READ, OWN)));
        world.rule("{'field':'noSuchField','op':'eq','value':'x'}", false, Set.of(id("ben")), Set.of(), Set.of());
        world.rule("{}", false, Set.of(id("ben")), Set.of(), Set.of());

        assertThat(world.reached("ben", world.firm, Verb.READ)).containsExactly("ben");
    }
}
