package hengke.web.duplicates;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.access.Verb;
import hengke.kernel.duplicates.IgnoredPairs;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.merging.Merge;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.web.records.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What somebody has found not to be the same, so that it can be taken back. */
@RestController
final class IgnoredPairsController {
    private static final int PAGE = 20;

    private final Reading reading;
    private final Access access;
    private final IgnoredPairs ignored;
    private final LiveOrganisation organisation;

    IgnoredPairsController(Reading reading, Access access, IgnoredPairs ignored, LiveOrganisation organisation) {
        this.reading = reading;
        this.access = access;
        this.ignored = ignored;
        this.organisation = organisation;
    }

    @GetMapping("/api/duplicates/{object}/ignored")
    ObjectNode page(
            Caller caller,
            @PathVariable("object") String name,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        ObjectDefinition object = reading.object(caller.actor(), name);
        access.require(caller.actor(), object, Verb.READ);
        if (!access.mayRun(caller.actor(), object, Merge.NAME)) {
            throw new Refusal.Forbidden(Message.of("access.pageClosed"));
        }
        List<IgnoredPairs.Pair> found = ignored.page(caller.actor(), object, after, PAGE);
        Map<Long, String> titles = titles(caller.actor(), object, found);
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        ArrayNode items = answer.putArray("items");
        for (IgnoredPairs.Pair pair : found) {
            ObjectNode item = items.addObject().put("at", pair.at().toString());
            item.put(
                    "by", organisation.get().person(pair.by()).map(Person::name).orElse(null));
            ArrayNode records = item.putArray("records");
            Stream.of(pair.one(), pair.other())
                    .forEach(id -> records.addObject().put("id", id).put("label", titles.get(id)));
        }
        answer.put("next", found.size() < PAGE ? null : found.getLast().cursor());
        return answer;
    }

    private Map<Long, String> titles(Actor actor, ObjectDefinition object, List<IgnoredPairs.Pair> found) {
        List<Long> ids = found.stream()
                .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                .distinct()
                .toList();
        Map<Long, String> titles = new HashMap<>();
        for (Row row : reading.titles(actor, object, ids)) {
            Optional.ofNullable(reading.title(actor, object, row))
                    .ifPresent(title -> titles.put(row.id(), title.toString()));
        }
        return titles;
    }
}
