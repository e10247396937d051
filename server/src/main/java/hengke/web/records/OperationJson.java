package hengke.web.records;

import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.records.Operation;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Operations as they go over the wire. */
@Component
public final class OperationJson {
    /** Names the operation that can be undone. */
    public static final String HEADER = "Hengke-Operation";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final LiveOrganisation organisation;

    OperationJson(LiveOrganisation organisation) {
        this.organisation = organisation;
    }

    public ObjectNode of(Operation operation) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", operation.id())
                .put("kind", operation.kind().wire())
                .put("label", operation.label())
                .put("object", operation.object())
                .put("status", operation.status().wire())
                .put("total", operation.total())
                .put("done", operation.done())
                .put("changed", operation.changed())
                .put("failed", operation.failed())
                .put("undoable", operation.undoable())
                .put("undoneBy", operation.undoneBy())
                .put("through", operation.through())
                .put("startedAt", operation.startedAt().toString())
                .put("finishedAt", operation.finishedAt() == null ? null : String.valueOf(operation.finishedAt()));
        json.put("message", operation.message());
        json.putObject("by")
                .put("id", operation.actor())
                .put(
                        "label",
                        organisation
                                .get()
                                .person(operation.actor())
                                .map(person -> person.name())
                                .orElse(null));
        json.set("conflicts", JSON.readTree(operation.conflicts()));
        return json;
    }
}
