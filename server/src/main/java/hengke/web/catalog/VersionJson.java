package hengke.web.catalog;

import hengke.kernel.access.Person;
import hengke.kernel.configuration.Draft;
import hengke.kernel.configuration.Impact;
import hengke.kernel.configuration.Versions;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Difference;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Versions, drafts and their impact as administrators see them. */
@Component
final class VersionJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LiveOrganisation organisation;

    VersionJson(LiveOrganisation organisation) {
        this.organisation = organisation;
    }

    ObjectNode history(List<Versions.Made> versions, Language language) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode items = json.putArray("items");
        for (Versions.Made made : versions) {
            ObjectNode item = items.addObject()
                    .put("version", made.version().version())
                    .put("at", made.version().at().toString())
                    .put("note", made.version().note());
            item.set("by", person(made.version().by()));
            ArrayNode differences = item.putArray("differences");
            made.differences()
                    .forEach(difference -> differences.add(of(difference, made.catalog(), made.catalog(), language)));
        }
        return json;
    }

    ObjectNode drafts(List<Draft> drafts) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode items = json.putArray("items");
        drafts.forEach(draft -> items.add(of(draft)));
        return json;
    }

    ObjectNode of(Draft draft) {
        ObjectNode json = JSON.createObjectNode()
                .put("id", draft.id())
                .put("name", draft.name())
                .put("base", draft.base())
                .put("version", draft.overlay().version())
                .put("at", draft.at().toString());
        json.set("by", person(draft.by()));
        return json;
    }

    ObjectNode of(Draft draft, Impact impact, Language language) {
        ObjectNode json = of(draft);
        ArrayNode effects = json.putArray("effects");
        for (Impact.Effect effect : impact.effects()) {
            ObjectNode each = of(effect.difference(), impact.before(), impact.after(), language);
            ArrayNode notes = each.putArray("notes");
            effect.notes().forEach(note -> notes.add(note.in(language)));
            effects.add(each);
        }
        ArrayNode faults = json.putArray("faults");
        impact.faults()
                .forEach(fault -> faults.addObject()
                        .put("field", fault.field())
                        .put("message", fault.message().in(language)));
        ArrayNode conflicts = json.putArray("conflicts");
        impact.conflicts().forEach(part -> named(conflicts.addObject(), part.object(), part.field(), impact, language));
        return json;
    }

    ObjectNode published(Catalog catalog) {
        return JSON.createObjectNode().put("version", catalog.version());
    }

    private static void named(ObjectNode json, String object, String field, Impact impact, Language language) {
        json.put("object", object)
                .put("field", field.isEmpty() ? null : field)
                .put("objectLabel", objectLabel(object, impact.after(), impact.before(), language))
                .put("fieldLabel", fieldLabel(object, field, impact.after(), impact.before(), language));
    }

    private static ObjectNode of(Difference difference, Catalog before, Catalog after, Language language) {
        ObjectNode json = JSON.createObjectNode()
                .put("what", difference.what().wire())
                .put("object", difference.object())
                .put("field", difference.field().isEmpty() ? null : difference.field())
                .put("objectLabel", objectLabel(difference.object(), after, before, language))
                .put("fieldLabel", fieldLabel(difference.object(), difference.field(), after, before, language));
        difference.keys().forEach(json.putArray("keys")::add);
        return json;
    }

    private static String objectLabel(String object, Catalog first, Catalog second, Language language) {
        return first.find(object)
                .or(() -> second.find(object))
                .map(ObjectDefinition::label)
                .map(label -> label.in(language))
                .orElse(object);
    }

    private static @Nullable String fieldLabel(
            String object, String field, Catalog first, Catalog second, Language language) {
        if (field.isEmpty()) {
            return null;
        }
        return first.find(object)
                .flatMap(its -> its.field(field))
                .or(() -> second.find(object).flatMap(its -> its.field(field)))
                .map(Field::label)
                .map(label -> label.in(language))
                .orElse(field);
    }

    private @Nullable ObjectNode person(@Nullable Long id) {
        if (id == null) {
            return null;
        }
        String name = organisation.get().person(id).map(Person::name).orElse(null);
        return JSON.createObjectNode().put("id", id).put("label", name);
    }
}
