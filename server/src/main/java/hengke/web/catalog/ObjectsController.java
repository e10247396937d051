package hengke.web.catalog;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.configuration.FieldName;
import hengke.kernel.configuration.OwnObjects;
import hengke.kernel.configuration.Place;
import hengke.kernel.configuration.Versions;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Overlay;
import hengke.kernel.metadata.OwnObject;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.problem.Refusal;
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
    private final FieldReader fields;
    private final ObjectJson json;

    ObjectsController(
            Access access,
            Versions versions,
            OwnObjects objects,
            ObjectReader reader,
            FieldReader fields,
            ObjectJson json) {
        this.access = access;
        this.versions = versions;
        this.objects = objects;
        this.reader = reader;
        this.fields = fields;
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
        List<Field<?>> first = fields(body, wished);
        body.done();
        Place place = versions.place(draft);
        return shown(place, objects.in(place).add(actor, seen, wished, first), wished.name());
    }

    /** The fields it is to begin with, each with a name that none before it has. */
    private List<Field<?>> fields(Body body, OwnObject object) {
        ObjectDefinition growing = object.alone();
        List<Field<?>> read = new ArrayList<>();
        for (Body each : body.each("fields")) {
            String named = each.optional("name", Texts.NAME).orElse(null);
            ObjectDefinition so = growing;
            Field<?> field = fields.added(
                            each,
                            so,
                            label -> named == null ? FieldName.madeOf(label, so, Overlay.NONE) : FieldName.of(named))
                    .orElse(null);
            each.refuseUnasked();
            if (field != null) {
                read.add(field);
                growing = growing.with(field);
            }
        }
        return read;
    }

    @PatchMapping("/{object}")
    ObjectNode change(
            Actor actor,
            @PathVariable("object") String name,
            @RequestParam @Nullable Long draft,
            @RequestBody ObjectNode request) {
        access.requireAdministrator(actor);
        Place place = versions.place(draft);
        OwnObject present = place.overlay().own(name).filter(OwnObject::living).orElseThrow(Refusal.NotFound::new);
        Body body = new Body(request);
        Long seen = body.optional("version", VERSION).orElse(null);
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
        return json.of(catalog.object(name), place.overlay()).put("version", catalog.version());
    }
}
