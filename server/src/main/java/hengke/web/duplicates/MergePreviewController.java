package hengke.web.duplicates;

import hengke.kernel.access.Access;
import hengke.kernel.duplicates.TwinsAfterMerge;
import hengke.kernel.merging.MergePreview;
import hengke.kernel.merging.Merged;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Commands;
import hengke.web.Body;
import hengke.web.records.Reading;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows what a merge would do before anybody does it. */
@RestController
final class MergePreviewController {
    private static final int TWINS = 10;
    private static final int MOST_ASKED = 500;

    private final Reading reading;
    private final Access access;
    private final MergePreview preview;
    private final TwinsAfterMerge twins;
    private final DSLContext database;

    MergePreviewController(
            Reading reading, Access access, MergePreview preview, TwinsAfterMerge twins, DSLContext database) {
        this.reading = reading;
        this.access = access;
        this.preview = preview;
        this.twins = twins;
        this.database = database;
    }

    @PostMapping("/api/duplicates/{object}/preview")
    ObjectNode preview(
            Caller caller, Language language, @PathVariable("object") String name, @RequestBody ObjectNode asked) {
        ObjectDefinition object = reading.object(caller.actor(), name);
        Body body = new Body(asked);
        var id = new IntegerType(1, Long.MAX_VALUE);
        List<Long> ids = body.list("ids", id);
        Long into = body.optional("into", id).orElse(null);
        JsonNode take = body.object("take").orElse(null);
        body.done();
        if (ids.size() > Commands.MOST_TOGETHER) {
            throw Refusal.Invalid.at("ids", Message.of("value.tooMany", Commands.MOST_TOGETHER));
        }
        MergePreview.Shown shown = preview.of(caller.actor(), object, ids, into, take);
        ObjectNode answer = JsonMapper.shared()
                .createObjectNode()
                .put("into", shown.into())
                .put("refusal", shown.refusal() == null ? null : shown.refusal().in(language));
        ArrayNode records = answer.putArray("records");
        shown.rows().forEach(row -> records.add(reading.json(caller.actor(), object, row)));
        ArrayNode fields = answer.putArray("fields");
        shown.fields()
                .forEach(choice -> fields.addObject()
                        .put("name", choice.best().field().name())
                        .put("from", choice.best().from())
                        .put("united", choice.best().united())
                        .put("differ", choice.best().differ())
                        .put("open", choice.open()));
        ArrayNode moves = answer.putArray("moves");
        shown.moves()
                .forEach(move -> moves.addObject()
                        .put("object", move.object().name())
                        .put("label", move.object().plural().in(language))
                        .put("count", move.count()));
        ArrayNode alike = answer.putArray("twins");
        twins.of(caller.actor(), object, ids).stream()
                .limit(TWINS)
                .forEach(each -> alike.addObject()
                        .put("object", each.object().name())
                        .put("label", each.object().label().in(language))
                        .put("one", title(caller, each.object(), each.one()))
                        .put("other", title(caller, each.object(), each.other())));
        return answer;
    }

    private @Nullable String title(Caller caller, ObjectDefinition object, Row row) {
        Object title = access.title(caller.actor(), object, row);
        return title == null ? null : title.toString();
    }

    /** Which records these went into; only those that the asker may see. */
    @GetMapping("/api/duplicates/{object}/merged")
    ObjectNode merged(Caller caller, @PathVariable("object") String name, @RequestParam(name = "ids") List<Long> ids) {
        ObjectDefinition object = reading.object(caller.actor(), name);
        if (ids.size() > MOST_ASKED) {
            throw Refusal.Invalid.at("ids", Message.of("value.tooMany", MOST_ASKED));
        }
        Map<Long, Long> survivors = Merged.survivors(database, object, ids);
        Map<Long, Row> seen = reading.titles(caller.actor(), object, survivors.values()).stream()
                .collect(Collectors.toMap(Row::id, row -> row));
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        ArrayNode items = answer.putArray("items");
        survivors.forEach((id, into) -> {
            Row row = seen.get(into);
            if (row != null) {
                items.addObject()
                        .put("id", id)
                        .putObject("into")
                        .put("id", into)
                        .put("label", title(caller, object, row));
            }
        });
        return answer;
    }
}
