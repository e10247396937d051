package hengke.web.records;

import hengke.administration.HandOver;
import hengke.kernel.access.Access;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.identity.People;
import hengke.kernel.identity.Posts;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.records.Assignments;
import hengke.kernel.records.Bulk;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Operation;
import hengke.web.Labelled;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Hands over what a person has and is: all to one, or object by object as a plan says. */
@RestController
@RequestMapping("/api/users/{id}/handover")
final class HandoverController {
    private static final String OWNED = "owned";
    private static final String OWNER = "owner";

    private final Access access;
    private final LiveOrganisation organisation;
    private final LiveCatalog catalog;
    private final HandOver handOver;
    private final Posts posts;
    private final People people;
    private final Bulk bulk;
    private final OperationJson json;

    HandoverController(
            Access access,
            LiveOrganisation organisation,
            LiveCatalog catalog,
            HandOver handOver,
            Posts posts,
            People people,
            Bulk bulk,
            OperationJson json) {
        this.access = access;
        this.organisation = organisation;
        this.catalog = catalog;
        this.handOver = handOver;
        this.posts = posts;
        this.people = people;
        this.bulk = bulk;
        this.json = json;
    }

    record Holding(String object, String label, long records) {}

    record Held(
            List<Holding> objects, List<Labelled> reports, List<Labelled> heads, long approvals, long automations) {}

    record Share(String object, String label, Labelled to, long records) {}

    /** What there is to hand over. */
    @GetMapping
    Held show(Caller caller, Language language, @PathVariable("id") long id) {
        access.requireAdministrator(caller.actor());
        Person from = person(id);
        return new Held(
                handOver.of(from.id()).stream()
                        .map(holding -> new Holding(
                                holding.object().name(),
                                holding.object().label().in(language),
                                holding.records()))
                        .toList(),
                posts.reportsOf(id).stream().map(Labelled::of).toList(),
                posts.headedBy(id).stream().map(Labelled::of).toList(),
                handOver.approvalsOf(id),
                handOver.automationsOf(id));
    }

    /** What would go to whom. */
    @PostMapping("/preview")
    Map<String, List<Share>> preview(
            Caller caller, Language language, @PathVariable("id") long id, @RequestBody ObjectNode asked) {
        access.requireAdministrator(caller.actor());
        HandOver.Plan plan = reader().read(person(id), asked).plan();
        Organisation now = organisation.get();
        return Map.of(
                "items",
                handOver.preview(caller, plan).stream()
                        .map(share -> shown(share, now, language))
                        .toList());
    }

    /** With {@code parts} one operation over everything; with {@code to} one for each object, as ever. */
    @PostMapping
    Map<String, List<ObjectNode>> handOver(
            Caller caller, Language language, @PathVariable("id") long id, @RequestBody ObjectNode asked) {
        access.requireAdministrator(caller.actor());
        Person from = person(id);
        List<Operation> operations = asked.has("to") ? everything(caller, from, asked) : planned(caller, from, asked);
        return Map.of(
                "operations",
                operations.stream()
                        .map(operation -> json.of(operation, language))
                        .toList());
    }

    private List<Operation> planned(Caller caller, Person from, ObjectNode asked) {
        HandoverReader.Wish wish = reader().read(from, asked);
        Operation operation = handOver.start(caller, wish.plan());
        if (wish.disable()) {
            people.disable(caller.actor(), from.id());
        }
        return List.of(operation);
    }

    private List<Operation> everything(Caller caller, Person from, ObjectNode asked) {
        HandoverReader.Everything wish = reader().everything(from, asked);
        List<Operation> operations = new ArrayList<>();
        for (ObjectDefinition object : catalog.current().objects()) {
            if (object.has(OWNED) && (wish.objects().isEmpty() || wish.objects().contains(object.name()))) {
                Field<?> owner = object.field(OWNER).orElseThrow();
                ObjectNode change = JsonMapper.shared().createObjectNode().put(OWNER, wish.to());
                operations.add(bulk.start(caller, object, Criterion.is(owner, from.id()), new Bulk.Change(change)));
            }
        }
        return operations;
    }

    private HandoverReader reader() {
        return new HandoverReader(catalog.current(), organisation.get(), handOver);
    }

    private Person person(long id) {
        return organisation.get().person(id).filter(found -> found.id() > 0).orElseThrow(Refusal.NotFound::new);
    }

    private Share shown(Assignments.Share share, Organisation now, Language language) {
        return new Share(
                share.object(),
                catalog.current().object(share.object()).label().in(language),
                Labelled.person(now, share.to()),
                share.records());
    }
}
