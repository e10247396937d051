package hengke.kernel.access;

import static hengke.kernel.access.AccessWorld.SOUTH;
import static hengke.kernel.access.AccessWorld.grant;
import static hengke.kernel.access.AccessWorld.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class AccessTest {
    private static final Scope ALL = new Scope.All();
    private static final Scope OWN = new Scope.Own();

    private final AccessWorld world = new AccessWorld();

    @AfterEach
    void close() {
        world.close();
    }

    static Stream<Arguments> scopes() {
        return Stream.of(
                Arguments.of(OWN, Set.of("ben")),
                Arguments.of(new Scope.Subordinates(), Set.of("ben", "eve")),
                Arguments.of(new Scope.MyDepartment(), Set.of("nora", "ben")),
                Arguments.of(new Scope.MyDepartmentTree(), Set.of("nora", "ben", "cem")),
                Arguments.of(new Scope.Departments(Set.of(SOUTH)), Set.of("dan", "eve")),
                Arguments.of(new Scope.MyRegions(), Set.of("dan")),
                Arguments.of(ALL, Set.copyOf(AccessWorld.PEOPLE)),
                Arguments.of(matching("{'field':'name','op':'in','value':['eve','nora']}"), Set.of("eve", "nora")),
                Arguments.of(matching("{'field':'noSuchField','op':'eq','value':'x'}"), Set.of()));
    }

    @ParameterizedTest
    @MethodSource("scopes")
    void a_verb_reaches_as_far_as_its_own_scope(Scope scope, Set<String> reached) {
        for (Verb verb : Verb.values()) {
            world.takeAllRoles();
            world.role(
                    "ben",
                    verb == Verb.READ
                            ? world.role(grant("firm", Verb.READ, scope))
                            : world.role(grant("firm", Verb.READ, ALL), grant("firm", verb, scope)));
            for (Verb asked : Verb.values()) {
                Set<String> otherwise = asked == Verb.READ ? Set.copyOf(AccessWorld.PEOPLE) : Set.of();
                assertThat(world.reached("ben", world.firm, asked))
                        .as(verb + " granted, " + asked + " asked")
                        .isEqualTo(asked == verb ? reached : otherwise);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Verb.class)
    void without_a_grant_there_is_nothing(Verb verb) {
        world.role("ben", world.role());

        assertThat(world.access.visibility(world.actor("ben"), world.firm, verb))
                .isEqualTo(Visibility.NOTHING);
        assertThat(world.access.visibility(world.actor("eve"), world.firm, verb))
                .isEqualTo(Visibility.NOTHING);
        assertThat(world.access.visibility(new Actor(99, "nobody", Set.of(1L)), world.firm, verb))
                .isEqualTo(Visibility.NOTHING);
        assertThat(world.reached("ben", world.firm, verb)).isEmpty();
        assertThat(world.access.may(world.actor("ben"), world.firm, verb)).isFalse();
    }

    /** One grant of a verb on an object, asked for every verb on every object. */
    @ParameterizedTest
    @EnumSource(Verb.class)
    void a_grant_gives_its_verb_on_its_object_and_no_other(Verb verb) {
        List<ObjectDefinition> objects = List.of(world.firm, world.member, world.topic);
        for (ObjectDefinition granted : objects) {
            world.takeAllRoles();
            world.role("ben", world.role(grant(granted.name(), verb, ALL)));
            for (ObjectDefinition object : objects) {
                for (Verb asked : Verb.values()) {
                    boolean may = object == granted && asked == verb;
                    assertThat(world.access.may(world.actor("ben"), object, asked))
                            .as(verb + " on " + granted.name() + ", asked " + asked + " on " + object.name())
                            .isEqualTo(may);
                    boolean reaches = may && (asked == Verb.READ || asked == Verb.CREATE || asked == Verb.IMPORT);
                    assertThat(world.access.visibility(world.actor("ben"), object, asked))
                            .as("without the right to read, nothing is changed or taken out")
                            .isEqualTo(reaches ? Visibility.EVERYTHING : Visibility.NOTHING);
                }
            }
        }
    }

    @Test
    void every_object_are_those_that_stand_for_themselves() {
        long other = world.insert("member", "of dan", id("dan"), Map.of("firm", world.firmOf("dan")));
        world.insert("badge", "by ben", id("ben"), Map.of("member", other));
        world.role(
                "ben",
                world.role(grant("*", Verb.READ, OWN), grant("*", Verb.CREATE, OWN), grant("*", Verb.EDIT, OWN)));

        assertThat(world.reached("ben", world.badge, Verb.CREATE))
                .as("what he adds inside a record of others would be his own")
                .isEmpty();
        assertThat(world.reached("ben", world.badge, Verb.READ)).isEmpty();
    }

    @Test
    void the_scope_of_one_role_never_widens_the_verb_of_another() {
        world.role("nora", world.role(grant("topic", Verb.READ, new Scope.MyDepartmentTree())));
        world.role("nora", world.role(grant("firm", Verb.EDIT, new Scope.MyDepartmentTree())));
        world.role("nora", world.role(grant("firm", Verb.READ, OWN)));

        assertThat(world.reached("nora", world.firm, Verb.READ)).containsExactly("nora");
        assertThat(world.reached("nora", world.firm, Verb.EDIT)).containsExactly("nora");
    }

    @Test
    void roles_add_up() {
        world.role("ben", world.role(grant("firm", Verb.READ, OWN), grant("firm", Verb.EDIT, OWN)));
        world.role("ben", world.role(grant("*", Verb.READ, new Scope.Departments(Set.of(SOUTH)))));

        assertThat(world.reached("ben", world.firm, Verb.READ)).containsExactly("ben", "dan", "eve");
        assertThat(world.reached("ben", world.firm, Verb.EDIT)).containsExactly("ben");
    }

    @Test
    void whoever_heads_a_department_has_everybody_below_under_them() {
        for (String head : List.of("boss", "nora", "dan")) {
            world.role(head, world.role(grant("firm", Verb.READ, new Scope.Subordinates())));
        }

        assertThat(world.reached("boss", world.firm, Verb.READ)).containsExactlyElementsOf(sorted(AccessWorld.PEOPLE));
        // eve reports to ben, who reports to nora
        assertThat(world.reached("nora", world.firm, Verb.READ)).containsExactly("ben", "cem", "eve", "nora");
        assertThat(world.reached("dan", world.firm, Verb.READ)).containsExactly("dan", "eve");
    }

    @Test
    void whoever_acts_for_a_colleague_reaches_what_the_colleague_owns_until_it_ends_by_itself() {
        Instant now = world.clock.instant();
        for (String person : List.of("ben", "dan")) {
            world.role(
                    person,
                    world.role(
                            grant("firm", Verb.READ, OWN),
                            grant("firm", Verb.EDIT, OWN),
                            grant("firm", Verb.DELETE, OWN)));
        }
        world.delegate("dan", "ben", now.plusSeconds(60), now.plusSeconds(120));
        assertThat(world.reached("ben", world.firm, Verb.READ)).containsExactly("ben");

        world.clock.advance(Duration.ofSeconds(60));
        assertThat(world.reached("ben", world.firm, Verb.READ)).containsExactly("ben", "dan");
        assertThat(world.reached("ben", world.firm, Verb.EDIT)).containsExactly("ben", "dan");
        assertThat(world.reached("ben", world.firm, Verb.DELETE)).containsExactly("ben");
        assertThat(world.reached("dan", world.firm, Verb.READ)).containsExactly("dan");
        assertThat(world.access
                        .explain(world.database.dsl(), world.actor("ben"), world.firm, world.firmOf("dan"))
                        .verbs()
                        .getFirst()
                        .reasons())
                .contains(Message.of("access.delegate.read", "dan"));

        world.clock.advance(Duration.ofSeconds(60));
        assertThat(world.reached("ben", world.firm, Verb.READ)).containsExactly("ben");
    }

    @Test
    void acting_for_somebody_gives_nothing_that_either_may_not_do_and_does_not_travel_on() {
        Instant now = world.clock.instant();
        world.role("ben", world.role(grant("firm", Verb.READ, OWN), grant("firm", Verb.EDIT, OWN)));
        world.role("dan", world.role(grant("firm", Verb.READ, OWN)));
        world.role("eve", world.role(grant("firm", Verb.READ, OWN)));
        world.delegate("dan", "ben", now, now.plusSeconds(60));
        world.delegate("ben", "eve", now, now.plusSeconds(60));
        world.delegate("dan", "cem", now, now.plusSeconds(60));

        assertThat(world.reached("ben", world.firm, Verb.READ)).containsExactly("ben", "dan");
        assertThat(world.reached("ben", world.firm, Verb.EDIT)).containsExactly("ben");
        assertThat(world.reached("eve", world.firm, Verb.READ)).containsExactly("ben", "eve");
        assertThat(world.reached("cem", world.firm, Verb.READ)).isEmpty();
        world.leave("dan");
        assertThat(world.reached("ben", world.firm, Verb.READ)).containsExactly("ben");
    }

    @Test
    void an_object_without_owner_belongs_to_whoever_created_the_record() {
        world.insert("topic", "by ben", id("ben"), Map.of());
        world.insert("topic", "by eve", id("eve"), Map.of());
        world.role("ben", world.role(grant("topic", Verb.READ, OWN)));

        assertThat(world.reached("ben", world.topic, Verb.READ)).containsExactly("by ben");
    }

    @Test
    void who_sees_the_parent_sees_its_children_whoever_owns_them() {
        world.insert("member", "of ben", id("dan"), Map.of("firm", world.firmOf("ben")));
        world.insert("member", "of dan", id("ben"), Map.of("firm", world.firmOf("dan")));
        world.insert("member", "elsewhere", id("dan"), Map.of("firm", world.firmOf("dan")));
        world.role(
                "ben",
                world.role(
                        grant("firm", Verb.READ, OWN),
                        grant("member", Verb.READ, OWN),
                        grant("member", Verb.EDIT, OWN)));

        assertThat(world.reached("ben", world.member, Verb.READ)).containsExactly("of ben", "of dan");
        assertThat(world.reached("ben", world.member, Verb.EDIT)).containsExactly("of dan");

        world.role("ben", world.role(grant("firm", Verb.EDIT, OWN)));
        assertThat(world.reached("ben", world.member, Verb.EDIT)).containsExactly("of ben", "of dan");
    }

    @Test
    void seeing_the_parent_is_not_enough_without_a_grant_on_the_child() {
        world.insert("member", "of ben", id("ben"), Map.of("firm", world.firmOf("ben")));
        world.role("ben", world.role(grant("firm", Verb.READ, ALL)));

        assertThat(world.reached("ben", world.member, Verb.READ)).isEmpty();
    }

    @Test
    void what_only_appears_inside_others_follows_them_without_a_grant() {
        long mine = world.insert("member", "of ben", id("dan"), Map.of("firm", world.firmOf("ben")));
        long other = world.insert("member", "of dan", id("dan"), Map.of("firm", world.firmOf("dan")));
        world.insert("badge", "mine", id("dan"), Map.of("member", mine));
        world.insert("badge", "other", id("ben"), Map.of("member", other));
        world.role(
                "ben",
                world.role(
                        grant("firm", Verb.READ, OWN),
                        grant("member", Verb.READ, OWN),
                        grant("member", Verb.EDIT, OWN)));

        assertThat(world.reached("ben", world.badge, Verb.READ)).containsExactly("mine");
        assertThat(world.reached("ben", world.badge, Verb.DELETE)).isEmpty();
        assertThat(world.access.may(world.actor("ben"), world.badge, Verb.CREATE))
                .isTrue();
        assertThat(world.access.may(world.actor("dan"), world.badge, Verb.READ)).isFalse();
    }

    @Test
    void somebody_who_left_may_nothing_but_the_department_keeps_their_records() {
        world.role("ben", world.role(grant("firm", Verb.READ, ALL)));
        world.role("nora", world.role(grant("firm", Verb.READ, new Scope.MyDepartment())));
        Actor before = world.actor("ben");
        world.leave("ben");

        assertThat(world.access.visibility(before, world.firm, Verb.READ)).isEqualTo(Visibility.NOTHING);
        assertThat(world.reached("nora", world.firm, Verb.READ)).containsExactly("ben", "nora");
    }

    @Test
    void an_administrator_and_the_product_itself_may_everything() {
        world.role("ben", new Role(7, "administrator", true, List.of(), List.of(), Set.of(), 1));

        for (Actor actor : List.of(world.actor("ben"), Actor.SYSTEM)) {
            for (Verb verb : Verb.values()) {
                assertThat(world.access.visibility(actor, world.firm, verb)).isEqualTo(Visibility.EVERYTHING);
            }
            assertThat(world.access.right(actor, world.firm, phone())).isEqualTo(FieldRight.EDIT);
            assertThat(world.access.right(actor, world.firm, SystemFields.CREATED_AT))
                    .isEqualTo(FieldRight.READ);
            assertThat(world.access.administrator(actor)).isTrue();
            assertThat(world.access.mayRun(actor, world.firm, "claim")).isTrue();
        }
    }

    @Test
    void a_token_never_allows_more_than_it_was_given_for() {
        world.role("ben", new Role(7, "administrator", true, List.of(), List.of(), Set.of(), 1));
        Actor reading = world.organisation().actor(id("ben"), Set.of(TokenScope.READ), null);

        assertThat(world.access.visibility(reading, world.firm, Verb.READ)).isEqualTo(Visibility.EVERYTHING);
        assertThat(world.access.visibility(reading, world.firm, Verb.EDIT)).isEqualTo(Visibility.NOTHING);
        assertThat(world.access.may(reading, world.firm, Verb.CREATE)).isFalse();
        assertThat(world.access.mayRun(reading, world.firm, "claim")).isFalse();
        assertThat(world.access.administrator(reading)).isFalse();
    }

    @Test
    void an_object_that_cannot_be_read_is_not_there() {
        world.role("ben", world.role(grant("firm", Verb.READ, OWN)));
        Actor ben = world.actor("ben");

        assertThatThrownBy(() -> world.access.require(ben, world.topic, Verb.EDIT))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> world.access.require(ben, world.firm, Verb.EDIT))
                .isInstanceOf(Refusal.Forbidden.class);
        world.access.require(ben, world.firm, Verb.READ);
    }

    private Field<?> phone() {
        return world.firm.field("phone").orElseThrow();
    }

    private static Scope matching(String filter) {
        return new Scope.Matching(JsonMapper.shared().readTree(filter.replace('\'', '"')));
    }

    private static List<String> sorted(List<String> names) {
        return names.stream().sorted().toList();
    }
}
