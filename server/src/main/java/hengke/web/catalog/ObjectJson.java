package hengke.web.catalog;

import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Overlay;
import hengke.kernel.metadata.OwnObject;
import hengke.kernel.metadata.OwnObject.Retirement;
import hengke.kernel.metadata.RetiredField;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Objects as administrators see them, in both languages. */
@Component
final class ObjectJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LiveOrganisation organisation;

    ObjectJson(LiveOrganisation organisation) {
        this.organisation = organisation;
    }

    ObjectNode of(Catalog catalog, Overlay overlay) {
        ObjectNode json = JSON.createObjectNode().put("version", catalog.version());
        ArrayNode items = json.putArray("items");
        catalog.objects().forEach(object -> items.add(of(catalog, object, overlay)));
        ArrayNode deleted = json.putArray("deleted");
        overlay.own().forEach(own -> {
            if (own.retired() instanceof Retirement retired) {
                deleted.add(of(own, retired));
            }
        });
        ArrayNode capabilities = json.putArray("capabilities");
        catalog.offered().stream().map(Capability::name).forEach(capabilities::add);
        ArrayNode applications = json.putArray("applications");
        ObjectReader.APPLICATIONS.forEach(applications::add);
        return json;
    }

    ObjectNode of(Catalog catalog, ObjectDefinition object, Overlay overlay) {
        ObjectNode json = JSON.createObjectNode()
                .put("name", object.name())
                .put("own", overlay.own(object.name()).isPresent());
        json.set("label", Texts.write(object.label()));
        json.set("plural", Texts.write(object.plural()));
        boolean renamed = overlay.of(object.name()).names() != null;
        json.set("shippedLabel", Texts.write(renamed ? catalog.base(object).label() : null));
        json.put("application", object.application()).put("icon", object.icon());
        ArrayNode capabilities = json.putArray("capabilities");
        object.capabilities().stream().map(Capability::name).forEach(capabilities::add);
        return json.put("fields", object.fields().size())
                .put("ownFields", overlay.of(object.name()).added().size());
    }

    private ObjectNode of(OwnObject own, Retirement retired) {
        ObjectNode json = JSON.createObjectNode()
                .put("name", own.name())
                .put("at", retired.at().toString())
                .put("until", retired.at().plus(RetiredField.KEPT).toString())
                .put("restorable", !retired.dropped());
        json.set("label", Texts.write(own.label()));
        String name = organisation.get().person(retired.by()).map(Person::name).orElse(null);
        json.set("by", JSON.createObjectNode().put("id", retired.by()).put("label", name));
        return json;
    }
}
