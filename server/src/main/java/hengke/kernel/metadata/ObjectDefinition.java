package hengke.kernel.metadata;

import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.LinkType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A business object as the catalog holds it: shipped code with the company's overlay applied.
 *
 * @param plural what several are called; in Chinese the same word
 * @param application where the navigation shows it; null when it appears only inside other objects
 * @param fields in form order; the system fields come last
 * @param transitions which values of a choice may follow which, by field name; other choices are free
 * @param forms the company's layouts and field rules
 */
public record ObjectDefinition(
        String name,
        Label label,
        Label plural,
        @Nullable String application,
        String icon,
        List<Field<?>> fields,
        List<Capability> capabilities,
        Map<String, Transitions> transitions,
        Forms forms) {

    public ObjectDefinition {
        fields = List.copyOf(fields);
        capabilities = List.copyOf(capabilities);
        transitions = Map.copyOf(transitions);
    }

    /** The table: {@code payment-plan} is kept in {@code payment_plan}. */
    public String table() {
        return name.replace('-', '_');
    }

    public Optional<Field<?>> field(String fieldName) {
        for (Field<?> field : fields) {
            if (field.name().equals(fieldName)) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** The field by which a person names a record. */
    public Field<?> title() {
        return with(Trait.TITLE).getFirst();
    }

    /** The fields of which this is said. */
    public List<Field<?>> with(Trait trait) {
        return fields.stream().filter(field -> field.traits().is(trait)).toList();
    }

    public boolean has(Class<? extends Capability> capability) {
        return capabilities.stream().anyMatch(capability::isInstance);
    }

    /** The capability of this class, with what it was declared with. */
    public <T extends Capability> Optional<T> capability(Class<T> capability) {
        return capabilities.stream()
                .filter(capability::isInstance)
                .map(capability::cast)
                .findFirst();
    }

    public boolean has(String capability) {
        return capabilities.stream().anyMatch(each -> each.name().equals(capability));
    }

    /** The lists that everybody finds: of every record, then those of its capabilities. */
    public List<BuiltinView> views() {
        List<BuiltinView> views = new ArrayList<>();
        views.add(new BuiltinView("all", new Label("全部" + label.chinese(), "All"), null, null));
        capabilities.forEach(capability -> views.addAll(capability.views()));
        return views;
    }

    /** Appears only inside other objects, and so follows them in all that concerns rights. */
    public boolean embedded() {
        return application() == null && !parents().isEmpty();
    }

    /** What a filter may ask of one of its fields: in a tree of its own records also what lies under one of them. */
    public Set<Operator> operators(Field<?> field) {
        Set<Operator> operators = field.type().operators();
        if (!isTree(field)) {
            return operators;
        }
        Set<Operator> more = EnumSet.of(Operator.UNDER);
        more.addAll(operators);
        return more;
    }

    /** Does the field point at the record above, of this same object? */
    public boolean isTree(Field<?> field) {
        return field.type() instanceof IdType(IdType.Records(String object)) && object.equals(name);
    }

    /** References and links through which a record lives within another. */
    public List<Field<?>> parents() {
        return fields.stream().filter(field -> field.traits().parent() != null).toList();
    }

    /** Can a value of this reference or link point at a record of that object? */
    static boolean pointsAt(Field<?> field, ObjectDefinition target) {
        return switch (field.type()) {
            case IdType(IdType.Records(String object)) -> object.equals(target.name);
            case LinkType(String capability) -> target.has(capability);
            default -> false;
        };
    }

    /** The form's parts with their fields, in order. */
    public Map<Label, List<Field<?>>> sections() {
        Map<Label, List<Field<?>>> sections = new LinkedHashMap<>();
        for (Field<?> field : fields) {
            Label section = field.traits().section();
            if (section != null) {
                sections.computeIfAbsent(section, _ -> new ArrayList<>()).add(field);
            }
        }
        return sections;
    }

    ObjectDefinition withFields(List<Field<?>> others) {
        return new ObjectDefinition(name, label, plural, application, icon, others, capabilities, transitions, forms);
    }

    /** With one more field, before the system fields. */
    public ObjectDefinition with(Field<?> field) {
        List<Field<?>> more = new ArrayList<>(fields);
        more.add(fields.size() - SystemFields.ALL.size(), field);
        return withFields(more);
    }

    /** With another field in the place of the one of the same name. */
    public ObjectDefinition replacing(Field<?> field) {
        return withFields(fields.stream()
                .<Field<?>>map(each -> each.name().equals(field.name()) ? field : each)
                .toList());
    }

    ObjectDefinition withTransitions(Map<String, Transitions> others) {
        Map<String, Transitions> laid = new LinkedHashMap<>(transitions);
        laid.putAll(others);
        return new ObjectDefinition(name, label, plural, application, icon, fields, capabilities, laid, forms);
    }

    ObjectDefinition withForms(Forms others) {
        return new ObjectDefinition(name, label, plural, application, icon, fields, capabilities, transitions, others);
    }

    ObjectDefinition withNames(Names names) {
        return new ObjectDefinition(
                name, names.one(), names.several(), application, icon, fields, capabilities, transitions, forms);
    }
}
