package hengke.capability.relation;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IdType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds in the catalog by which ties records hang together, as far as somebody may know of them. */
final class Ties {
    private final Catalog catalog;
    private final Access access;
    private final Actor actor;

    Ties(Catalog catalog, Access access, Actor actor) {
        this.catalog = catalog;
        this.access = access;
        this.actor = actor;
    }

    List<Tie> all() {
        List<Tie> ties = new ArrayList<>();
        Set<String> members = new LinkedHashSet<>();
        for (ObjectDefinition object : catalog.objects()) {
            Connects.of(object).ifPresent(connects -> {
                members.add(Connects.target(connects.from()));
                members.add(Connects.target(connects.to()));
                if (reads(object, connects.from()) && reads(object, connects.to())) {
                    ties.add(connection(object, connects));
                }
            });
        }
        for (String member : members) {
            ObjectDefinition object = catalog.object(member);
            object.fields().stream()
                    .flatMap(field -> pointer(object, field, members))
                    .forEach(ties::add);
        }
        return ties.stream()
                .filter(tie -> readable(tie.object()) && readable(tie.nearObject()) && readable(tie.farObject()))
                .toList();
    }

    private Tie connection(ObjectDefinition object, Connects connects) {
        return new Tie.Connection(
                object,
                connects,
                catalog.object(Connects.target(connects.from())),
                catalog.object(Connects.target(connects.to())),
                told(object, object.title(), connects.kind(), connects.inverse(), connects.since(), connects.until()));
    }

    private Stream<Tie> pointer(ObjectDefinition object, Field<?> field, Set<String> members) {
        if (!(field.type() instanceof IdType(IdType.Records(String target)))
                || !members.contains(target)
                || !reads(object, field)) {
            return Stream.empty();
        }
        Tree tree = Tree.of(object)
                .filter(each -> each.above().name().equals(field.name()))
                .orElse(null);
        if (tree == null && field.traits().parent() == null) {
            return Stream.empty();
        }
        @SuppressWarnings("unchecked") // its type says so
        Field<Long> reference = (Field<Long>) field;
        return Stream.of(new Tie.Pointer(
                object, reference, catalog.object(target), told(object, tree == null ? null : tree.kind())));
    }

    private List<Field<?>> told(ObjectDefinition object, @Nullable Field<?>... fields) {
        return Stream.of(fields)
                .filter(Objects::nonNull)
                .flatMap(field -> object.field(field.name()).stream())
                .filter(field -> reads(object, field))
                .toList();
    }

    private boolean readable(ObjectDefinition object) {
        return access.may(actor, object, Verb.READ);
    }

    private boolean reads(ObjectDefinition object, Field<?> field) {
        return object.field(field.name())
                .filter(known -> access.right(actor, object, known).atLeast(FieldRight.READ))
                .isPresent();
    }
}
