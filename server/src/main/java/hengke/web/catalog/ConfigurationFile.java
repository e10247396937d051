package hengke.web.catalog;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Role;
import hengke.kernel.configuration.FormDesign;
import hengke.kernel.configuration.OwnObjects;
import hengke.kernel.configuration.Place;
import hengke.kernel.configuration.Rehearsal;
import hengke.kernel.configuration.Versions;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FormLayout;
import hengke.kernel.metadata.Forms;
import hengke.kernel.metadata.FormsJson;
import hengke.kernel.metadata.Names;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Overlay;
import hengke.kernel.metadata.OwnObject;
import hengke.kernel.metadata.ValueRule;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.problem.Refusal.Invalid;
import hengke.web.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a company has changed, as a file to be carried to another installation: the same settings that the API takes, one
 * after the other. Reading one makes a draft, laid over what is there; every fault is told and none of it is kept.
 */
@Component
final class ConfigurationFile {
    private static final String FORMAT = "hengke-configuration-1";

    private final Versions versions;
    private final OwnObjects objects;
    private final ObjectReader objectReader;
    private final FieldsInOrder inOrder;
    private final DesignJson design;
    private final FormDesign forms;
    private final LiveOrganisation organisation;

    ConfigurationFile(
            Versions versions,
            OwnObjects objects,
            ObjectReader objectReader,
            FieldsInOrder inOrder,
            DesignJson design,
            FormDesign forms,
            LiveOrganisation organisation) {
        this.versions = versions;
        this.objects = objects;
        this.objectReader = objectReader;
        this.inOrder = inOrder;
        this.design = design;
        this.forms = forms;
        this.organisation = organisation;
    }

    ObjectNode write() {
        Place live = versions.place(null);
        Overlay overlay = live.overlay();
        Catalog catalog = live.at(overlay);
        ObjectNode json = JsonMapper.shared().createObjectNode().put("format", FORMAT);
        ArrayNode all = json.putArray("objects");
        for (ObjectDefinition object : catalog.objects()) {
            Optional<OwnObject> own = overlay.own(object.name());
            List<Field<?>> told = object.fields().stream()
                    .filter(field -> overlay.of(object.name()).own(field.name()).isPresent()
                            || overlay.of(object.name()).changed().containsKey(field.name()))
                    .toList();
            Names names = overlay.of(object.name()).names();
            boolean formed = !object.forms().equals(Forms.NONE);
            if (own.isPresent() || !told.isEmpty() || formed || names != null) {
                ObjectNode each = all.addObject().put("name", object.name());
                own.ifPresent(its -> ObjectReader.write(its, each));
                if (names != null) {
                    ObjectReader.write(names, each);
                }
                ArrayNode settings = each.putArray("fields");
                told.forEach(field -> settings.add(design.settings(catalog, object, field)));
                each.set("layouts", byName(FormsJson.layouts(object.forms().layouts(), Texts::write)));
                each.set("rules", byName(FormsJson.rules(object.forms().rules(), Texts::write)));
            }
        }
        return json;
    }

    /** Roles by their names, because another installation numbers them otherwise; what was deleted is left out. */
    private ArrayNode byName(ArrayNode list) {
        for (JsonNode each : list) {
            List<String> names = each.path("roles")
                    .valueStream()
                    .flatMap(id -> organisation.get().role(id.asLong()).stream())
                    .map(Role::name)
                    .toList();
            names.forEach(((ObjectNode) each).putArray("roles")::add);
        }
        return list;
    }

    /** Makes a draft of a file; answers its id. */
    long read(Actor actor, String name, ObjectNode document) {
        if (!document.path("format").asString("").equals(FORMAT)) {
            throw Invalid.at("document.format", Message.of("catalog.format", FORMAT));
        }
        Rehearsal rehearsal = new Rehearsal(versions.place(null));
        List<FieldError> faults = new ArrayList<>();
        List<ObjectNode> objectsRead = new ArrayList<>();
        for (JsonNode object : document.path("objects")) {
            String path = path(objectsRead.size());
            if (object instanceof ObjectNode settings) {
                objectsRead.add(settings);
                attempt(path, faults, () -> readObject(actor, rehearsal, settings));
            } else {
                faults.add(FieldError.of(path, Message.of("web.object")));
            }
        }
        // fields come after all objects, because they may point at any of them
        List<FieldsInOrder.Wish> wishes = new ArrayList<>();
        for (int i = 0; i < objectsRead.size(); i++) {
            wishes(rehearsal, objectsRead.get(i), path(i), wishes, faults);
        }
        faults.addAll(inOrder.make(actor, rehearsal, wishes));
        for (int i = 0; i < objectsRead.size() && faults.isEmpty(); i++) {
            ObjectNode settings = objectsRead.get(i);
            attempt(path(i), faults, () -> readForms(actor, rehearsal, settings));
        }
        if (!faults.isEmpty()) {
            throw new Invalid(faults);
        }
        return versions.keep(actor, name, rehearsal.begun(), rehearsal.overlay());
    }

