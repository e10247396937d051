package hengke.web.records;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.explaining.Account;
import hengke.kernel.explaining.Explainer;
import hengke.kernel.explaining.Explainers;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Pages;
import hengke.kernel.records.Caller;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How a value of a record came about. */
@RestController
final class ExplanationController {
    private final Reading reading;
    private final Access access;
    private final Explainers explainers;
    private final Pages pages;
    private final DSLContext database;

    ExplanationController(Reading reading, Access access, Explainers explainers, Pages pages, DSLContext database) {
        this.reading = reading;
        this.access = access;
        this.explainers = explainers;
        this.pages = pages;
        this.database = database;
    }

    /** A value that the reader may not read in clear looks like one that nobody explains. */
    @GetMapping("/api/records/{object}/{id}/explanations/{field}")
    ObjectNode explanation(
            Caller caller,
            Language language,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @PathVariable("field") String fieldName) {
        Actor actor = caller.actor();
        ObjectDefinition object = reading.object(actor, name);
        List<Field<?>> readable = reading.fields(actor, object).stream()
                .filter(field -> access.right(actor, object, field).atLeast(FieldRight.READ))
                .toList();
        Field<?> field = readable.stream()
                .filter(each -> each.name().equals(fieldName))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
        Explainer explainer = explainers.of(object, field).orElseThrow(Refusal.NotFound::new);
        Row row = pages.byIds(object, access.visibility(actor, object, Verb.READ), List.of(id), readable).stream()
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
        return json(actor, language, explainer.account(new Explainer.Question(object, field, row, actor, database)));
    }

    private ObjectNode json(Actor actor, Language language, Account account) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("summary", spoken(account.summary(), language))
                .put("asOf", account.asOf() == null ? null : account.asOf().toString());
        ArrayNode lines = json.putArray("lines");
        for (Account.Line line : account.lines()) {
            ObjectNode told = lines.addObject()
                    .put("text", line.text().in(language))
                    .put("value", spoken(line.value(), language))
                    .put("points", line.points() == null ? null : line.points().toPlainString());
            told.set("records", records(actor, line.records()));
        }
        return json;
    }

    private static @Nullable String spoken(@Nullable Message message, Language language) {
        return message == null ? null : message.in(language);
    }

    /** Nothing where the reader may not look there, or not by this filter. */
    private @Nullable ObjectNode records(Actor actor, Account.@Nullable Records records) {
        if (records == null || !opens(actor, records)) {
            return null;
        }
        ObjectNode json = JsonMapper.shared().createObjectNode().put("object", records.object());
        json.set("filter", records.filter());
        return json;
    }

    private boolean opens(Actor actor, Account.Records records) {
        try {
            ObjectDefinition object = reading.object(actor, records.object());
            access.resolve(actor, object, records.filter());
            return access.may(actor, object, Verb.READ);
        } catch (Refusal refused) {
            return false;
        }
    }
}
