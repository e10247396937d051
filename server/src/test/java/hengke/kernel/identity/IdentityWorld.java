package hengke.kernel.identity;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Department;
import hengke.kernel.access.Person;
import hengke.kernel.access.Role;
import hengke.testing.SettableClock;
import hengke.testing.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A company on a migrated database and a clock that stands still: Ana manages it, others are added as needed. */
final class IdentityWorld implements AutoCloseable {
    static final String PASSWORD = "correct horse battery";
    static final Origin DESK = new Origin("10.0.0.1", "Browser at the desk");

    final TestDatabase database = TestDatabase.migrated();
    final SettableClock clock = new SettableClock("2026-11-23T01:00:00Z");
    SecondFactorDuty duty = SecondFactorDuty.NOBODY;
    PasswordPolicy passwords = PasswordPolicy.STANDARD;
    final Identity identity = node();
    final Actor ana;

    IdentityWorld() {
        identity.firstStart().createAdministrator("ana", PASSWORD);
        ana = actor("ana");
    }

    /** Another server over the same database. */
    Identity node() {
        return Identity.over(
                database.dsl(),
                new LiveOrganisation(database.dsl(), clock),
                new Identity.Demands(() -> SessionPolicy.STANDARD, () -> passwords, () -> duty, Optional::empty),
                clock);
    }

    Actor actor(String login) {
        return identity.organisation().get().actor(person(login).id());
    }

    Person person(String login) {
        return identity.organisation().get().people().stream()
                .filter(person -> person.login().equals(login))
                .findFirst()
                .orElseThrow();
    }

    Role role(String name) {
        return identity.organisation().get().roles().stream()
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    long add(String login, String... roles) {
        Set<Long> ids =
                Set.copyOf(List.of(roles).stream().map(name -> role(name).id()).toList());
        return identity.people().add(ana, newcomer(login, ids), PASSWORD);
    }

    static Person newcomer(String login, Set<Long> roles) {
        return new Person(0, login, login, null, null, null, null, List.of(), true, roles, 0);
    }

    long department(String name, @Nullable Long parent) {
        return identity.departments().add(ana, new Department(0, name, parent, null, 0));
    }

    Sessions.Begun signIn(String login) {
        return identity.signIn().signIn(login, PASSWORD, null, DESK);
    }

    static Person disabled(Person person) {
        return with(person, false, person.roles());
    }

    static Person with(Person person, boolean active, Set<Long> roles) {
        return new Person(
                person.id(),
                person.login(),
                person.name(),
                person.email(),
                person.phone(),
                person.department(),
                person.manager(),
                person.regions(),
                active,
                roles,
                person.version());
    }

    @Override
    public void close() {
        database.close();
    }
}