    private static String path(int object) {
        return "document.objects[" + object + "].";
    }

    private void readObject(Actor actor, Rehearsal rehearsal, ObjectNode settings) {
        String name = settings.path("name").asString("");
        if (name.startsWith(OwnObject.PREFIX)) {
            ObjectNode about = settings.deepCopy();
            about.remove(List.of("fields", "layouts", "rules"));
            ownObject(actor, rehearsal, about, name);
        } else if (settings.has("label")) {
            names(actor, rehearsal, settings, name);
        }
        if (rehearsal.at(rehearsal.overlay()).find(name).isEmpty()) {
            throw Invalid.at("name", Message.of("catalog.noObject", name));
        }
    }

    private static void wishes(
            Rehearsal rehearsal,
            ObjectNode settings,
            String path,
            List<FieldsInOrder.Wish> wishes,
            List<FieldError> faults) {
        String name = settings.path("name").asString("");
        if (rehearsal.at(rehearsal.overlay()).find(name).isEmpty()) {
            return;
        }
        int place = 0;
        for (JsonNode field : settings.path("fields")) {
            String at = path + "fields[" + place++ + "].";
            if (!(field instanceof ObjectNode each)) {
                faults.add(FieldError.of(at, Message.of("web.object")));
            } else if (each.path("name").asString("").isBlank()) {
                faults.add(FieldError.of(at + "name", Message.of("web.required")));
            } else {
                wishes.add(new FieldsInOrder.Wish(name, each, at));
            }
        }
    }

    /** Layouts and field rules of a file take the place of those that are there; without any, those stay. */
    private void readForms(Actor actor, Rehearsal rehearsal, ObjectNode settings) {
        String name = settings.path("name").asString("");
        FormsReader reader = new FormsReader(rehearsal.at(rehearsal.overlay()).object(name), organisation.get(), true);
        ObjectNode its = settings.deepCopy().retain(List.of("layouts", "rules"));
        Body body = new Body(its);
        List<FormLayout> layouts = reader.layouts(body);
        List<ValueRule> rules = reader.rules(body);
        body.done();
        if (!layouts.isEmpty()) {
            forms.in(rehearsal).replaceLayouts(actor, null, name, layouts);
        }
        if (!rules.isEmpty()) {
            forms.in(rehearsal).replaceRules(actor, null, name, rules);
        }
    }

    private void names(Actor actor, Rehearsal rehearsal, ObjectNode settings, String name) {
        Catalog catalog = rehearsal.at(rehearsal.overlay());
        if (catalog.find(name).isPresent()) {
            Body body = new Body(settings.deepCopy().retain("label", "plural"));
            Names usual = OwnObjects.shipped(catalog, name);
            Names names = ObjectReader.names(body, usual, usual);
            body.done();
            objects.in(rehearsal).rename(actor, null, name, names);
        }
    }

    private void ownObject(Actor actor, Rehearsal rehearsal, ObjectNode about, String name) {
        Optional<OwnObject> present = rehearsal.overlay().own(name).filter(OwnObject::living);
        if (present.isEmpty()) {
            Body body = new Body(about);
            OwnObject wished = objectReader.added(body);
            body.done();
            objects.in(rehearsal).add(actor, null, wished, List.of());
        } else {
            about.remove("title");
            about.remove("name");
            Body body = new Body(about);
            OwnObject wished = objectReader.changed(body, present.get());
            body.done();
            objects.in(rehearsal).change(actor, null, wished);
        }
    }

    private static void attempt(String path, List<FieldError> faults, Runnable deed) {
        try {
            deed.run();
        } catch (Invalid invalid) {
            invalid.errors()
                    .forEach(error -> faults.add(
                            new FieldError(path + error.field(), error.code(), error.message(), error.details())));
        } catch (Refusal refusal) {
            faults.add(FieldError.of(path, refusal.reason()));
        }
    }
}
