package hengke.kernel.metadata;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An overlay taken apart into what can be compared, told and put together by itself. */
public record OverlayParts(Map<Part, JsonNode> parts) {

    /** What a part is about. */
    public enum Kind {
        /** An own object, apart from its fields. */
        OBJECT,
        /** An own field. */
        FIELD,
        /** What is other about a shipped field. */
        CHANGE,
        /** The rules for the moves of a choice. */
        MOVES,
        /** The layouts of an object. */
        LAYOUTS,
        /** The field rules of an object. */
        RULES,
        /** What a shipped object is called. */
        NAMES,
        /** A deleted own field. */
        RETIRED
    }

    /** One thing that a company has changed; what is about an object has no field. */
    public record Part(Kind kind, String object, String field) {}

    /** What came of putting two changes together. */
    public sealed interface Merged permits Together, Conflicting {}

    public record Together(Overlay overlay) implements Merged {}

    /** Both sides changed these, each otherwise. */
    public record Conflicting(List<Part> parts) implements Merged {}

    public OverlayParts {
        parts = new LinkedHashMap<>(parts);
    }

    public static OverlayParts of(Overlay overlay) {
        Map<Part, JsonNode> parts = new LinkedHashMap<>();
        overlay.own().forEach(own -> parts.put(new Part(Kind.OBJECT, own.name(), ""), OwnObjectJson.write(own)));
        overlay.objects().keySet().stream().sorted().forEach(object -> {
            ObjectOverlay changes = overlay.of(object);
            changes.added()
                    .forEach(field -> parts.put(new Part(Kind.FIELD, object, field.name()), FieldJson.write(field)));
            changes.changed()
                    .forEach((field, change) ->
                            parts.put(new Part(Kind.CHANGE, object, field), OverlayJson.write(change)));
            changes.transitions()
                    .forEach((field, rules) ->
                            parts.put(new Part(Kind.MOVES, object, field), TransitionsJson.write(rules)));
            putUnlessEmpty(
                    parts,
                    new Part(Kind.LAYOUTS, object, ""),
                    FormsJson.layouts(changes.forms().layouts()));
            putUnlessEmpty(
                    parts,
                    new Part(Kind.RULES, object, ""),
                    FormsJson.rules(changes.forms().rules()));
            if (changes.names() != null) {
                parts.put(new Part(Kind.NAMES, object, ""), OverlayJson.write(changes.names()));
            }
        });
        overlay.retired()
                .forEach(retired -> parts.put(
                        new Part(Kind.RETIRED, retired.object(), retired.field().name()), OverlayJson.write(retired)));
        return new OverlayParts(parts);
    }

    private static void putUnlessEmpty(Map<Part, JsonNode> parts, Part part, JsonNode list) {
        if (!list.isEmpty()) {
            parts.put(part, list);
        }
    }

    public @Nullable JsonNode get(Part part) {
        return parts.get(part);
    }

    /** The parts in which two overlays differ. */
    public List<Part> differing(OverlayParts other) {
        Set<Part> all = new LinkedHashSet<>(parts.keySet());
        all.addAll(other.parts.keySet());
        return all.stream()
                .filter(part -> !Objects.equals(parts.get(part), other.parts.get(part)))
                .toList();
    }

    /** What somebody made of {@code base}, laid over what others have made of it since. */
    public static Merged merge(Overlay base, Overlay mine, Overlay theirs) {
        OverlayParts before = of(base);
        OverlayParts wished = of(mine);
        OverlayParts now = of(theirs);
        List<Part> changed = before.differing(wished);
        List<Part> conflicts = changed.stream()
                .filter(part -> !Objects.equals(before.get(part), now.get(part)))
                .filter(part -> !Objects.equals(wished.get(part), now.get(part)))
                .toList();
        if (!conflicts.isEmpty()) {
            return new Conflicting(conflicts);
        }
        Map<Part, JsonNode> together = new LinkedHashMap<>(now.parts);
        for (Part part : changed) {
            JsonNode value = wished.get(part);
            if (value == null) {
                together.remove(part);
            } else {
                together.put(part, value);
            }
        }
        return new Together(new OverlayParts(together).overlay(theirs.version()));
    }

    private Overlay overlay(long version) {
        Overlay whole = Overlay.NONE.atVersion(version);
        for (Map.Entry<Part, JsonNode> entry : parts.entrySet()) {
            Part part = entry.getKey();
            JsonNode json = entry.getValue();
            ObjectOverlay object = whole.of(part.object());
            whole = switch (part.kind()) {
                case OBJECT -> whole.with(OwnObjectJson.read(json));
                case FIELD -> whole.with(part.object(), object.adding(FieldJson.read(json)));
                case CHANGE -> whole.with(part.object(), object.changing(part.field(), OverlayJson.change(json)));
                case MOVES -> whole.with(part.object(), object.moving(part.field(), TransitionsJson.read(json)));
                case LAYOUTS -> {
                    Forms forms = object.forms().withLayouts(FormsJson.layouts(json));
                    yield whole.with(part.object(), object.forming(forms));
                }
                case RULES -> {
                    Forms forms = object.forms().withRules(FormsJson.rules(json));
                    yield whole.with(part.object(), object.forming(forms));
                }
                case NAMES -> whole.with(part.object(), object.named(OverlayJson.names(json)));
                case RETIRED -> whole.withRetired(and(whole.retired(), OverlayJson.retired(json)));
            };
        }
        return whole;
    }

    private static List<RetiredField> and(List<RetiredField> fields, RetiredField more) {
        List<RetiredField> all = new ArrayList<>(fields);
        all.add(more);
        return all;
    }
}
