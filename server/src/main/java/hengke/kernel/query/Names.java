package hengke.kernel.query;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Relation;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what a name in a request stands for. A name that is hidden from the asker is refused as an unknown one is. */
final class Names {
    private static final int MOST_STEPS = 3;

    private final Catalog catalog;
    private final FieldGuard guard;

    Names(Catalog catalog, FieldGuard guard) {
        this.catalog = catalog;
        this.guard = guard;
    }

    /** The field a path such as {@code customer.region} or {@code about.customer.region} ends at. */
    FieldPath path(ObjectDefinition start, String path, String at) {
        List<String> names = List.of(path.split("\\.", -1));
        List<FieldPath.Step> steps = new ArrayList<>();
        ObjectDefinition object = start;
        for (int i = 0; ; i++) {
            Field<?> field = field(object, names.get(i), at);
            if (i == names.size() - 1) {
                return new FieldPath(steps, field);
            }
            if (steps.size() == MOST_STEPS) {
                throw Refusal.Invalid.at(at, Message.of("query.pathTooLong", MOST_STEPS));
            }
            if (field.type() instanceof LinkType) {
                i++;
            }
            object = target(field, names.get(i), i == names.size() - 1, at);
            steps.add(new FieldPath.Step(field, object));
        }
    }

    Field<?> field(ObjectDefinition object, String name, String at) {
        Optional<Field<?>> field = object.field(name).filter(known -> guard.allows(object, known));
        return field.<Field<?>>map(known -> guard.seen(object, known))
                .orElseThrow(() -> unknown("query.unknownField", at, object, name, fields(object)));
    }

    /** Children of a record, or of one behind references. */
    record Children(List<FieldPath.Step> steps, Catalog.Child relation) {}

    /**
     * Children by the relation's name, or by {@code object.field} where the relation has none; those of another record
     * behind a path, such as {@code contract.shares}.
     */
    Children children(ObjectDefinition start, String name, String at) {
        List<FieldPath.Step> steps = new ArrayList<>();
        ObjectDefinition object = start;
        String rest = name;
        while (!hasRelation(object, rest)) {
            int dot = rest.indexOf('.');
            if (dot < 0 || object.field(rest.substring(0, dot)).isEmpty()) {
                break; // it is no relation, which is told with those there are
            }
            if (steps.size() == MOST_STEPS) {
                throw Refusal.Invalid.at(at, Message.of("query.pathTooLong", MOST_STEPS));
            }
            Field<?> reference = field(object, rest.substring(0, dot), at);
            object = target(reference, "", true, at);
            steps.add(new FieldPath.Step(reference, object));
            rest = rest.substring(dot + 1);
        }
        return new Children(steps, relation(object, rest, at));
    }

    private boolean hasRelation(ObjectDefinition object, String name) {
        return relations(object).stream().anyMatch(child -> relationName(child).equals(name));
    }

    private List<Catalog.Child> relations(ObjectDefinition object) {
        return catalog.children(object).stream()
                .filter(child -> guard.allows(child.object(), child.reference()))
                .toList();
    }

    private Catalog.Child relation(ObjectDefinition object, String name, String at) {
        List<Catalog.Child> children = relations(object);
        return children.stream()
                .filter(child -> relationName(child).equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(
                        "query.unknownRelation",
                        at,
                        object,
                        name,
                        children.stream()
                                .map(child -> new Suggestions.Choice(
                                        relationName(child), child.object().label()))
                                .toList()));
    }

    private static String relationName(Catalog.Child child) {
        Relation parent = child.reference().traits().parent();
        return parent != null
                ? parent.name()
                : child.object().name() + "." + child.reference().name();
    }

    private ObjectDefinition target(Field<?> reference, String objectName, boolean last, String at) {
        return switch (reference.type()) {
            case IdType(IdType.Records(String object)) -> catalog.object(object);
            case IdListType(IdListType.Records(String object)) -> catalog.object(object);
            case LinkType _ -> linked(reference, objectName, last, at);
            default -> throw Refusal.Invalid.at(at, Message.of("query.notAReference", reference.label()));
        };
    }

    private ObjectDefinition linked(Field<?> link, String objectName, boolean last, String at) {
        List<ObjectDefinition> targets = catalog.targets(link).stream()
                .filter(target -> guard.allows(target, target.title()))
                .toList();
        return targets.stream()
                .filter(target -> !last && target.name().equals(objectName))
                .findFirst()
                .orElseThrow(() -> Refusal.Invalid.at(
                        at,
                        Message.of(
                                "query.linkTarget",
                                link.label(),
                                String.join(
                                        ", ",
                                        targets.stream()
                                                .map(ObjectDefinition::name)
                                                .toList()))));
    }

    private List<Suggestions.Choice> fields(ObjectDefinition object) {
        return object.fields().stream()
                .filter(field -> guard.allows(object, field))
                .map(field -> new Suggestions.Choice(field.name(), field.label()))
                .toList();
    }

    private static Refusal unknown(
            String key, String at, ObjectDefinition object, String name, List<Suggestions.Choice> known) {
        List<String> near = Suggestions.nearest(name, known);
        Message hint = near.isEmpty()
                ? Message.of("query.noSuggestion")
                : Message.of("query.suggestion", String.join(", ", near));
        return Refusal.Invalid.at(at, Message.of(key, object.label(), Quoted.name(name), hint));
    }
}
