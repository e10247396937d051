package hengke.web.records;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.duplicates.DuplicateSearch;
import hengke.kernel.duplicates.DuplicateSearch.Candidate;
import hengke.kernel.duplicates.DuplicateSearch.Draft;
import hengke.kernel.duplicates.DuplicateSearch.Seen;
import hengke.kernel.duplicates.WhomToAsk;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Caller;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says, while a record is being typed, which others it may be the same as. */
@RestController
final class DuplicatesController {
    private final Reading reading;
    private final DuplicateSearch duplicates;
    private final WhomToAsk whom;

    DuplicatesController(Reading reading, DuplicateSearch duplicates, WhomToAsk whom) {
        this.reading = reading;
        this.duplicates = duplicates;
        this.whom = whom;
    }

    @PostMapping("/api/records/{object}/duplicates")
    ObjectNode find(
            Caller caller, Language language, @PathVariable("object") String name, @RequestBody ObjectNode asked) {
        ObjectDefinition object = reading.object(caller.actor(), name);
        Draft draft = draft(caller.actor(), object, asked);
        List<Candidate> found = new ArrayList<>(duplicates.find(caller.actor(), draft));
        found.addAll(duplicates.elsewhere(caller.actor(), draft));
        Map<Candidate, Person> people = whomToAsk(found);
        Map<Field<?>, Map<Long, String>> parents = parents(caller.actor(), found);
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        ArrayNode items = answer.putArray("items");
        for (Candidate candidate : found) {
            Seen seen = candidate.seen();
            ObjectNode item = items.addObject()
                    .put("object", candidate.object().name())
                    .put("id", seen == null ? null : candidate.record())
                    .put("label", seen == null ? null : seen.label())
                    .put("within", seen == null ? null : within(seen, parents))
                    .put("score", candidate.score())
                    .put("message", message(candidate, people.get(candidate)).in(language));
            ArrayNode fields = item.putArray("fields");
            candidate.fields().forEach(field -> fields.add(field.name()));
        }
        return answer;
    }

    private Draft draft(Actor actor, ObjectDefinition object, ObjectNode asked) {
        JsonNode id = asked.path("id");
        Map<Field<?>, Long> parents = new LinkedHashMap<>();
        object.parents().forEach(field -> {
            if (asked.path(field.name()).isIntegralNumber()) {
                parents.put(field, asked.path(field.name()).longValue());
            }
        });
        return new Draft(
                object,
                id.isIntegralNumber() ? id.longValue() : null,
                values(duplicates.fields(actor, object), asked),
                parents);
    }

    /** By candidate out of sight. */
    private Map<Candidate, Person> whomToAsk(List<Candidate> found) {
        Map<Candidate, Person> people = new HashMap<>();
        found.stream()
                .filter(candidate -> candidate.seen() == null)
                .collect(Collectors.groupingBy(Candidate::object))
                .forEach((object, unseen) -> {
                    Map<Long, Person> those = whom.of(
                            object, unseen.stream().map(Candidate::record).toList());
                    unseen.forEach(candidate -> {
                        Person person = those.get(candidate.record());
                        if (person != null) {
                            people.put(candidate, person);
                        }
                    });
                });
        return people;
    }

    /** The titles, as this person may see them, of the records that the candidates live within. */
    private Map<Field<?>, Map<Long, String>> parents(Actor actor, List<Candidate> found) {
        Map<Field<?>, Set<Long>> ids = new LinkedHashMap<>();
        found.stream()
                .flatMap(candidate -> Optional.ofNullable(candidate.seen()).stream())
                .forEach(seen -> seen.parents()
                        .forEach((field, id) -> ids.computeIfAbsent(field, _ -> new LinkedHashSet<>())
                                .add(id)));
        Map<Field<?>, Map<Long, String>> titles = new HashMap<>();
        ids.forEach((field, wanted) -> reading.catalog().targets(field).forEach(target -> {
            Map<Long, String> told = titles.computeIfAbsent(field, _ -> new HashMap<>());
            reading.titles(actor, target, wanted).forEach(row -> {
                Object title = reading.title(actor, target, row);
                if (title != null) {
                    told.put(row.id(), title.toString());
                }
            });
        }));
        return titles;
    }

    private static @Nullable String within(Seen seen, Map<Field<?>, Map<Long, String>> parents) {
        String titles = seen.parents().entrySet().stream()
                .flatMap(parent ->
                        Optional.ofNullable(
                                parents.getOrDefault(parent.getKey(), Map.of()).get(parent.getValue()))
                                .stream())
                .collect(Collectors.joining(" · "));
        return titles.isEmpty() ? null : titles;
    }

    /** What can be compared so far; a value that is still being typed is not. */
    private static Map<Field<?>, String> values(List<Field<?>> fields, ObjectNode draft) {
        Map<Field<?>, String> values = new LinkedHashMap<>();
        for (Field<?> field : fields) {
            if (read(field, draft.path(field.name())) instanceof String text && !text.isBlank()) {
                values.put(field, text);
            }
        }
        return values;
    }

    private static @Nullable Object read(Field<?> field, JsonNode json) {
        try {
            return json.isString() && !json.stringValue().isBlank()
                    ? field.type().read(json)
                    : null;
        } catch (Unreadable unfinished) {
            return null;
        }
    }

    private static Message message(Candidate candidate, @Nullable Person ask) {
        Object fields = new Named(candidate.fields());
        if (candidate.seen() == null) {
            Object kind = candidate.object().label();
            return ask == null
                    ? Message.of("records.duplicateUnseen", fields, kind)
                    : Message.of("records.duplicateUnseenAsk", fields, kind, ask.name());
        }
        if (candidate.former()) {
            return Message.of("records.duplicateFormer", fields);
        }
        return candidate.score() == 1
                ? Message.of("records.duplicateSame", fields)
                : Message.of("records.duplicateAlike", fields);
    }

    /** Field labels in the reader's language. */
    private record Named(List<Field<?>> fields) implements Message.Spoken {
        @Override
        public String in(Language language) {
            String comma = language == Language.CHINESE ? "、" : ", ";
            return fields.stream().map(field -> field.label().in(language)).collect(Collectors.joining(comma));
        }
    }
}
