package hengke.web.catalog;

import hengke.kernel.access.Person;
import hengke.kernel.configuration.OwnFields;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Overlay;
import hengke.kernel.metadata.RetiredField;
import hengke.kernel.problem.Language;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Objects and fields as administrators see them: in both languages, with everything that can be set. */
@Component
final class DesignJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final FieldReader fields;
    private final LiveOrganisation organisation;

    DesignJson(FieldReader fields, LiveOrganisation organisation) {
        this.fields = fields;
        this.organisation = organisation;
    }

    ObjectNode of(Catalog catalog, Overlay overlay, ObjectDefinition object) {
        ObjectNode json =
                JSON.createObjectNode().put("version", catalog.version()).put("object", object.name());
        json.set("label", Texts.write(object.label()));
        fields.kinds().forEach(json.putArray("kinds")::add);
        ArrayNode all = json.putArray("fields");
        object.fields().forEach(field -> all.add(of(catalog, object, field)));
        ArrayNode sections = json.putArray("sections");
        object.sections().keySet().forEach(section -> sections.add(Texts.write(section)));
        ArrayNode deleted = json.putArray("deleted");
        overlay.retired().stream()
                .filter(retired -> retired.object().equals(object.name()))
                .sorted(Comparator.comparing(RetiredField::at).reversed())
                .forEach(retired -> deleted.add(of(catalog, object, retired)));
        return json;
    }

    /** The answer to a change of one field. */
    ObjectNode of(OwnFields.Made made, ObjectDefinition object, Language language) {
        ObjectNode json = of(made.catalog(), object, made.field())
                .put("version", made.catalog().version());
        ArrayNode notes = json.putArray("notes");
        made.notes().forEach(note -> notes.add(note.in(language)));
        return json;
    }

    /** A field as it would be sent to be made so elsewhere; of a shipped one, what a company may say of it. */
    ObjectNode settings(Catalog catalog, ObjectDefinition object, Field<?> field) {
        ObjectNode json = of(catalog, object, field);
        json.remove(List.of("object", "own", "system"));
        if (!field.name().startsWith(Overlay.OWN)) {
            json.retain(List.of("name", "kind", "label", "help", "required", "listed", "headline", "options"));
        }
        return json;
    }

    private ObjectNode of(Catalog catalog, ObjectDefinition object, Field<?> field) {
        ObjectNode json = JSON.createObjectNode()
                .put("object", object.name())
                .put("name", field.name())
                .put("kind", field.kind())
                .put("own", field.name().startsWith(Overlay.OWN))
                .put("system", field.traits().is(Trait.SYSTEM));
        json.set("label", Texts.write(field.label()));
        json.set("help", Texts.write(field.traits().help()));
        json.set("section", Texts.write(field.traits().section()));
        FieldReader.TICKS.forEach((key, trait) -> json.put(key, field.traits().is(trait)));
        json.set(
                "relation",
                Texts.write(
                        field.traits().parent() == null
                                ? null
                                : field.traits().parent().label()));
        json.set("default", initial(field));
        if (field.traits().defaultValue() instanceof DefaultValue.NextNumber(String pattern)) {
            json.put("pattern", pattern);
        }
        fields.settings(field).ifPresent(its -> its.write(catalog, object, field, json));
        return json;
    }

    private static JsonNode initial(Field<?> field) {
        return CatalogJson.initial(field.traits().defaultValue());
    }

    private ObjectNode of(Catalog catalog, ObjectDefinition object, RetiredField retired) {
        ObjectNode json = JSON.createObjectNode()
                .put("at", retired.at().toString())
                .put("until", retired.until().toString())
                .put("restorable", !retired.dropped());
        String name = organisation.get().person(retired.by()).map(Person::name).orElse(null);
        json.set("by", JSON.createObjectNode().put("id", retired.by()).put("label", name));
        json.set("field", of(catalog, object, retired.field()));
        return json;
    }
}
