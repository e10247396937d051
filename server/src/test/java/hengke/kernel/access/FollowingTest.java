package hengke.kernel.access;

import static hengke.kernel.access.AccessWorld.grant;
import static hengke.kernel.access.AccessWorld.id;
import static org.assertj.core.api.Assertions.assertThat;

import hengke.kernel.metadata.ObjectDefinition;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What lives within a firm of dan's, by how far rights reach down: its members, who have rights of their own, and a
 * member's badge, which has none. The badge was made by ben, the member belongs to dan.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FollowingTest {
    private final AccessWorld world = new AccessWorld();

    @AfterEach
    void close() {
        world.close();
    }

    /** Why ben reaches dan's firm. */
    private enum By {
        OWNER,
        SCOPE,
        TEAM_READ,
        TEAM_EDIT,
        RULE
    }

    @ParameterizedTest
    @CsvSource({
        "EDIT,    OWNER,     read edit,  read edit",
        "EDIT,    SCOPE,     read edit,  read edit",
        "EDIT,    TEAM_READ, read,       read",
        "EDIT,    TEAM_EDIT, read edit,  read edit",
        "EDIT,    RULE,      read,       read",
        "READ,    OWNER,     read,       read edit",
        "READ,    SCOPE,     read,       read edit",
        "READ,    TEAM_READ, read,       read edit",
        "READ,    TEAM_EDIT, read,       read edit",
        "READ,    RULE,      read,       read edit",
        "NOTHING, OWNER,     '',         ''",
        "NOTHING, SCOPE,     '',         ''",
        "NOTHING, TEAM_READ, '',         ''",
        "NOTHING, TEAM_EDIT, '',         ''",
        "NOTHING, RULE,      '',         ''"
    })
    void of_a_firm_reached(Following following, By by, String member, String badge) {
        reach(by);
        long id = world.insert("member", "theirs", id("dan"), Map.of("firm", world.firmOf("dan")));
        world.insert("badge", "made by ben", id("ben"), Map.of("member", id));
        world.following = following;
        assertThat(verbs(world.member, "theirs")).isEqualTo(member);
        assertThat(verbs(world.badge, "made by ben")).isEqualTo(badge);
    }

    @ParameterizedTest
    @CsvSource({"EDIT, read edit", "READ, read", "NOTHING, ''"})
    void what_somebody_else_made_there_is_not_mine_to_edit(Following following, String badge) {
        reach(By.OWNER);
        long id = world.insert("member", "theirs", id("dan"), Map.of("firm", world.firmOf("dan")));
        world.insert("badge", "made by dan", id("dan"), Map.of("member", id));
        world.following = following;
        assertThat(verbs(world.badge, "made by dan")).isEqualTo(badge);
    }

    @ParameterizedTest
    @CsvSource({"EDIT", "READ", "NOTHING"})
    void rights_of_ones_own_reach_in_any_case(Following following) {
        reach(By.OWNER);
        world.insert("member", "mine", id("ben"), Map.of("firm", world.firmOf("eve")));
        world.following = following;
        assertThat(verbs(world.member, "mine")).isEqualTo("read edit");
    }

    @Test
    void what_opens_a_record_to_people_follows_it_always() {
        var followers = Following.followers(AccessWorld.catalog()).stream()
                .map(ObjectDefinition::name)
                .toList();
        assertThat(followers).containsExactlyInAnyOrder("member", "badge");
    }

    @Test
    void the_explanation_names_what_the_company_decided() {
        reach(By.OWNER);
        long id = world.insert("member", "theirs", id("dan"), Map.of("firm", world.firmOf("dan")));
        world.following = Following.READ;
        assertThat(world.access
                        .explain(world.database.dsl(), world.actor("ben"), world.member, id)
                        .verbs())
                .filteredOn(verb -> verb.verb() == Verb.EDIT)
                .first()
                .satisfies(verb -> assertThat(verb.reasons())
                        .anyMatch(reason -> reason.key().equals("access.following.read")));
    }

    private void reach(By by) {
        Scope scope = by == By.SCOPE ? new Scope.All() : new Scope.Own();
        world.role(
                "ben",
                world.role(
                        grant("firm", Verb.READ, scope),
                        grant("firm", Verb.EDIT, scope),
                        grant("member", Verb.READ, new Scope.Own()),
                        grant("member", Verb.EDIT, new Scope.Own())));
        switch (by) {
            case OWNER -> world.database.dsl().execute("update firm set owner = ? where name = 'dan'", id("ben"));
            case TEAM_READ -> world.share("dan", "ben", "read");
            case TEAM_EDIT -> world.share("dan", "ben", "edit");
            case RULE ->
                world.rule("{'field':'name','op':'eq','value':'dan'}", false, Set.of(id("ben")), Set.of(), Set.of());
            case SCOPE -> {}
        }
    }

    private String verbs(ObjectDefinition object, String record) {
        StringBuilder verbs = new StringBuilder();
        for (Verb verb : new Verb[] {Verb.READ, Verb.EDIT}) {
            if (world.reached("ben", object, verb).contains(record)) {
                verbs.append(verbs.isEmpty() ? "" : " ").append(verb.wire());
            }
        }
        return verbs.toString();
    }
}
