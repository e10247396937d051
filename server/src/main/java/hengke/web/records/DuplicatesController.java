package hengke.web.records;

import hengke.kernel.access.Person;
import hengke.kernel.duplicates.WhomToAsk;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Caller;
import hengke.kernel.search.DuplicateSearch;
import hengke.kernel.search.DuplicateSearch.Candidate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            Caller caller, Language language, @PathVariable("object") String name, @RequestBody ObjectNode draft) {
        ObjectDefinition object = reading.object(caller.actor(), name);
        JsonNode id = draft.path("id");
        Map<Field<?>, String> values = values(duplicates.fields(caller.actor(), object), draft);
        List<Candidate> found =
                duplicates.find(caller.actor(), object, values, id.isIntegralNumber() ? id.longValue() : null);
        Map<Long, Person> people = whom.of(
                object,
                found.stream()
                        .filter(candidate -> candidate.id() == null)
                        .map(Candidate::record)
                        .toList());
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        ArrayNode items = answer.putArray("items");
        for (Candidate candidate : found) {
            ArrayNode fields = items.addObject()
                    .put("id", candidate.id())
                    .put("label", candidate.label())
                    .put("score", candidate.score())
                    .put(
                            "message",
                            message(candidate, people.get(candidate.record())).in(language))
                    .putArray("fields");
            candidate.fields().forEach(field -> fields.add(field.name()));
        }
        return answer;
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
        if (candidate.id() == null) {
            return ask == null
                    ? Message.of("records.duplicateUnseen", fields)
                    : Message.of("records.duplicateUnseenAsk", fields, ask.name());
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
