package hengke.web.organisation;

import hengke.capability.region.RegionAssignment;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.identity.RegionPosts;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal;
import hengke.web.Body;
import hengke.web.Labelled;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Who looks after which region, and whether what is new there goes to them. */
@RestController
@RequestMapping("/api/region-owners")
final class RegionOwnersController {
    private final RegionPosts posts;
    private final RegionAssignment assignment;
    private final LiveOrganisation organisation;
    private final Access access;
    private final Clock clock;

    RegionOwnersController(
            RegionPosts posts, RegionAssignment assignment, LiveOrganisation organisation, Access access, Clock clock) {
        this.posts = posts;
        this.assignment = assignment;
        this.organisation = organisation;
        this.access = access;
        this.clock = clock;
    }

    /** All of it. */
    record Arrangement(List<Looked> items, List<Assigned> objects) {}

    /** Who looks after a region, first one first. */
    record Looked(String region, List<Owner> owners) {}

    /** @param delegate who acts for them now */
    record Owner(
            long id, String label, boolean active, @Nullable Labelled delegate) {}

    /** An object whose new records go to the owner of their region, or do not. */
    record Assigned(String object, String label, boolean active) {}

    @GetMapping
    Arrangement all(Actor actor, Language language) {
        access.requireAdministrator(actor);
        Organisation now = organisation.get();
        return new Arrangement(
                now.regionOwners().byRegion().entrySet().stream()
                        .map(entry -> new Looked(
                                entry.getKey(),
                                entry.getValue().stream()
                                        .flatMap(id -> now.person(id).stream())
                                        .map(person -> owner(now, person))
                                        .toList()))
                        .toList(),
                assignment.objects().stream()
                        .map(object ->
                                new Assigned(object.name(), object.label().in(language), assignment.active(object)))
                        .toList());
    }

    private Owner owner(Organisation now, Person person) {
        return new Owner(
                person.id(),
                person.name(),
                person.active(),
                now.delegatesOf(person.id(), clock.instant()).stream()
                        .findFirst()
                        .map(Labelled::of)
                        .orElse(null));
    }

    @PutMapping("/{region}")
    Arrangement change(
            Actor actor, Language language, @PathVariable("region") String region, @RequestBody ObjectNode json) {
        access.requireAdministrator(actor);
        Body body = new Body(json);
        List<Long> owners = body.list("owners", new IdType(new IdType.User()));
        body.done();
        posts.change(actor, region, owners);
        return all(actor, language);
    }

    @PutMapping("/objects/{object}")
    Map<String, Object> assign(Actor actor, @PathVariable("object") String name, @RequestBody ObjectNode json) {
        access.requireAdministrator(actor);
        ObjectDefinition object = assignment.objects().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
        Body body = new Body(json);
        boolean active = body.required("active", new BooleanType()).orElse(false);
        body.done();
        assignment.change(actor, object, active);
        return Map.of("object", name, "active", assignment.active(object));
    }
}
