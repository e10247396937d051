package hengke.web.catalog;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.explaining.Explainers;
import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Operator;
import hengke.kernel.metadata.Relation;
import hengke.kernel.metadata.Transitions;
import hengke.kernel.problem.Language;
import hengke.kernel.query.SortKey;
import hengke.kernel.records.Command;
import hengke.kernel.records.Commands;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The catalog as one person sees it, in one language: no hidden object, no hidden field. */
@Component
public final class CatalogJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Access access;
    private final Commands commands;
    private final Explainers explainers;

    CatalogJson(Access access, Commands commands, Explainers explainers) {
        this.access = access;
        this.commands = commands;
        this.explainers = explainers;
    }

    ObjectNode of(Catalog catalog, Actor actor, Language language) {
        ObjectNode json = JSON.createObjectNode().put("version", catalog.version());
        ArrayNode objects = json.putArray("objects");
        catalog.objects().stream()
                .filter(object -> visible(actor, object))
                .forEach(object -> objects.add(of(catalog, actor, language, object)));
        return json;
    }

    boolean visible(Actor actor, ObjectDefinition object) {
        return access.may(actor, object, Verb.READ);
    }

    ObjectNode of(Catalog catalog, Actor actor, Language language, ObjectDefinition object) {
        ObjectNode json = JSON.createObjectNode()
                .put("name", object.name())
                .put("label", object.label().in(language))
                .put("plural", object.plural().in(language))
                .put("icon", object.icon())
                .put("application", object.application())
                .putNull("help")
                .put("titleField", object.title().name());
        ArrayNode capabilities = json.putArray("capabilities");
        object.capabilities().stream().map(Capability::name).forEach(capabilities::add);
        ObjectNode verbs = json.putObject("verbs");
        for (Verb verb : Verb.values()) {
            verbs.put(verb.wire(), access.may(actor, object, verb));
        }
        ArrayNode runnable = json.putArray("commands");
        commands.of(actor, object).forEach(command -> runnable.add(of(catalog, language, object, command)));
        List<Field<?>> visible = object.fields().stream()
                .filter(field -> access.right(actor, object, field) != FieldRight.HIDDEN)
                .toList();
        ArrayNode fields = json.putArray("fields");
        visible.forEach(field -> fields.add(of(catalog, actor, language, object, field)));
        FormJson form = new FormJson(access, actor, language, object, visible);
        json.set("sections", form.sections());
        json.set("rules", form.rules());
        ObjectNode list = json.putObject("list");
        List<String> columns = form.listColumns();
        if (columns.isEmpty()) {
            names(list.putArray("columns"), visible, Trait.LISTED);
        } else {
            columns.forEach(list.putArray("columns")::add);
        }
        list.putArray("sort").addObject().put("field", "updatedAt").put("descending", true);
        names(json.putArray("headline"), visible, Trait.HEADLINE);
        relations(catalog, actor, language, object, json.putArray("relations"));
        return json;
    }

    /** The title always comes first, because it is what opens the record. */
    private static void names(ArrayNode names, List<Field<?>> fields, Trait trait) {
        fields.stream()
                .filter(field -> field.traits().is(trait))
                .sorted(Comparator.comparing(field -> !field.traits().is(Trait.TITLE)))
                .map(Field::name)
                .forEach(names::add);
    }

    private void relations(Catalog catalog, Actor actor, Language language, ObjectDefinition object, ArrayNode into) {
        for (Catalog.Child child : catalog.children(object)) {
            Relation relation = child.reference().traits().parent();
            if (relation != null && visible(actor, child.object())) {
                into.addObject()
                        .put("name", relation.name())
                        .put("object", child.object().name())
                        .put("field", child.reference().name())
                        .put("label", relation.label().in(language))
                        .put("lines", child.lines());
            }
        }
    }

    private ObjectNode of(Catalog catalog, Language language, ObjectDefinition object, Command command) {
        ObjectNode json = JSON.createObjectNode()
                .put("name", command.name())
                .put("label", command.label().in(language))
                .put("on", command.several().name().toLowerCase(Locale.ROOT))
                .put("danger", command.dangerous());
        ArrayNode input = json.putArray("input");
        command.input(object).forEach(field -> input.add(toFillIn(catalog, language, field)));
        return json;
    }

    /** A field that is asked for, whatever its reader may do with it elsewhere. */
    public static ObjectNode toFillIn(Catalog catalog, Language language, Field<?> field) {
        return of(catalog, language, field, field.type().operators(), FieldRight.EDIT, false);
    }

    private ObjectNode of(Catalog catalog, Actor actor, Language language, ObjectDefinition object, Field<?> field) {
        FieldRight right = access.right(actor, object, field);
        ObjectNode json =
                of(catalog, language, field, object.operators(field), right, access.reveals(actor, object, field));
        json.set("transitions", transitions(actor, object, field));
        boolean explained =
                right.atLeast(FieldRight.READ) && explainers.of(object, field).isPresent();
        return json.put("explained", explained);
    }

    private static ObjectNode of(
            Catalog catalog,
            Language language,
            Field<?> field,
            Set<Operator> possible,
            FieldRight right,
            boolean reveals) {
        boolean readable = right.atLeast(FieldRight.READ);
        ObjectNode json = JSON.createObjectNode()
                .put("name", field.name())
                .put("label", field.label().in(language))
                .put("kind", field.kind())
                .put("result", field.computation() == null ? null : field.type().kind());
        var help = field.traits().help();
        json.put("help", help == null ? null : help.in(language))
                .put("required", field.traits().is(Trait.REQUIRED))
                .put("unique", field.traits().is(Trait.UNIQUE))
                .put("system", field.traits().is(Trait.SYSTEM))
                .put("identifying", field.traits().is(Trait.IDENTIFYING))
                .put("right", right.wire())
                .put("reveal", reveals)
                .put("filterable", readable)
                .put("sortable", readable && SortKey.sortable(field))
                .put("searched", readable && field.traits().is(Trait.SEARCHED));
        ArrayNode operators = json.putArray("operators");
        if (readable) {
            possible.stream().sorted().map(Operator::wire).forEach(operators::add);
        }
        json.set("default", initial(field.traits().defaultValue()));
        json.putNull("transitions");
        json.put("explained", false);
        KindJson.describe(catalog, language, field, json);
        return json;
    }

    /** The rules of its moves as they are for this person; null where every move is free. */
    private @Nullable JsonNode transitions(Actor actor, ObjectDefinition object, Field<?> field) {
        Transitions rules = object.transitions().get(field.name());
        if (rules == null) {
            return null;
        }
        ObjectNode json = JSON.createObjectNode().put("onlyListed", rules.onlyListed());
        ArrayNode moves = json.putArray("moves");
        for (Transitions.Move move : rules.moves()) {
            ArrayNode required = moves.addObject()
                    .put("from", move.from())
                    .put("to", move.to())
                    .put("open", move.open(actor.roles()))
                    .putArray("required");
            move.required().stream()
                    .flatMap(name -> object.field(name).stream())
                    .filter(other -> access.right(actor, object, other) != FieldRight.HIDDEN)
                    .forEach(other -> required.add(other.name()));
        }
        return json;
    }

    /** What a form starts with: a value, or a word for what only the moment of filling it in knows. */
    static JsonNode initial(@Nullable DefaultValue value) {
        return switch (value) {
            case DefaultValue.Constant(JsonNode constant) -> constant;
            case DefaultValue.CurrentUser _ -> JSON.createObjectNode().put("is", "currentUser");
            case DefaultValue.Now _ -> JSON.createObjectNode().put("is", "now");
            case DefaultValue.NextNumber _ -> JSON.getNodeFactory().nullNode();
            case null -> JSON.getNodeFactory().nullNode();
        };
    }
}
