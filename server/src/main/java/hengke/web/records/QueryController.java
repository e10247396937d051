package hengke.web.records;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Page;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.records.Caller;
import hengke.web.Body;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Asks for records: filter, search, sort, page, count. */
@RestController
@RequestMapping("/api/records/{object}")
final class QueryController {
    private final Reading reading;
    private final Pages pages;
    private final RecordJson json;
    private final AskedSelection selection;

    QueryController(Reading reading, Pages pages, RecordJson json, AskedSelection selection) {
        this.reading = reading;
        this.pages = pages;
        this.json = json;
        this.selection = selection;
    }

    @PostMapping("/query")
    ObjectNode query(Caller caller, @PathVariable("object") String name, @RequestBody ObjectNode asked) {
        ObjectDefinition object = reading.object(caller.actor(), name);
        Selection question = selection.of(caller.actor(), object, new Body(asked));
        Page page = pages.page(question);
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        answer.putArray("items").addAll(json.of(caller.actor(), object, page.rows(), question.fields()));
        answer.put("next", page.next());
        Page.Count count = page.count();
        if (count != null) {
            answer.putObject("count").put("value", count.value()).put("exact", count.exact());
        }
        return answer;
    }
}
