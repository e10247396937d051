package hengke.web.records;

import hengke.kernel.access.Access;
import hengke.kernel.access.PageRight;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Operation;
import hengke.kernel.records.OperationLog;
import hengke.kernel.records.Undo;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was done, how far it is, and taking it back. One's own; an administrator's, everybody's. */
@RestController
@RequestMapping("/api/operations")
final class OperationsController {
    private static final int PAGE = 50;

    private final DSLContext database;
    private final Access access;
    private final Undo undo;
    private final OperationJson json;

    OperationsController(DSLContext database, Access access, Undo undo, OperationJson json) {
        this.database = database;
        this.access = access;
        this.undo = undo;
        this.json = json;
    }

    @GetMapping
    ObjectNode list(
            Caller caller,
            Language language,
            @RequestParam(name = "mine", defaultValue = "true") boolean mine,
            @RequestParam(name = "after", required = false) @Nullable Long after) {
        boolean all = !mine && access.opens(caller.actor(), PageRight.OPERATIONS);
        List<Operation> found =
                OperationLog.page(database, all ? null : caller.actor().user(), after, PAGE);
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        answer.putArray("items")
                .addAll(found.stream()
                        .map(operation -> shown(caller, operation, language))
                        .toList());
        answer.put("next", found.size() == PAGE ? Long.toString(found.getLast().id()) : null);
        return answer;
    }

    @GetMapping("/{id}")
    ObjectNode read(Caller caller, Language language, @PathVariable("id") long id) {
        return shown(caller, own(caller, id), language);
    }

    @PostMapping("/{id}/undo")
    ResponseEntity<ObjectNode> undo(Caller caller, Language language, @PathVariable("id") long id) {
        Operation undone = undo.undo(caller, id, access.administrator(caller.actor()));
        return ResponseEntity.ok()
                .header(RecordsController.OPERATION, Long.toString(undone.id()))
                .body(json.of(undone, language));
    }

    @PostMapping("/{id}/cancel")
    ObjectNode cancel(Caller caller, Language language, @PathVariable("id") long id) {
        Operation operation = own(caller, id);
        if (!operation.belongsTo(caller.actor())) {
            access.requireAdministrator(caller.actor());
        }
        OperationLog.askCancel(database, id);
        return json.of(own(caller, id), language);
    }

    /** Which records stood in the way is told only to whoever tried, and to administrators. */
    private ObjectNode shown(Caller caller, Operation operation, Language language) {
        ObjectNode shown = json.of(operation, language);
        if (!operation.belongsTo(caller.actor()) && !access.administrator(caller.actor())) {
            shown.putArray("conflicts");
        }
        return shown;
    }

    private Operation own(Caller caller, long id) {
        return OperationLog.find(database, id)
                .filter(operation ->
                        operation.belongsTo(caller.actor()) || access.opens(caller.actor(), PageRight.OPERATIONS))
                .orElseThrow(Refusal.NotFound::new);
    }
}
