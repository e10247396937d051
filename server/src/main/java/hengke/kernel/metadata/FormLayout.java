package hengke.kernel.metadata;

import hengke.kernel.metadata.FieldTraits.Trait;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How the forms, the details and the lists of an object look for some roles. It is no right: what it leaves out is not
 * shown there, but can be read and written elsewhere by whoever may.
 *
 * @param key by which it is known among the layouts of its object; {@link #STANDARD} for everybody else's
 * @param roles ids of the roles it is for; none for the standard one
 * @param leftOut fields that were left out on purpose
 * @param newFields fields that came later, and that nobody has placed yet, are shown at the end
 * @param listColumns of lists until a view says otherwise; empty: as the fields say
 */
public record FormLayout(
        String key,
        Label name,
        Set<Long> roles,
        List<Section> sections,
        List<String> leftOut,
        boolean newFields,
        List<String> listColumns) {
    public static final String STANDARD = "standard";
    /** Where fields stand that nobody has placed. */
    public static final Label OTHERS = new Label("其他", "Others");

    /**
     * A part of the form.
     *
     * @param columns one or two
     * @param shownWhen a condition on the record's own values; null: always
     */
    public record Section(
            Label label,
            int columns,
            boolean collapsed,
            @Nullable JsonNode shownWhen,
            List<Place> fields) {
        public Section {
            fields = List.copyOf(fields);
        }

        static Section plain(Label label, List<String> fields) {
            return new Section(
                    label,
                    2,
                    false,
                    null,
                    fields.stream().map(field -> new Place(field, false)).toList());
        }
    }

    /**
     * A field in its place.
     *
     * @param wide over all columns
     */
    public record Place(String field, boolean wide) {}

    public FormLayout {
        roles = Set.copyOf(roles);
        sections = List.copyOf(sections);
        leftOut = List.copyOf(leftOut);
        listColumns = List.copyOf(listColumns);
    }

    /** The one that the definition itself gives. */
    public static FormLayout shipped(ObjectDefinition object) {
        List<Section> sections = new ArrayList<>();
        object.sections()
                .forEach((label, fields) -> sections.add(
                        Section.plain(label, fields.stream().map(Field::name).toList())));
        return new FormLayout(
                STANDARD, new Label("标准布局", "Standard layout"), Set.of(), sections, List.of(), true, List.of());
    }

    public boolean standard() {
        return key.equals(STANDARD);
    }

    /** Is it made for somebody with these roles? */
    boolean isFor(Set<Long> held) {
        return held.stream().anyMatch(roles::contains);
    }

    /** The fields in their places, wherever. */
    public List<String> placed() {
        return sections.stream()
                .flatMap(section -> section.fields().stream())
                .map(Place::field)
                .toList();
    }

    /**
     * What is shown of an object as it is now: places of deleted fields are passed over, new fields stand at the end, and
     * so does what was made required since, because nobody could save without it.
     */
    public List<Section> shown(ObjectDefinition object) {
        Map<String, Field<?>> there = new LinkedHashMap<>();
        placeable(object).forEach(field -> there.put(field.name(), field));
        List<Section> shown = new ArrayList<>();
        for (Section section : sections) {
            List<Place> places = section.fields().stream()
                    .filter(place -> there.containsKey(place.field()))
                    .toList();
            shown.add(
                    new Section(section.label(), section.columns(), section.collapsed(), section.shownWhen(), places));
        }
        Set<String> placed = new HashSet<>(placed());
        List<String> others = there.values().stream()
                .filter(field -> !placed.contains(field.name()))
                .filter(field -> demanded(field) || newFields && !leftOut.contains(field.name()))
                .map(Field::name)
                .toList();
        if (!others.isEmpty()) {
            shown.add(Section.plain(OTHERS, others));
        }
        return shown;
    }

    /** The fields that a layout may place: those that have a part in the shipped form. */
    public static List<Field<?>> placeable(ObjectDefinition object) {
        return object.fields().stream()
                .filter(field -> field.traits().section() != null)
                .toList();
    }

    /** Nobody can save without a value for it, and it gets none by itself. */
    public static boolean demanded(Field<?> field) {
        FieldTraits traits = field.traits();
        return traits.is(Trait.REQUIRED) && !traits.is(Trait.DERIVED) && traits.defaultValue() == null;
    }
}
