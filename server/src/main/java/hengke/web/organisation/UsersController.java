package hengke.web.organisation;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.identity.People;
import hengke.kernel.problem.Refusal;
import hengke.web.Body;
import hengke.web.Labelled;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The people of the company as administrators see and change them. */
@RestController
@RequestMapping("/api/users")
final class UsersController {
    private static final int PAGE = 100;

    private final LiveOrganisation organisation;
    private final People people;
    private final Access access;

    UsersController(LiveOrganisation organisation, People people, Access access) {
        this.organisation = organisation;
        this.people = people;
        this.access = access;
    }

    record Shown(
            long id,
            String login,
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Labelled department,
            @Nullable Labelled manager,
            List<String> regions,
            List<Labelled> roles,
            boolean active,
            @Nullable Instant lastSignIn,
            @Nullable Instant invitedUntil,
            boolean secondFactor,
            long version) {
        static Shown of(Organisation now, Person person, People.Account account) {
            return new Shown(
                    person.id(),
                    person.login(),
                    person.name(),
                    person.email(),
                    person.phone(),
                    Labelled.departmentOrNull(now, person.department()),
                    Labelled.personOrNull(now, person.manager()),
                    person.regions(),
                    person.roles().stream()
                            .sorted()
                            .flatMap(role -> now.role(role).stream())
                            .map(Labelled::of)
                            .toList(),
                    person.active(),
                    account.lastSignIn(),
                    account.invitedUntil(),
                    account.secondFactor(),
                    person.version());
        }
    }

    record Page(List<Shown> items, @Nullable String next) {}

    /** In order of id; the cursor is the last id. A department stands for its whole tree. */
    @GetMapping
    Page list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Long department,
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(defaultValue = "0") long after) {
        access.requireAdministrator(actor);
        Organisation now = organisation.get();
        Set<Long> members = department == null ? Set.of() : now.membersOfTrees(Set.of(department));
        Map<Long, People.Account> accounts = people.accounts();
        List<Person> found = now.people().stream()
                .filter(person -> person.id() > after)
                .filter(person -> department == null || members.contains(person.id()))
                .filter(person -> active == null || active == person.active())
                .filter(new PersonSearch(q))
                .limit(PAGE + 1L)
                .toList();
        List<Person> shown = found.subList(0, Math.min(found.size(), PAGE));
        return new Page(
                shown.stream()
                        .map(person -> Shown.of(now, person, Objects.requireNonNull(accounts.get(person.id()))))
                        .toList(),
                found.size() > PAGE ? Long.toString(shown.getLast().id()) : null);
    }

    @GetMapping("/{id}")
    Shown show(Actor actor, @PathVariable long id) {
        access.requireAdministrator(actor);
        return shown(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Shown add(Actor actor, @RequestBody ObjectNode json) {
        access.requireAdministrator(actor);
        Body body = new Body(json);
        Person wanted = newcomer(
                body,
                body.required("login", Kinds.LOGIN).orElse(""),
                body.optional("active", Kinds.FLAG).orElse(true));
        String password = body.optional("password", Kinds.PASSWORD).orElse(null);
        boolean mustChange = body.optional("mustChange", Kinds.FLAG).orElse(false);
        body.done();
        return shown(people.add(actor, wanted, password, mustChange));
    }

    /** Somebody who is not here yet, as a request names them. */
    static Person newcomer(Body body, String login, boolean active) {
        return new Person(
                0,
                login,
                body.required("name", Kinds.NAME).orElse(""),
                body.optional("email", Kinds.EMAIL).orElse(null),
                body.optional("phone", Kinds.PHONE).orElse(null),
                body.optional("department", Kinds.DEPARTMENT).orElse(null),
                body.optional("manager", Kinds.PERSON).orElse(null),
                body.list("regions", Kinds.REGION),
                active,
                new HashSet<>(body.list("roles", Kinds.PERSON)),
                0);
    }

    @PatchMapping("/{id}")
    Shown change(Actor actor, @PathVariable long id, @RequestBody ObjectNode json) {
        access.requireAdministrator(actor);
        Person present =
                organisation.get().person(id).filter(person -> person.id() > 0).orElseThrow(Refusal.NotFound::new);
        Body body = new Body(json);
        Person wanted = new Person(
                id,
                body.kept("login", Kinds.LOGIN, present.login()),
                body.kept("name", Kinds.NAME, present.name()),
                body.changed("email", Kinds.EMAIL, present.email()),
                body.changed("phone", Kinds.PHONE, present.phone()),
                body.changed("department", Kinds.DEPARTMENT, present.department()),
                body.changed("manager", Kinds.PERSON, present.manager()),
                body.mentions("regions") ? body.list("regions", Kinds.REGION) : present.regions(),
                body.kept("active", Kinds.FLAG, present.active()),
                body.mentions("roles") ? new HashSet<>(body.list("roles", Kinds.PERSON)) : present.roles(),
                body.kept("version", Kinds.ID, present.version()));
        String password = body.optional("password", Kinds.PASSWORD).orElse(null);
        boolean mustChange = body.optional("mustChange", Kinds.FLAG).orElse(false);
        body.done();
        people.change(actor, wanted, password, mustChange);
        return shown(id);
    }

    private Shown shown(long id) {
        Organisation now = organisation.get();
        Person person = now.person(id).filter(found -> found.id() > 0).orElseThrow(Refusal.NotFound::new);
        return Shown.of(now, person, Objects.requireNonNull(people.accounts().get(id)));
    }
}
