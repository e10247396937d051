package hengke.web.records;

import hengke.kernel.history.ChangeLog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.records.Bulk;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Commands;
import hengke.kernel.records.Operation;
import hengke.web.Body;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Runs a command on one record, or on several. */
@RestController
@RequestMapping("/api/records/{object}")
final class CommandsController {
    private final Reading reading;
    private final Commands commands;
    private final Bulk bulk;
    private final OperationJson json;
    private final DSLContext database;

    CommandsController(Reading reading, Commands commands, Bulk bulk, OperationJson json, DSLContext database) {
        this.reading = reading;
        this.commands = commands;
        this.bulk = bulk;
        this.json = json;
        this.database = database;
    }

    /** The record as it is then; nothing when it went out of the caller's sight by it. */
    @PostMapping("/{id}/commands/{command}")
    ResponseEntity<ObjectNode> runOne(
            Caller caller,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @PathVariable("command") String command,
            @RequestBody ObjectNode input) {
        ObjectDefinition object = reading.object(caller.actor(), name);
        Operation operation = commands.run(caller, object, id, command, input);
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.ok().header(OperationJson.HEADER, Long.toString(operation.id()));
        try {
            ObjectNode record = reading.withLines(
                    caller.actor(),
                    object,
                    reading.json(caller.actor(), object, reading.rowWithRights(caller.actor(), object, id)));
            tellMade(caller, object, command, operation, record);
            return answer.body(record);
        } catch (Refusal.NotFound outOfSight) {
            return ResponseEntity.status(HttpStatus.NO_CONTENT)
                    .header(OperationJson.HEADER, Long.toString(operation.id()))
                    .build();
        }
    }

    /** With what the caller goes on. */
    private void tellMade(
            Caller caller, ObjectDefinition object, String command, Operation operation, ObjectNode record) {
        commands.require(caller.actor(), object, command)
                .makes(object)
                .ifPresent(made -> ChangeLog.made(database, operation.id(), made)
                        .ifPresent(id -> record.putObject(RecordJson.MADE)
                                .put("object", made)
                                .put("id", id)));
    }

    @PostMapping("/commands/{command}")
    ResponseEntity<ObjectNode> runSeveral(
            Caller caller,
            Language language,
            @PathVariable("object") String name,
            @PathVariable("command") String command,
            @RequestBody ObjectNode asked) {
        ObjectDefinition object = reading.object(caller.actor(), name);
        Body body = new Body(asked);
        List<Long> ids = body.list("ids", new IntegerType(1, Long.MAX_VALUE));
        ObjectNode input = body.object("input").orElseGet(JsonMapper.shared()::createObjectNode);
        body.done();
        if (ids.isEmpty() || ids.size() > BulkController.MOST_IDS) {
            throw Refusal.Invalid.at("ids", Message.of("records.commandIds", BulkController.MOST_IDS));
        }
        Operation operation = switch (commands.require(caller.actor(), object, command)
                .several()) {
            case TOGETHER -> commands.runTogether(caller, object, ids, command, input);
            case EACH -> bulk.start(caller, object, Criterion.in(SystemFields.ID, ids), new Bulk.Order(command, input));
        };
        return ResponseEntity.ok()
                .header(OperationJson.HEADER, Long.toString(operation.id()))
                .body(json.of(operation, language));
    }
}
