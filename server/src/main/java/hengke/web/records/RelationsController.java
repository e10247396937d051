package hengke.web.records;

import hengke.capability.relation.Network;
import hengke.capability.relation.Surroundings;
import hengke.capability.relation.Way;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Pages;
import hengke.kernel.records.Caller;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What a record is tied to, and over whom one gets from one record to another. */
@RestController
final class RelationsController {
    private static final Pattern RECORD = Pattern.compile("([a-z][a-z0-9-]{0,59}):([1-9][0-9]{0,17})");
    private static final String ME = "me";

    private final Reading reading;
    private final Access access;
    private final Pages pages;
    private final RelationsJson json;

    RelationsController(Reading reading, Access access, Pages pages, RelationsJson json) {
        this.reading = reading;
        this.access = access;
        this.pages = pages;
        this.json = json;
    }

    @GetMapping("/api/records/{object}/{id}/relations")
    ObjectNode relations(
            Caller caller,
            Language language,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @RequestParam(name = "depth", defaultValue = "1") int depth) {
        if (depth < 1 || depth > Surroundings.FARTHEST) {
            throw Refusal.Invalid.at("depth", Message.of("value.between", 1, Surroundings.FARTHEST));
        }
        Network network = network(caller.actor());
        Link centre = seen(caller.actor(), new Link(name, id));
        return json.of(caller.actor(), language, network, Surroundings.of(network, centre, depth));
    }

    @GetMapping("/api/paths")
    ObjectNode path(
            Caller caller,
            Language language,
            @RequestParam(name = "from", defaultValue = ME) String from,
            @RequestParam(name = "to") String to) {
        Actor actor = caller.actor();
        Network network = network(actor);
        Link end = seen(actor, link("to", to));
        Way way = from.equals(ME)
                ? Way.from(network, actor.user(), end)
                : Way.between(network, seen(actor, link("from", from)), end);
        return json.of(actor, language, network, way);
    }

    private Network network(Actor actor) {
        return new Network(reading.catalog(), access, actor, pages);
    }

    /** Whatever may not be seen is not there. */
    private Link seen(Actor actor, Link link) {
        ObjectDefinition object = reading.object(actor, link.object());
        reading.row(actor, object, link.id());
        return link;
    }

    private static Link link(String at, String text) {
        Matcher parts = RECORD.matcher(text);
        if (!parts.matches()) {
            throw Refusal.Invalid.at(at, Message.of("relation.notARecord"));
        }
        return new Link(parts.group(1), Long.parseLong(parts.group(2)));
    }
}
