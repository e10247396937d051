package hengke.kernel.configuration;

import hengke.kernel.access.Grant;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Role;
import hengke.kernel.access.Scope;
import hengke.kernel.access.SharingRule;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Sources;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.views.SavedViews;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Who uses a field: what could not be without it, and what would be less without it. */
public final class FieldUses {
    private final SavedViews views;
    private final LiveOrganisation organisation;
    private final List<SpeaksOfFields> setUp;

    FieldUses(SavedViews views, LiveOrganisation organisation, List<SpeaksOfFields> setUp) {
        this.views = views;
        this.organisation = organisation;
        this.setUp = setUp;
    }

    /** What uses it. */
    public enum Kind {
        FORMULA(true),
        ROLLUP(true),
        MOVES(true),
        SETUP(true),
        VIEW(false),
        ROLE(false),
        SHARING(false);

        private final boolean holding;

        Kind(boolean holding) {
            this.holding = holding;
        }

        /** Could it not be without the field? */
        public boolean holding() {
            return holding;
        }

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One user of the field.
     *
     * @param object whose field, view or rule it is
     * @param field the field that is computed, or whose moves ask for it; empty for others
     * @param area what is set up that speaks of it; empty for others
     */
    public record Use(Kind kind, Label label, String object, String field, String area) {
        Use(Kind kind, Label label, String object, String field) {
            this(kind, label, object, field, "");
        }
    }

    public List<Use> of(Catalog catalog, ObjectDefinition object, Field<?> field) {
        List<Use> uses = new ArrayList<>(holding(catalog, object, field));
        uses.addAll(setUp(catalog, object, field));
        views.mentioning(object.name(), field.name())
                .forEach(name -> uses.add(new Use(Kind.VIEW, new Label(name, name), object.name(), "")));
        Organisation now = organisation.get();
        now.roles().stream()
                .filter(role -> speaksOf(role, object, field))
                .forEach(role -> uses.add(new Use(Kind.ROLE, new Label(role.name(), role.name()), object.name(), "")));
        now.sharingRules().stream()
                .filter(rule -> speaksOf(rule, object, field))
                .forEach(rule ->
                        uses.add(new Use(Kind.SHARING, new Label(rule.name(), rule.name()), object.name(), "")));
        return uses;
    }

    /** What administrators have set up with it. */
    List<Use> setUp(Catalog catalog, ObjectDefinition object, Field<?> field) {
        List<Use> uses = new ArrayList<>();
        for (SpeaksOfFields area : setUp) {
            area.parts(catalog).forEach((part, fields) -> {
                boolean speaks = fields.stream()
                        .anyMatch(source -> source.object().name().equals(object.name())
                                && source.field().name().equals(field.name()));
                if (speaks) {
                    uses.add(new Use(Kind.SETUP, part, object.name(), "", area.area()));
                }
            });
        }
        return uses;
    }

    /** Formulas, roll-ups and moves of other fields that could not be without it. */
    private static List<Use> holding(Catalog catalog, ObjectDefinition object, Field<?> field) {
        List<Use> uses = new ArrayList<>();
        for (ObjectDefinition other : catalog.objects()) {
            for (Field<?> computed : other.fields()) {
                boolean same =
                        other.name().equals(object.name()) && computed.name().equals(field.name());
                boolean speaks = computed.computation() != null
                        && Sources.of(catalog, other, computed).stream()
                                .anyMatch(source -> source.object().name().equals(object.name())
                                        && source.field().name().equals(field.name()));
                if (speaks && !same) {
                    Kind kind = computed.isFormula() ? Kind.FORMULA : Kind.ROLLUP;
                    uses.add(new Use(kind, named(other, computed), other.name(), computed.name()));
                }
            }
        }
        object.transitions().forEach((status, rules) -> {
            boolean asked =
                    rules.moves().stream().anyMatch(move -> move.required().contains(field.name()));
            if (asked && !status.equals(field.name())) {
                object.field(status)
                        .ifPresent(
                                choice -> uses.add(new Use(Kind.MOVES, named(object, choice), object.name(), status)));
            }
        });
        return uses;
    }

    /** Refuses to let a field go that something could not be without, naming all of it. */
    void refuseWhileHeld(Catalog catalog, ObjectDefinition object, Field<?> leaving) {
        List<Use> uses = new ArrayList<>(holding(catalog, object, leaving));
        uses.addAll(setUp(catalog, object, leaving));
        if (!uses.isEmpty()) {
            throw new Refusal.Conflict(
                    "inUse",
                    Message.of("catalog.fieldInUse", leaving.label(), spoken(uses)),
                    Map.of(
                            "uses",
                            uses.stream()
                                    .map(use -> Map.of(
                                            "kind",
                                            use.kind().wire(),
                                            "object",
                                            use.object(),
                                            "field",
                                            use.field(),
                                            "area",
                                            use.area()))
                                    .toList()));
        }
    }

    /** Their names, in both languages. */
    static Label spoken(List<Use> uses) {
        return new Label(
                uses.stream().map(use -> use.label().chinese()).collect(Collectors.joining("、")),
                uses.stream().map(use -> use.label().english()).collect(Collectors.joining(", ")));
    }

    private static Label named(ObjectDefinition object, Field<?> field) {
        return new Label(
                object.label().chinese() + " · " + field.label().chinese(),
                object.label().english() + " · "
                        + (field.label().english().isBlank()
                                ? field.label().chinese()
                                : field.label().english()));
    }

    private static boolean speaksOf(Role role, ObjectDefinition object, Field<?> field) {
        return role.fields().stream()
                        .anyMatch(rule -> rule.object().equals(object.name())
                                && rule.field().equals(field.name()))
                || role.grants().stream().anyMatch(grant -> speaksOf(grant, field));
    }

    /** A filter that speaks of a field nobody knows reaches nothing. */
    private static boolean speaksOf(Grant grant, Field<?> field) {
        return grant.scope() instanceof Scope.Matching(JsonNode filter)
                && filter.toString().contains('"' + field.name() + '"');
    }

    private static boolean speaksOf(SharingRule rule, ObjectDefinition object, Field<?> field) {
        return rule.object().equals(object.name()) && rule.filter().toString().contains('"' + field.name() + '"');
    }
}
