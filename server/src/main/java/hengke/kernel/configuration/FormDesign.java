package hengke.kernel.configuration;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FormLayout;
import hengke.kernel.metadata.Forms;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Overlay;
import hengke.kernel.metadata.ValueRule;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.problem.Refusal.Invalid;
import hengke.kernel.query.FormCondition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The layouts and field rules of objects as administrators set them, and what must stay because they speak of it. */
public final class FormDesign {
    private final Place changes;

    FormDesign(Place changes) {
        this.changes = changes;
    }

    /** The same in another place, such as a draft. */
    public FormDesign in(Place place) {
        return new FormDesign(place);
    }

    /**
     * Puts layouts in the place of those an object has.
     *
     * @param seen the version of the catalog that the administrator looked at; null when that does not matter
     */
    public Catalog replaceLayouts(Actor by, @Nullable Long seen, String objectName, List<FormLayout> layouts) {
        return changes.make(by, seen, (overlay, before) -> {
            refuse(new LayoutCheck(before, before.object(objectName)).errors(layouts));
            return forming(overlay, objectName, overlay.of(objectName).forms().withLayouts(layouts));
        });
    }

    /** Puts field rules in the place of those an object has. */
    public Catalog replaceRules(Actor by, @Nullable Long seen, String objectName, List<ValueRule> rules) {
        return changes.make(by, seen, (overlay, before) -> {
            refuse(new RulesCheck(before, before.object(objectName)).errors(rules));
            return forming(overlay, objectName, overlay.of(objectName).forms().withRules(rules));
        });
    }

    private static Overlay forming(Overlay overlay, String object, Forms forms) {
        return overlay.with(object, overlay.of(object).forming(forms));
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
    }

    /** A field that conditions ask about, or rules are made for, cannot go; layouts just pass over it. */
    static void refuseWhenUsed(ObjectDefinition object, Field<?> leaving) {
        for (Label name : object.forms().speakingOf(leaving.name())) {
            throw new Refusal.Conflict("used", Message.of("catalog.usedByForms", name), Map.of());
        }
    }

    /** Options that conditions speak of cannot go; they can be retired. */
    static List<FieldError> missingOptions(Catalog catalog, ObjectDefinition object, Field<?> wished) {
        ObjectDefinition next = object.replacing(wished);
        List<FieldError> errors = new ArrayList<>();
        conditions(object.forms())
                .forEach((name, conditions) -> conditions.stream()
                        .filter(condition -> Forms.asked(condition).contains(wished.name()))
                        .filter(condition ->
                                understood(catalog, object, condition) && !understood(catalog, next, condition))
                        .forEach(_ -> errors.add(FieldError.of("options", Message.of("catalog.optionInForms", name)))));
        return errors;
    }

    private static Map<Label, List<JsonNode>> conditions(Forms forms) {
        Map<Label, List<JsonNode>> conditions = new LinkedHashMap<>();
        forms.rules().forEach(rule -> {
            if (rule.when() != null) {
                conditions.computeIfAbsent(rule.name(), _ -> new ArrayList<>()).add(rule.when());
            }
        });
        forms.layouts()
                .forEach(layout -> layout.sections().forEach(section -> {
                    if (section.shownWhen() != null) {
                        conditions
                                .computeIfAbsent(layout.name(), _ -> new ArrayList<>())
                                .add(section.shownWhen());
                    }
                }));
        return conditions;
    }

    private static boolean understood(Catalog catalog, ObjectDefinition object, JsonNode condition) {
        try {
            FormCondition.read(catalog, object, condition, "when");
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }
}
