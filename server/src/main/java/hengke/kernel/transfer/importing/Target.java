package hengke.kernel.transfer.importing;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Relation;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.JsonType;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.metadata.type.LocationType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a column goes: a field of the object, or of a child that the same row brings along.
 *
 * @param name {@code phone}, or {@code contacts.phone}
 * @param child null for a field of the object itself
 */
public record Target(String name, Field<?> field, Catalog.@Nullable Child child) {

    /** The targets an actor may import into. */
    public static List<Target> of(Access access, Catalog catalog, Actor actor, ObjectDefinition object) {
        List<Target> targets = new ArrayList<>();
        importable(access, actor, object).forEach(field -> targets.add(new Target(field.name(), field, null)));
        for (Catalog.Child child : catalog.children(object)) {
            Relation relation = child.reference().traits().parent();
            boolean byReference = child.reference().type() instanceof IdType(IdType.Records _);
            boolean own = child.object().application() != null;
            if (relation != null && byReference && own && access.may(actor, child.object(), Verb.CREATE)) {
                importable(access, actor, child.object()).stream()
                        .filter(field -> !field.equals(child.reference()))
                        .forEach(field -> targets.add(new Target(relation.name() + "." + field.name(), field, child)));
            }
        }
        return targets;
    }

    private static List<Field<?>> importable(Access access, Actor actor, ObjectDefinition object) {
        return object.fields().stream()
                .filter(field -> !field.traits().is(Trait.DERIVED))
                .filter(field -> access.right(actor, object, field) == FieldRight.EDIT)
                .filter(field -> !(field.type() instanceof LinkType
                        || field.type() instanceof JsonType
                        || field.type() instanceof LocationType
                        || field.type() instanceof IdListType))
                .toList();
    }
}
