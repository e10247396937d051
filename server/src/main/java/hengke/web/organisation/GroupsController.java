package hengke.web.organisation;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.PeopleGroup;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.identity.NamesGroups;
import hengke.kernel.identity.PeopleGroups;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.Body;
import hengke.web.Labelled;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Groups of people as administrators see and change them. */
@RestController
@RequestMapping("/api/groups")
final class GroupsController {
    private static final int MOST = 200;

    private final LiveOrganisation organisation;
    private final PeopleGroups groups;
    private final Access access;
    private final List<NamesGroups> named;

    GroupsController(LiveOrganisation organisation, PeopleGroups groups, Access access, List<NamesGroups> named) {
        this.organisation = organisation;
        this.groups = groups;
        this.access = access;
        this.named = named;
    }

    /**
     * A group.
     *
     * @param people in order
     * @param left how many of them have left, and so are never found
     */
    record Shown(long id, String name, List<Labelled> people, int left, long version) {
        static Shown of(Organisation now, PeopleGroup group) {
            List<Person> people = group.people().stream()
                    .flatMap(id -> now.person(id).stream())
                    .toList();
            return new Shown(
                    group.id(),
                    group.name(),
                    people.stream().map(Labelled::of).toList(),
                    (int) people.stream().filter(person -> !person.active()).count(),
                    group.version());
        }
    }

    @GetMapping
    Map<String, List<Shown>> list(Actor actor) {
        access.requireAdministrator(actor);
        Organisation now = organisation.get();
        return Map.of(
                "items",
                now.groups().stream().map(group -> Shown.of(now, group)).toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Shown add(Actor actor, @RequestBody ObjectNode json) {
        access.requireAdministrator(actor);
        Body body = new Body(json);
        String name = body.required("name", Kinds.NAME).orElse("");
        List<Long> people = people(body);
        body.done();
        return shown(groups.add(actor, new PeopleGroup(0, name, people, 0)));
    }

    @PatchMapping("/{id}")
    Shown change(Actor actor, @PathVariable long id, @RequestBody ObjectNode json) {
        access.requireAdministrator(actor);
        PeopleGroup present = organisation.get().group(id).orElseThrow(Refusal.NotFound::new);
        Body body = new Body(json);
        PeopleGroup wanted = new PeopleGroup(
                id,
                body.kept("name", Kinds.NAME, present.name()),
                body.mentions("people") ? people(body) : present.people(),
                body.kept("version", Kinds.ID, present.version()));
        body.done();
        groups.change(actor, wanted);
        return shown(id);
    }

    /** Refused while something names it. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable long id) {
        groups.remove(actor, id, named);
    }

    private static List<Long> people(Body body) {
        List<Long> people = body.list("people", Kinds.PERSON);
        if (people.size() > MOST) {
            body.refuse("people", Message.of("value.tooMany", MOST));
        }
        return people;
    }

    private Shown shown(long id) {
        Organisation now = organisation.get();
        return Shown.of(now, now.group(id).orElseThrow(Refusal.NotFound::new));
    }
}
