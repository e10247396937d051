package hengke.kernel.duplicates;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Address;
import hengke.kernel.metadata.type.AddressType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.TreeChoiceType;
import hengke.kernel.text.value.Identity;
import hengke.kernel.text.value.Identity.Kind;
import hengke.kernel.text.value.Identity.Mark;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the records of an object are recognised by: its identifying fields, its title, and where it is. */
final class Identities {
    private final ObjectDefinition object;
    private final List<Field<?>> fields;

    private Identities(ObjectDefinition object) {
        this.object = object;
        this.fields = fields(object);
    }

    /** A reader of many. */
    static Identities reader(ObjectDefinition object) {
        return new Identities(object);
    }

    /** The fields that have to be read to tell. */
    static List<Field<?>> fields(ObjectDefinition object) {
        Set<Field<?>> fields = new LinkedHashSet<>(object.with(Trait.IDENTIFYING));
        fields.add(object.title());
        object.fields().stream().filter(Identities::isPlace).forEach(fields::add);
        return List.copyOf(fields);
    }

    static Identity of(ObjectDefinition object, Row row) {
        return reader(object).of(row);
    }

    Identity of(Row row) {
        List<Mark> marks = new ArrayList<>();
        String place = null;
        for (Field<?> field : fields) {
            if (isPlace(field)) {
                place = place == null ? place(row.get(field)) : place;
            } else if (row.get(field) instanceof String text) {
                marks.add(Mark.of(
                        field.name(), kind(object, field), field.traits().is(Trait.IDENTIFYING), text));
            }
        }
        return new Identity(marks, place);
    }

    private static Kind kind(ObjectDefinition object, Field<?> field) {
        if (field.traits().is(Trait.PERSON)) {
            return Kind.PERSON;
        }
        return switch (field.type()) {
            case TextualType(TextualType.Form form, int _) when form == TextualType.Form.PHONE -> Kind.PHONE;
            case TextualType(TextualType.Form form, int _) when form == TextualType.Form.EMAIL -> Kind.EMAIL;
            default -> field.equals(object.title()) ? Kind.COMPANY : Kind.CODE;
        };
    }

    private static boolean isPlace(Field<?> field) {
        return field.type() instanceof AddressType
                || field.type() instanceof TreeChoiceType(TreeChoiceType.Divisions _);
    }

    /** The city, or only the province where it says no more. */
    private static @Nullable String place(@Nullable Object value) {
        String code = value instanceof Address address ? address.region() : value instanceof String text ? text : null;
        return code == null ? null : code.substring(0, Math.min(4, code.length()));
    }
}
