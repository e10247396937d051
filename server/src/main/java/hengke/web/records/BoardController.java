package hengke.web.records;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Aggregate;
import hengke.kernel.query.Aggregates;
import hengke.kernel.query.Aggregation;
import hengke.kernel.query.Page;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.query.Summary;
import hengke.kernel.records.Caller;
import hengke.web.Body;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Records in columns, one for each option of a choice: number, sum and first cards of all of them in one answer. */
@RestController
final class BoardController {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 200);
    private static final int MOST_COLUMNS = 100;

    private final Reading reading;
    private final AskedSelection selection;
    private final Aggregates aggregates;
    private final Pages pages;
    private final RecordJson records;

    BoardController(Reading reading, AskedSelection selection, Aggregates aggregates, Pages pages, RecordJson records) {
        this.reading = reading;
        this.selection = selection;
        this.aggregates = aggregates;
        this.pages = pages;
        this.records = records;
    }

    @PostMapping("/api/records/{object}/board")
    ObjectNode board(Caller caller, @PathVariable("object") String name, @RequestBody ObjectNode asked) {
        Actor actor = caller.actor();
        ObjectDefinition object = reading.object(actor, name);
        Body body = new Body(asked);
        String groupBy = body.required("groupBy", NAME).orElse("");
        Optional<String> sum = body.optional("sum", NAME);
        Selection question = selection.of(actor, object, body);
        Aggregate aggregate = reading.resolver(actor).aggregate(object, Aggregation.parse(grouped(groupBy, sum)));
        Field<?> column = choice(groupBy, aggregate.dimensions().getFirst());
        Summary summary = aggregates.summary(question, aggregate);
        List<@Nullable Object> values = new ArrayList<>();
        summary.groups().forEach(group -> values.add(group.keys().getFirst()));
        List<Page> cards = pages.lanes(question, column, values);
        return json(actor, question, summary, cards);
    }

    private static ObjectNode grouped(String field, Optional<String> sum) {
        ObjectNode grouped = JSON.createObjectNode().put("limit", MOST_COLUMNS);
        grouped.putArray("groups").addObject().put("field", field);
        ArrayNode measures = grouped.putArray("measures");
        measures.addObject().put("function", "count");
        sum.ifPresent(each -> measures.addObject().put("function", "sum").put("field", each));
        return grouped;
    }

    private static Field<?> choice(String asked, Aggregate.Dimension dimension) {
        if (!dimension.path().isEmpty() || !(dimension.field().type() instanceof ChoiceType)) {
            throw Refusal.Invalid.at("groupBy", Message.of("web.noBoard", asked));
        }
        return dimension.field();
    }

    private ObjectNode json(Actor actor, Selection question, Summary summary, List<Page> cards) {
        List<ObjectNode> written = records.of(
                actor,
                question.object(),
                cards.stream().flatMap(page -> page.rows().stream()).toList(),
                question.fields());
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode columns = answer.putArray("columns");
        int from = 0;
        for (int i = 0; i < cards.size(); i++) {
            Summary.Group group = summary.groups().get(i);
            int until = from + cards.get(i).rows().size();
            ObjectNode column = columns.addObject();
            column.put("value", (String) group.keys().getFirst());
            column.put("count", (Long) group.values().getFirst());
            if (group.values().size() > 1) {
                column.put("sum", plain(group.values().get(1)));
            }
            column.putArray("items").addAll(written.subList(from, until));
            column.put("next", cards.get(i).next());
            from = until;
        }
        return answer;
    }

    private static @Nullable String plain(@Nullable Object sum) {
        return sum instanceof BigDecimal number ? number.toPlainString() : sum == null ? null : sum.toString();
    }
}
