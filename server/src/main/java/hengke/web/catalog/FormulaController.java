package hengke.web.catalog;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.configuration.Place;
import hengke.kernel.configuration.Versions;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.formula.Checked;
import hengke.kernel.metadata.formula.Checker;
import hengke.kernel.metadata.formula.Expression;
import hengke.kernel.metadata.formula.FormulaFault;
import hengke.kernel.metadata.formula.FormulaFunction;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.query.FormulaPreview;
import hengke.web.Body;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Helps an administrator to write a formula: what may stand in it, what is wrong with it, what it gives. */
@RestController
@RequestMapping("/api/catalog/{object}/formula")
final class FormulaController {
    private static final IntegerType RECORD = new IntegerType(1, Long.MAX_VALUE);
    private static final TextualType SOURCE = new TextualType(TextualType.Form.LONG_TEXT, 2 * Checker.LONGEST_SOURCE);

    private final Access access;
    private final LiveCatalog live;
    private final Versions versions;
    private final FormulaPreview preview;

    FormulaController(Access access, LiveCatalog live, Versions versions, FormulaPreview preview) {
        this.access = access;
        this.live = live;
        this.versions = versions;
        this.preview = preview;
    }

    /** The fields and functions that may stand in a formula of this object. */
    @GetMapping
    ObjectNode vocabulary(
            Actor actor, Language language, @PathVariable("object") String name, @RequestParam @Nullable Long draft) {
        access.requireAdministrator(actor);
        Catalog catalog = catalog(draft);
        ObjectDefinition object = catalog.object(name);
        ObjectNode json = JsonMapper.shared().createObjectNode();
        ArrayNode fields = json.putArray("fields");
        object.fields().forEach(field -> fields(catalog, language, object, field, fields));
        ArrayNode functions = json.putArray("functions");
        FormulaFunction.named().forEach(function -> functions.add(function(function, language)));
        return json;
    }

    private Catalog catalog(@Nullable Long draft) {
        Place place = versions.place(draft);
        return draft == null ? live.current() : place.at(place.overlay());
    }

    /** A field itself, and what lies behind it. */
    private static void fields(
            Catalog catalog, Language language, ObjectDefinition object, Field<?> field, ArrayNode into) {
        add(catalog, language, object, "{" + field.name() + "}", field.label().in(language), into);
        if (field.type() instanceof IdType(IdType.Records(String target))) {
            catalog.object(target)
                    .fields()
                    .forEach(behind -> add(
                            catalog,
                            language,
                            object,
                            "{" + field.name() + "." + behind.name() + "}",
                            field.label().in(language) + " › " + behind.label().in(language),
                            into));
        }
    }

    private static void add(
            Catalog catalog, Language language, ObjectDefinition object, String stored, String label, ArrayNode into) {
        Checked checked = catalog.check(object, stored, null);
        Expression expression = checked.expression();
        if (expression != null) {
            into.addObject()
                    .put("written", checked.shown())
                    .put("label", label)
                    .put("kind", expression.kind().label().in(language));
        }
    }

    private static ObjectNode function(FormulaFunction function, Language language) {
        String english = function.names().getFirst();
        return JsonMapper.shared()
                .createObjectNode()
                .put("english", english)
                .put("chinese", function.names().getLast())
                .put("group", Objects.requireNonNull(function.group()).name().toLowerCase(Locale.ROOT))
                .put("use", Message.of("formula.use." + english).in(language))
                .put("help", Message.of("formula.help." + english).in(language));
    }

    /** What is wrong with a formula; and where nothing is, what it gives of a record. */
    @PostMapping("/check")
    ObjectNode check(
            Actor actor,
            Language language,
            @PathVariable("object") String name,
            @RequestParam @Nullable Long draft,
            @RequestBody ObjectNode request) {
        access.requireAdministrator(actor);
        Catalog catalog = catalog(draft);
        ObjectDefinition object = catalog.object(name);
        Body body = new Body(request);
        String source = body.given("formula").map(text -> text.asString("")).orElse("");
        body.required("formula", SOURCE);
        Optional<Long> record = body.optional("record", RECORD);
        Field<?> self =
                body.optional("field", Texts.NAME).flatMap(object::field).orElse(null);
        body.done();
        Checked checked = catalog.check(object, source, self);
        ObjectNode json = JsonMapper.shared().createObjectNode().put("shown", checked.shown());
        ArrayNode faults = json.putArray("faults");
        checked.faults().forEach(fault -> faults.add(of(fault, language)));
        Expression expression = checked.expression();
        FieldType<?> type = expression == null ? null : FormulaSettings.usual(expression.kind());
        json.put("result", type == null ? null : type.kind());
        json.set(
                "value",
                expression == null || type == null || record.isEmpty()
                        ? JsonMapper.shared().getNodeFactory().nullNode()
                        : tried(actor, name, checked.stored(), record.get(), type));
        return json;
    }

    /** What it gives of a record; nothing while it speaks of what only a draft knows. */
    private JsonNode tried(Actor actor, String name, String stored, long record, FieldType<?> type) {
        ObjectDefinition there = live.current().find(name).orElse(null);
        Expression expression =
                there == null ? null : live.current().check(there, stored, null).expression();
        return there == null || expression == null || !expression.kind().gives(type)
                ? JsonMapper.shared().getNodeFactory().nullNode()
                : value(actor, there, record, expression, type);
    }

    private <T> JsonNode value(
            Actor actor, ObjectDefinition object, long record, Expression expression, FieldType<T> type) {
        return preview.of(
                        object,
                        record,
                        access.visibility(actor, object, Verb.READ),
                        access.guard(actor),
                        new Expression.Result(object.title(), expression, type, expression.kind()),
                        type)
                .map(type::write)
                .orElse(JsonMapper.shared().getNodeFactory().nullNode());
    }

    private static ObjectNode of(FormulaFault fault, Language language) {
        @Nullable String suggestion = fault.suggestion();
        return JsonMapper.shared()
                .createObjectNode()
                .put("from", fault.from())
                .put("to", fault.to())
                .put("message", fault.message().in(language))
                .put("suggestion", suggestion);
    }
}
