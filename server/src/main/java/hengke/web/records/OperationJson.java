package hengke.web.records;

import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Language;
import hengke.kernel.records.Commands;
import hengke.kernel.records.Operation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Operations as they go over the wire. */
@Component
public final class OperationJson {
    /** Names the operation that can be undone. */
    public static final String HEADER = "Hengke-Operation";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final LiveOrganisation organisation;
    private final Labels labels;
    private final LiveCatalog catalog;
    private final Commands commands;

    OperationJson(LiveOrganisation organisation, Labels labels, LiveCatalog catalog, Commands commands) {
        this.organisation = organisation;
        this.labels = labels;
        this.catalog = catalog;
        this.commands = commands;
    }

    public ObjectNode of(Operation operation, Language language) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", operation.id())
                .put("kind", operation.kind().wire())
                .put("label", operation.label())
                .put("act", act(operation, language))
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
        json.put("message", KeptMessage.in(operation.message(), language));
        json.putObject("by")
                .put("id", operation.actor())
                .put(
                        "label",
                        organisation
                                .get()
                                .person(operation.actor())
                                .map(person -> person.name())
                                .orElse(null));
        json.set("conflicts", conflicts(operation, language));
        return json;
    }

    /** Labels are written in one language; what was done has a name in each. */
    private @Nullable String act(Operation operation, Language language) {
        return Optional.ofNullable(operation.object())
                .filter(_ -> operation.kind() == Operation.Kind.COMMAND)
                .flatMap(catalog.current()::find)
                .flatMap(object -> commands.act(object, operation.label()))
                .map(act -> act.in(language))
                .orElse(null);
    }

    /** What could not be taken back, with the names that whoever asked for it may see. */
    private JsonNode conflicts(Operation operation, Language language) {
        JsonNode conflicts = JSON.readTree(operation.conflicts());
        if (!conflicts.isEmpty()) {
            List<Link> links = conflicts.valueStream().map(OperationJson::link).toList();
            Labels.Known known = labels.known(organisation.get().actor(operation.actor()), links, List.of());
            conflicts.forEach(conflict -> ((ObjectNode) conflict)
                    .put("label", known.record(link(conflict)))
                    .put("message", KeptMessage.in(conflict.path("message").stringValue(), language)));
        }
        return conflicts;
    }

    private static Link link(JsonNode conflict) {
        return new Link(conflict.get("object").stringValue(), conflict.get("id").longValue());
    }
}
