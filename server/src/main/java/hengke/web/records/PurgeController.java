package hengke.web.records;

import hengke.kernel.access.Access;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.records.Caller;
import hengke.kernel.records.RecycleBin;
import hengke.web.Body;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Deleting what lies in the recycle bin for good; administrators only, and there is no way back. */
@RestController
final class PurgeController {
    static final int MOST = Selection.MOST;

    private final Reading reading;
    private final Access access;
    private final Pages pages;
    private final RecycleBin bin;
    private final Labels labels;

    PurgeController(Reading reading, Access access, Pages pages, RecycleBin bin, Labels labels) {
        this.reading = reading;
        this.access = access;
        this.pages = pages;
        this.bin = bin;
        this.labels = labels;
    }

    @PostMapping("/api/records/{object}/purge")
    ObjectNode purge(Caller caller, @PathVariable("object") String name, @RequestBody ObjectNode asked) {
        ObjectDefinition object = reading.object(caller.actor(), name);
        access.requireAdministrator(caller.actor());
        Body body = new Body(asked);
        List<Long> ids = body.list("ids", new IntegerType(1, Long.MAX_VALUE));
        body.done();
        if (ids.isEmpty() || ids.size() > MOST) {
            throw Refusal.Invalid.at("ids", Message.of("records.purgeIds", MOST));
        }
        Map<Long, String> titles = new LinkedHashMap<>();
        for (Row row : pages.page(Selection.of(object, access.visibility(caller.actor(), object, Verb.DELETE))
                        .inRecycleBin(true)
                        .where(Criterion.in(SystemFields.ID, ids))
                        .limit(MOST))
                .rows()) {
            titles.put(row.id(), labels.title(caller.actor(), object, row));
        }
        List<Long> held = bin.purge(caller.actor(), object, titles);
        ObjectNode answer = JsonMapper.shared().createObjectNode().put("purged", titles.size() - held.size());
        ArrayNode list = answer.putArray("held");
        held.forEach(id -> list.addObject().put("id", id).put("label", titles.get(id)));
        return answer;
    }
}
