package hengke.kernel.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Department;
import hengke.kernel.access.Grant;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.access.Role;
import hengke.kernel.access.Scope;
import hengke.kernel.access.Verb;
import hengke.kernel.problem.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OrganisationChangesTest {
    private final IdentityWorld world = new IdentityWorld();
    private final Departments departments = world.identity.departments();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_department_that_moves_takes_its_people_along_at_once() {
        long company = world.department("company", null);
        long north = world.department("north", company);
        long south = world.department("south", company);
        long branch = world.department("branch", north);
        long ben = addTo(branch, "ben");
        assertThat(now().membersOfTrees(Set.of(north))).contains(ben);

        departments.change(world.ana, new Department(branch, "branch", south, null, 1));

        assertThat(now().membersOfTrees(Set.of(north))).doesNotContain(ben);
        assertThat(now().membersOfTrees(Set.of(south))).contains(ben);
        assertThat(now().membersOfTrees(Set.of(company))).contains(ben);
    }

    @Test
    void two_moves_at_the_same_time_cannot_close_a_circle() throws Exception {
        for (int round = 0; round < 5; round++) {
            long one = world.department("one " + round, null);
            long other = world.department("other " + round, null);
            try (var threads = Executors.newFixedThreadPool(2)) {
                List<Callable<Boolean>> moves = List.of(
                        () -> moved(new Department(one, "one " + one, other, null, 1)),
                        () -> moved(new Department(other, "other " + other, one, null, 1)));
                long done = threads.invokeAll(moves).stream()
                        .filter(move -> move.resultNow())
                        .count();
                assertThat(done).isEqualTo(1);
            }
        }
    }

    @Test
    void nobody_reports_to_themselves_through_others() {
        long ben = world.add("ben");
        long cem = world.add("cem");
        world.identity.people().change(world.ana, reportingTo(world.person("cem"), ben), null);

        assertThatThrownBy(() -> world.identity.people().change(world.ana, reportingTo(world.person("ben"), cem), null))
                .isInstanceOf(Refusal.Invalid.class);
        assertThat(now().subordinates(ben)).containsExactly(cem);
    }

    @Test
    void another_node_sees_a_change_within_two_seconds_and_at_once_when_told() {
        Identity other = world.node();
        assertThat(other.organisation().get().departments()).isEmpty();

        world.department("north", null);
        world.clock.advance(Duration.ofMillis(2_100));
        assertThat(other.organisation().get().departments()).hasSize(1);

        world.department("south", null);
        assertThat(other.organisation().get().departments()).hasSize(1);
        other.organisation().heard("changed");
        assertThat(other.organisation().get().departments()).hasSize(2);
    }

    @Test
    void a_role_keeps_every_kind_of_scope() {
        long north = world.department("north", null);
        var filter = JsonMapper.shared().readTree("{\"field\":\"level\",\"op\":\"eq\"}");
        List<Grant> grants = List.of(
                new Grant("*", Verb.READ, new Scope.Own()),
                new Grant("a", Verb.CREATE, new Scope.Subordinates()),
                new Grant("a", Verb.EDIT, new Scope.MyDepartment()),
                new Grant("a", Verb.DELETE, new Scope.MyDepartmentTree()),
                new Grant("a", Verb.IMPORT, new Scope.Departments(Set.of(north))),
                new Grant("a", Verb.EXPORT, new Scope.MyRegions()),
                new Grant("a", Verb.TRANSFER, new Scope.All()),
                new Grant("b", Verb.READ, new Scope.Matching(filter)));

        long id = world.identity
                .roles()
                .add(world.ana, new Role(0, "every scope", false, grants, List.of(), Set.of("a.claim"), 0));

        Role kept = now().role(id).orElseThrow();
        assertThat(kept.grants()).isEqualTo(grants);
        assertThat(kept.commands()).containsExactly("a.claim");
    }

    @Test
    void a_change_on_an_older_version_is_refused_and_changes_nothing() {
        long north = world.department("north", null);
        departments.change(world.ana, new Department(north, "far north", null, null, 1));

        assertThatThrownBy(() -> departments.change(world.ana, new Department(north, "near north", null, null, 1)))
                .isInstanceOf(Refusal.Conflict.class);
        assertThat(now().department(north).orElseThrow().name()).isEqualTo("far north");
    }

    @Test
    void only_administrators_change_the_organisation_and_one_always_remains() {
        world.add("ben", "销售经理");
        Actor ben = world.actor("ben");
        assertThatThrownBy(() -> world.identity.people().add(ben, IdentityWorld.newcomer("x", Set.of()), null))
                .isInstanceOf(Refusal.Forbidden.class);
        // a role once held does not help
        Actor pretending = new Actor(ben.user(), ben.name(), world.ana.roles());
        assertThatThrownBy(() -> departments.add(pretending, new Department(0, "mine", null, null, 0)))
                .isInstanceOf(Refusal.Forbidden.class);

        Person ana = world.person("ana");
        assertThatThrownBy(() -> world.identity.people().change(world.ana, IdentityWorld.disabled(ana), null))
                .isInstanceOf(Refusal.Forbidden.class);
        assertThat(world.person("ana").active()).isTrue();
    }

    @Test
    void the_shipped_roles_are_there() {
        assertThat(now().roles()).map(Role::name).containsExactly("系统管理员", "销售经理", "销售");
        assertThat(world.role("销售").grants())
                .contains(new Grant("*", Verb.READ, new Scope.Subordinates()))
                .noneMatch(grant -> grant.verb() == Verb.TRANSFER);
    }

    private boolean moved(Department department) {
        try {
            departments.change(world.ana, department);
            return true;
        } catch (Refusal.Invalid circle) {
            return false;
        }
    }

    private Organisation now() {
        return world.identity.organisation().get();
    }

    private long addTo(long department, String login) {
        Person plain = IdentityWorld.newcomer(login, Set.of());
        return world.identity
                .people()
                .add(
                        world.ana,
                        new Person(0, login, login, null, null, department, null, List.of(), true, plain.roles(), 0),
                        null);
    }

    private static Person reportingTo(Person person, long manager) {
        return new Person(
                person.id(),
                person.login(),
                person.name(),
                null,
                null,
                person.department(),
                manager,
                List.of(),
                true,
                person.roles(),
                person.version());
    }
}
