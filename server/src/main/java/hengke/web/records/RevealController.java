package hengke.web.records;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.identity.AccessLog;
import hengke.kernel.identity.Origin;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.web.Body;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Shows one masked value of one record to whoever may have it shown, and writes that down. */
@RestController
@RequestMapping("/api/records/{object}/{id}/reveal")
final class RevealController {
    private static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 100);

    private final Reading reading;
    private final Access access;
    private final RecordJson json;
    private final AccessLog log;

    RevealController(Reading reading, Access access, RecordJson json, AccessLog log) {
        this.reading = reading;
        this.access = access;
        this.json = json;
        this.log = log;
    }

    @PostMapping
    ObjectNode reveal(
            Caller caller,
            Origin origin,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @RequestBody ObjectNode asked) {
        Actor actor = caller.actor();
        ObjectDefinition object = reading.object(actor, name);
        Body body = new Body(asked);
        String wanted = body.required("field", NAME).orElse("");
        body.done();
        Row row = reading.row(actor, object, id);
        Field<?> field = object.field(wanted)
                .filter(found -> access.right(actor, object, found) != FieldRight.HIDDEN)
                .orElseThrow(() -> Refusal.Invalid.at("field", Message.of("records.unknown", wanted)));
        if (access.right(actor, object, field) == FieldRight.MASKED) {
            if (!access.reveals(actor, object, field)) {
                throw new Refusal.Forbidden(Message.of("access.mayNotReveal", field.label()));
            }
            log.reveal(actor.user(), object.name(), id, field.name(), origin);
        }
        ObjectNode answer = JsonMapper.shared().createObjectNode().put("field", field.name());
        answer.set("value", json.plain(actor, row, field));
        return answer;
    }
}
