package hengke.web.catalog;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.configuration.FormDesign;
import hengke.kernel.configuration.Place;
import hengke.kernel.configuration.Versions;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FormLayout;
import hengke.kernel.metadata.FormsJson;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Operator;
import hengke.kernel.metadata.ValueRule;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.query.FormCondition;
import hengke.web.Body;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The layouts and field rules of an object, as administrators see and replace them. */
@RestController
@RequestMapping("/api/catalog/{object}")
final class FormsController {
    private static final IntegerType VERSION = new IntegerType(1, Long.MAX_VALUE);

    private final Access access;
    private final Versions versions;
    private final LiveOrganisation organisation;
    private final FormDesign design;

    FormsController(Access access, Versions versions, LiveOrganisation organisation, FormDesign design) {
        this.access = access;
        this.versions = versions;
        this.organisation = organisation;
        this.design = design;
    }

    @GetMapping("/layouts")
    ObjectNode layouts(Actor actor, @PathVariable("object") String name, @RequestParam @Nullable Long draft) {
        access.requireAdministrator(actor);
        return layouts(catalog(draft), name);
    }

    @PutMapping("/layouts")
    ObjectNode replaceLayouts(
            Actor actor,
            @PathVariable("object") String name,
            @RequestParam @Nullable Long draft,
            @RequestBody ObjectNode request) {
        access.requireAdministrator(actor);
        Body body = new Body(request);
        Long seen = body.optional("version", VERSION).orElse(null);
        List<FormLayout> wished = reader(draft, name).layouts(body);
        body.done();
        return layouts(design.in(versions.place(draft)).replaceLayouts(actor, seen, name, wished), name);
    }

    @GetMapping("/rules")
    ObjectNode rules(Actor actor, @PathVariable("object") String name, @RequestParam @Nullable Long draft) {
        access.requireAdministrator(actor);
        return rules(catalog(draft), name);
    }

    @PutMapping("/rules")
    ObjectNode replaceRules(
            Actor actor,
            @PathVariable("object") String name,
            @RequestParam @Nullable Long draft,
            @RequestBody ObjectNode request) {
        access.requireAdministrator(actor);
        Body body = new Body(request);
        Long seen = body.optional("version", VERSION).orElse(null);
        List<ValueRule> wished = reader(draft, name).rules(body);
        body.done();
        return rules(design.in(versions.place(draft)).replaceRules(actor, seen, name, wished), name);
    }

    private Catalog catalog(@Nullable Long draft) {
        Place place = versions.place(draft);
        return place.at(place.overlay());
    }

    private FormsReader reader(@Nullable Long draft, String object) {
        return new FormsReader(catalog(draft).object(object), organisation.get(), false);
    }

    private static ObjectNode layouts(Catalog catalog, String name) {
        ObjectDefinition object = catalog.object(name);
        ObjectNode json = JsonMapper.shared().createObjectNode().put("version", catalog.version());
        json.set("layouts", FormsJson.layouts(object.forms().layouts(), Texts::write));
        json.set(
                "shipped",
                FormsJson.layouts(List.of(FormLayout.shipped(object)), Texts::write)
                        .get(0));
        json.set("conditions", conditions(object));
        return json;
    }

    private static ObjectNode rules(Catalog catalog, String name) {
        ObjectDefinition object = catalog.object(name);
        ObjectNode json = JsonMapper.shared().createObjectNode().put("version", catalog.version());
        json.set("rules", FormsJson.rules(object.forms().rules(), Texts::write));
        json.set("conditions", conditions(object));
        return json;
    }

    /** What conditions may ask about, so that nothing is offered that would be refused. */
    private static ArrayNode conditions(ObjectDefinition object) {
        ArrayNode conditions = JsonMapper.shared().createArrayNode();
        for (Field<?> field : object.fields()) {
            Set<Operator> operators = FormCondition.operators(field);
            if (!operators.isEmpty()) {
                ArrayNode its =
                        conditions.addObject().put("field", field.name()).putArray("operators");
                operators.stream().sorted().map(Operator::wire).forEach(its::add);
            }
        }
        return conditions;
    }
}
