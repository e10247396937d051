package hengke.web.catalog;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.configuration.FieldName;
import hengke.kernel.configuration.FieldUses;
import hengke.kernel.configuration.OwnFields;
import hengke.kernel.configuration.Place;
import hengke.kernel.configuration.Versions;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Overlay;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal;
import hengke.web.Body;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of an object, as administrators add, change, delete and restore them while the product runs. */
@RestController
@RequestMapping("/api/catalog/{object}/fields")
final class FieldsController {
    private static final IntegerType VERSION = new IntegerType(1, Long.MAX_VALUE);

    private final Access access;
    private final Versions versions;
    private final OwnFields fields;
    private final FieldReader reader;
    private final FieldUses uses;
    private final DesignJson json;

    FieldsController(
            Access access, Versions versions, OwnFields fields, FieldReader reader, FieldUses uses, DesignJson json) {
        this.access = access;
        this.versions = versions;
        this.fields = fields;
        this.reader = reader;
        this.uses = uses;
        this.json = json;
    }

    @GetMapping
    ObjectNode all(Actor actor, @PathVariable("object") String objectName, @RequestParam @Nullable Long draft) {
        access.requireAdministrator(actor);
        Place place = versions.place(draft);
        Overlay overlay = place.overlay();
        Catalog catalog = place.at(overlay);
        return json.of(catalog, overlay, catalog.object(objectName));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode add(
            Actor actor,
            Language language,
            @PathVariable("object") String objectName,
            @RequestParam @Nullable Long draft,
            @RequestBody ObjectNode request) {
        return add(actor, language, objectName, null, draft, request);
    }

    @PostMapping("/{field}")
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode add(
            Actor actor,
            Language language,
            @PathVariable("object") String objectName,
            @PathVariable("field") @Nullable String stated,
            @RequestParam @Nullable Long draft,
            @RequestBody ObjectNode request) {
        access.requireAdministrator(actor);
        Place place = versions.place(draft);
        Overlay overlay = place.overlay();
        Catalog catalog = place.at(overlay);
        ObjectDefinition object = catalog.object(objectName);
        Body body = new Body(request);
        Long seen = body.optional("version", VERSION).orElse(null);
        String named = body.optional("name", Texts.NAME).orElse(stated);
        Optional<Field<?>> wished = reader.added(
                body,
                catalog,
                object,
                label -> named == null ? FieldName.madeOf(label, object, overlay) : FieldName.of(named));
        body.done();
        return shown(fields.in(place).add(actor, seen, objectName, wished.orElseThrow()), objectName, language);
    }

    @PatchMapping("/{field}")
    ObjectNode change(
            Actor actor,
            Language language,
            @PathVariable("object") String objectName,
            @PathVariable("field") String fieldName,
            @RequestParam @Nullable Long draft,
            @RequestBody ObjectNode request) {
        access.requireAdministrator(actor);
        Place place = versions.place(draft);
        Catalog catalog = place.at(place.overlay());
        ObjectDefinition object = catalog.object(objectName);
        Field<?> present = object.field(fieldName).orElseThrow(Refusal.NotFound::new);
        Body body = new Body(request);
        Long seen = body.optional("version", VERSION).orElse(null);
        Field<?> wished = reader.changed(body, catalog, object, present);
        body.done();
        return shown(fields.in(place).change(actor, seen, objectName, wished), objectName, language);
    }

    @DeleteMapping("/{field}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(
            Actor actor,
            @PathVariable("object") String objectName,
            @PathVariable("field") String fieldName,
            @RequestParam @Nullable Long draft,
            @RequestParam @Nullable Long version) {
        access.requireAdministrator(actor);
        fields.in(versions.place(draft)).retire(actor, version, objectName, fieldName);
    }

    /** Who uses a field: told before it is deleted. */
    @GetMapping("/{field}/uses")
    ObjectNode uses(
            Actor actor,
            Language language,
            @PathVariable("object") String objectName,
            @PathVariable("field") String fieldName,
            @RequestParam @Nullable Long draft) {
        access.requireAdministrator(actor);
        Place place = versions.place(draft);
        Catalog catalog = place.at(place.overlay());
        ObjectDefinition object = catalog.object(objectName);
        Field<?> field = object.field(fieldName).orElseThrow(Refusal.NotFound::new);
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        ArrayNode items = answer.putArray("items");
        uses.of(catalog, object, field)
                .forEach(use -> items.addObject()
                        .put("kind", use.kind().wire())
                        .put("label", use.label().in(language))
                        .put("object", use.object())
                        .put("field", use.field().isEmpty() ? null : use.field())
                        .put("area", use.area().isEmpty() ? null : use.area())
                        .put("holding", use.kind().holding()));
        return answer;
    }

    @PostMapping("/{field}/restore")
    ObjectNode restore(
            Actor actor,
            Language language,
            @PathVariable("object") String objectName,
            @PathVariable("field") String fieldName,
            @RequestParam @Nullable Long draft,
            @RequestParam @Nullable Long version) {
        access.requireAdministrator(actor);
        return shown(
                fields.in(versions.place(draft)).restore(actor, version, objectName, fieldName), objectName, language);
    }

    private ObjectNode shown(OwnFields.Made made, String objectName, Language language) {
        return json.of(made, made.catalog().object(objectName), language);
    }
}
