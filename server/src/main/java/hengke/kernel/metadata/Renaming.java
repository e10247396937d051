package hengke.kernel.metadata;

import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IdType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What follows when a company calls a shipped object otherwise: references called after it, and the lists of its records
 * within others, are called after it still. A spreadsheet that names them as before is understood.
 */
final class Renaming {
    private final Map<String, ObjectDefinition> shipped;
    private final Overlay overlay;

    private Renaming(List<ObjectDefinition> shipped, Overlay overlay) {
        this.shipped = shipped.stream()
                .collect(Collectors.toMap(ObjectDefinition::name, Function.identity(), (first, _) -> first));
        this.overlay = overlay;
    }

    /** The same objects, what points at renamed ones called after them. */
    static List<ObjectDefinition> followed(List<ObjectDefinition> shipped, Overlay overlay) {
        boolean any = overlay.objects().values().stream().anyMatch(changes -> changes.names() != null);
        return any
                ? shipped.stream().map(new Renaming(shipped, overlay)::followed).toList()
                : shipped;
    }

    private ObjectDefinition followed(ObjectDefinition object) {
        List<Field<?>> fields = new ArrayList<>();
        object.fields().forEach(field -> fields.add(followed(object, field)));
        return object.withFields(fields);
    }

    private <T> Field<T> followed(ObjectDefinition object, Field<T> field) {
        FieldTraits traits = field.traits();
        Relation relation = traits.parent();
        Names names = overlay.of(object.name()).names();
        if (relation != null && names != null && means(relation.label(), object)) {
            traits = traits.withParent(new Relation(relation.name(), names.several(), relation.position()));
        }
        for (ObjectDefinition target : shipped.values()) {
            Names others = overlay.of(target.name()).names();
            if (others != null && isReference(field.type(), target) && means(field.label(), target)) {
                traits = traits.with(others.one())
                        .withOtherNames(Stream.concat(
                                        traits.otherNames().stream(),
                                        Stream.of(
                                                field.label().chinese(),
                                                field.label().english()))
                                .toList());
            }
        }
        return traits.equals(field.traits()) ? field : field.overlaid(field.type(), traits);
    }

    private static boolean isReference(FieldType<?> type, ObjectDefinition target) {
        return type.equals(new IdType(new IdType.Records(target.name())));
    }

    private static boolean means(Label label, ObjectDefinition object) {
        return label.chinese().equals(object.label().chinese());
    }
}
