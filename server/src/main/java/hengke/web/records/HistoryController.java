package hengke.web.records;

import hengke.kernel.access.Access;
import hengke.kernel.history.ChangeLog;
import hengke.kernel.history.Fate;
import hengke.kernel.history.RecordChange;
import hengke.kernel.merging.Merged;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.kernel.records.Caller;
import hengke.kernel.records.OperationLog;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What happened to one record, and to those that went into it. */
@RestController
@RequestMapping("/api/records/{object}/{id}")
final class HistoryController {
    private static final int PAGE = 50;

    private final Reading reading;
    private final History history;
    private final Access access;
    private final DSLContext database;

    HistoryController(Reading reading, History history, Access access, DSLContext database) {
        this.reading = reading;
        this.history = history;
        this.access = access;
        this.database = database;
    }

    @GetMapping("/history")
    ObjectNode history(
            Caller caller,
            Language language,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @RequestParam(name = "after", required = false) @Nullable Long after) {
        ObjectDefinition object = reading.object(caller.actor(), name);
        reading.row(caller.actor(), object, id);
        List<RecordChange> changes = ChangeLog.of(database, object, Merged.story(database, object, id), after, PAGE);
        List<ObjectNode> items = history.json(caller.actor(), language, object, changes);
        Map<Long, Fate> fates = OperationLog.fates(
                database, changes.stream().map(RecordChange::operation).collect(Collectors.toSet()));
        for (int i = 0; i < items.size(); i++) {
            Fate fate = fates.get(changes.get(i).operation());
            items.get(i).put("through", fate == null ? null : fate.through());
            items.get(i)
                    .put(
                            "undoable",
                            fate != null
                                    && fate.undoable()
                                    && (fate.actor() == caller.actor().user() || access.administrator(caller.actor())));
        }
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        answer.putArray("items").addAll(items);
        answer.put(
                "next", changes.size() == PAGE ? Long.toString(changes.getLast().id()) : null);
        return answer;
    }
}
