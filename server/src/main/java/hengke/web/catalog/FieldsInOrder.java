package hengke.web.catalog;

import hengke.kernel.access.Actor;
import hengke.kernel.configuration.FieldName;
import hengke.kernel.configuration.OwnFields;
import hengke.kernel.configuration.Place;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Overlay;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.problem.Refusal.Invalid;
import hengke.web.Body;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes many fields that may speak of each other, in whatever order they stand: a formula or roll-up waits for what it
 * uses. What waits for itself is told as the circle it is.
 */
@Component
final class FieldsInOrder {
    private final OwnFields fields;
    private final FieldReader reader;

    FieldsInOrder(OwnFields fields, FieldReader reader) {
        this.fields = fields;
        this.reader = reader;
    }

    /**
     * A field that is to be.
     *
     * @param path where it stands in what was sent
     */
    record Wish(String object, ObjectNode settings, String path) {

        /** What formulas may call it. */
        private List<String> names() {
            List<String> names = new ArrayList<>();
            var label = settings.path("label");
            names.add(label.isString() ? label.asString() : label.path("zh").asString(""));
            names.add(label.path("en").asString(""));
            names.add(settings.path("name").asString(""));
            names.removeIf(String::isBlank);
            return names;
        }

        private boolean speaksOf(Wish other) {
            String formula = settings.path("formula").asString("");
            String rollUp = settings.path("child").asString("").equals(other.object())
                    ? settings.path("field").asString("") + settings.path("filter")
                    : "";
            return other.names().stream().anyMatch(name -> formula.contains(name) || rollUp.contains(name));
        }
    }

    /** Makes them in this place; everything that is wrong is told, each at its field. */
    List<FieldError> make(Actor actor, Place place, List<Wish> wishes) {
        List<Wish> waiting = wishes;
        while (true) {
            Map<Wish, List<FieldError>> refused = new LinkedHashMap<>();
            for (Wish wish : waiting) {
                List<FieldError> errors = errors(actor, place, wish);
                if (!errors.isEmpty()) {
                    refused.put(wish, errors);
                }
            }
            if (refused.isEmpty() || refused.size() == waiting.size()) {
                return told(refused);
            }
            waiting = List.copyOf(refused.keySet());
        }
    }

    private List<FieldError> errors(Actor actor, Place place, Wish wish) {
        try {
            make(actor, place, wish);
            return List.of();
        } catch (Invalid invalid) {
            return invalid.errors().stream()
                    .map(error ->
                            new FieldError(wish.path() + error.field(), error.code(), error.message(), error.details()))
                    .toList();
        } catch (Refusal refusal) {
            return List.of(FieldError.of(wish.path(), refusal.reason()));
        }
    }

    private void make(Actor actor, Place place, Wish wish) {
        Overlay overlay = place.overlay();
        Catalog catalog = place.at(overlay);
        ObjectDefinition object = catalog.object(wish.object());
        Body body = new Body(wish.settings());
        String named = body.optional("name", Texts.NAME).orElse(null);
        Optional<Field<?>> present = named == null ? Optional.empty() : object.field(named);
        if (present.isPresent()) {
            Field<?> wished = reader.changed(body, catalog, object, present.get());
            body.done();
            fields.in(place).change(actor, null, object.name(), wished);
            return;
        }
        Optional<Field<?>> wished = reader.added(
                body,
                catalog,
                object,
                label -> named == null ? FieldName.madeOf(label, object, overlay) : FieldName.of(named));
        body.done();
        fields.in(place).add(actor, null, object.name(), wished.orElseThrow());
    }

    private static List<FieldError> told(Map<Wish, List<FieldError>> refused) {
        List<FieldError> all = new ArrayList<>();
        refused.forEach((wish, errors) -> {
            List<Wish> circle = circle(wish, refused.keySet());
            if (circle.isEmpty()) {
                all.addAll(errors);
            } else {
                String key = wish.settings().has("formula") ? "formula" : "field";
                all.add(FieldError.of(wish.path() + key, Message.of("formula.circle", spoken(circle))));
            }
        });
        return all;
    }

    /** From the field back to itself, or empty where there is no such way. */
    private static List<Wish> circle(Wish from, Set<Wish> among) {
        return way(from, from, among, new LinkedHashSet<>());
    }

    private static List<Wish> way(Wish at, Wish goal, Set<Wish> among, LinkedHashSet<Wish> passed) {
        passed.add(at);
        for (Wish next : among) {
            if (at.speaksOf(next)) {
                if (next == goal) {
                    List<Wish> way = new ArrayList<>(passed);
                    way.add(goal);
                    return way;
                }
                if (!passed.contains(next)) {
                    List<Wish> way = way(next, goal, among, passed);
                    if (!way.isEmpty()) {
                        return way;
                    }
                }
            }
        }
        passed.remove(at);
        return List.of();
    }

    private static String spoken(List<Wish> circle) {
        return String.join(
                " → ", circle.stream().map(wish -> wish.names().getFirst()).toList());
    }
}
