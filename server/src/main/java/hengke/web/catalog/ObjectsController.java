package hengke.web.catalog;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.configuration.OwnObjects;
import hengke.kernel.configuration.Place;
import hengke.kernel.configuration.Rehearsal;
import hengke.kernel.configuration.Versions;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Names;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Overlay;
import hengke.kernel.metadata.OwnObject;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.web.Body;
import java.util.ArrayList;
import java.util.List;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The objects, as administrators add, change, delete and restore those of their own. */
@RestController
@RequestMapping("/api/catalog/objects")
final class ObjectsController {
    private static final IntegerType VERSION = new IntegerType(1, Long.MAX_VALUE);

    private final Access access;
    private final Versions versions;
    private final OwnObjects objects;
    private final ObjectReader reader;
    private final FieldsInOrder inOrder;
    private final ObjectJson json;

    ObjectsController(
            Access access,
            Versions versions,
            OwnObjects objects,
            ObjectReader reader,
            FieldsInOrder inOrder,
            ObjectJson json) {
        this.access = access;
        this.versions = versions;
        this.objects = objects;
        this.reader = reader;
        this.inOrder = inOrder;
        this.json = json;
    }

    @GetMapping
    ObjectNode all(Actor actor, @RequestParam @Nullable Long draft) {
        access.requireAdministrator(actor);
        Place place = versions.place(draft);
        Overlay overlay = place.overlay();
        return json.of(place.at(overlay), overlay);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode add(Actor actor, @RequestParam @Nullable Long draft, @RequestBody ObjectNode request) {
        access.requireAdministrator(actor);
        Body body = new Body(request);
        Long seen = body.optional("version", VERSION).orElse(null);
        OwnObject wished = reader.added(body);
        List<ObjectNode> settings = fields(body);
        body.done();
        Place place = versions.place(draft);
        return shown(
                place,
                objects.in(place).add(actor, seen, wished, first(actor, place, wished, settings)),
                wished.name());
    }

    private static List<ObjectNode> fields(Body body) {
        List<ObjectNode> settings = new ArrayList<>();
        for (JsonNode each : body.given("fields").orElseGet(JsonMapper.shared()::createArrayNode)) {
            if (each instanceof ObjectNode field) {
                settings.add(field);
            } else {
                body.refuse("fields[" + settings.size() + "]", Message.of("web.object"));
            }
        }
        return settings;
    }

    /** The fields it is to begin with, in an order in which they can be made. */
    private List<Field<?>> first(Actor actor, Place place, OwnObject wished, List<ObjectNode> settings) {
        if (settings.isEmpty()) {
            return List.of();
        }
        Rehearsal rehearsal = new Rehearsal(place);
        objects.in(rehearsal).add(actor, null, wished, List.of());
        List<FieldsInOrder.Wish> wishes = new ArrayList<>();
        settings.forEach(
                each -> wishes.add(new FieldsInOrder.Wish(wished.name(), each, "fields[" + wishes.size() + "].")));
        List<FieldError> errors = inOrder.make(actor, rehearsal, wishes);
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
        return rehearsal.overlay().of(wished.name()).added();
    }

    @PatchMapping("/{object}")
    ObjectNode change(
            Actor actor,
            @PathVariable("object") String name,
            @RequestParam @Nullable Long draft,
            @RequestBody ObjectNode request) {
        access.requireAdministrator(actor);
        Place place = versions.place(draft);
        Body body = new Body(request);
        Long seen = body.optional("version", VERSION).orElse(null);
        Overlay overlay = place.overlay();
        if (overlay.own(name).isEmpty()) {
            Catalog catalog = place.at(overlay);
            ObjectDefinition object = catalog.object(name);
            Names names = ObjectReader.names(
                    body, new Names(object.label(), object.plural()), OwnObjects.shipped(catalog, name));
            body.done();
            return shown(place, objects.in(place).rename(actor, seen, name, names), name);
        }
        OwnObject present = overlay.own(name).filter(OwnObject::living).orElseThrow(Refusal.NotFound::new);
        OwnObject wished = reader.changed(body, present);
        body.done();
        return shown(place, objects.in(place).change(actor, seen, wished), name);
    }

    @DeleteMapping("/{object}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void retire(
            Actor actor,
            @PathVariable("object") String name,
            @RequestParam @Nullable Long draft,
            @RequestParam @Nullable Long version) {
        access.requireAdministrator(actor);
        objects.in(versions.place(draft)).retire(actor, version, name);
    }

    @PostMapping("/{object}/restore")
    ObjectNode restore(
            Actor actor,
            @PathVariable("object") String name,
            @RequestParam @Nullable Long draft,
            @RequestParam @Nullable Long version) {
        access.requireAdministrator(actor);
        Place place = versions.place(draft);
        return shown(place, objects.in(place).restore(actor, version, name), name);
    }

    private ObjectNode shown(Place place, Catalog catalog, String name) {
        return json.of(catalog, catalog.object(name), place.overlay()).put("version", catalog.version());
    }
}
