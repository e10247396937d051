package hengke.web.duplicates;

import hengke.kernel.merging.MergePreview;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Commands;
import hengke.web.Body;
import hengke.web.records.Reading;
import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows what a merge would do before anybody does it. */
@RestController
final class MergePreviewController {
    private final Reading reading;
    private final MergePreview preview;

    MergePreviewController(Reading reading, MergePreview preview) {
        this.reading = reading;
        this.preview = preview;
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
        return answer;
    }
}
