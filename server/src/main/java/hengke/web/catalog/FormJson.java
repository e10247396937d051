package hengke.web.catalog;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.FormLayout;
import hengke.kernel.metadata.FormLayout.Place;
import hengke.kernel.metadata.FormLayout.Section;
import hengke.kernel.metadata.Forms;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.ValueRule;
import hengke.kernel.problem.Language;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The layout and the field rules that apply to one person. No hidden field appears in them, and no condition on values
 * that the person may not read: what such a condition demands or locks is still held by the server.
 */
final class FormJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Access access;
    private final Actor actor;
    private final Language language;
    private final ObjectDefinition object;
    private final Set<String> visible;
    private final FormLayout layout;

    FormJson(Access access, Actor actor, Language language, ObjectDefinition object, List<Field<?>> visible) {
        this.access = access;
        this.actor = actor;
        this.language = language;
        this.object = object;
        this.visible = visible.stream().map(Field::name).collect(Collectors.toSet());
        this.layout = object.forms().layout(object, actor.roles());
    }

    ArrayNode sections() {
        ArrayNode sections = JSON.createArrayNode();
        for (Section section : layout.shown(object)) {
            List<Place> places = section.fields().stream()
                    .filter(place -> visible.contains(place.field()))
                    .toList();
            if (places.isEmpty()) {
                continue;
            }
            ObjectNode json = sections.addObject()
                    .put("label", section.label().in(language))
                    .put("columns", section.columns())
                    .put("collapsed", section.collapsed());
            json.set("shownWhen", readable(section.shownWhen()) ? condition(section.shownWhen()) : condition(null));
            ArrayNode fields = json.putArray("fields");
            places.forEach(place -> fields.add(place.field()));
            ArrayNode wide = json.putArray("wide");
            places.stream().filter(Place::wide).forEach(place -> wide.add(place.field()));
        }
        return sections;
    }

    /** The layout's own choice, the title first because it is what opens the record; empty where it makes none. */
    List<String> listColumns() {
        List<String> columns =
                layout.listColumns().stream().filter(visible::contains).toList();
        return columns.isEmpty()
                ? columns
                : Stream.concat(
                                object.with(Trait.TITLE).stream()
                                        .map(Field::name)
                                        .filter(visible::contains),
                                columns.stream())
                        .distinct()
                        .toList();
    }

    ArrayNode rules() {
        ArrayNode rules = JSON.createArrayNode();
        for (ValueRule rule : object.forms().rules()) {
            List<String> fields = rule.fields().stream()
                    .filter(field -> rule.effect().presentational() ? visible.contains(field) : editable(field))
                    .toList();
            if (rule.concerns(actor.roles()) && readable(rule.when()) && !fields.isEmpty()) {
                ObjectNode json = rules.addObject()
                        .put("name", rule.name().in(language))
                        .put("effect", rule.effect().wire());
                json.set("when", condition(rule.when()));
                fields.forEach(json.putArray("fields")::add);
            }
        }
        return rules;
    }

    private boolean editable(String field) {
        return right(field) == FieldRight.EDIT;
    }

    private boolean readable(@Nullable JsonNode condition) {
        return Forms.asked(condition).stream().allMatch(field -> right(field).atLeast(FieldRight.READ));
    }

    private FieldRight right(String name) {
        return object.field(name)
                .map(field -> access.right(actor, object, field))
                .orElse(FieldRight.HIDDEN);
    }

    private static JsonNode condition(@Nullable JsonNode condition) {
        return condition == null ? NullNode.getInstance() : condition;
    }
}
