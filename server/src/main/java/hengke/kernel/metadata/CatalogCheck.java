package hengke.kernel.metadata;

import hengke.kernel.metadata.Catalog.Fault;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.LinkType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What must hold in every catalog. */
final class CatalogCheck {
    private static final Pattern OBJECT_NAME = Pattern.compile("[a-z][a-z0-9-]{0,40}");
    private static final Pattern FIELD_NAME = Pattern.compile("[a-z][a-zA-Z0-9_]{0,50}");

    private CatalogCheck() {}

    static List<Fault> faults(Map<String, ObjectDefinition> objects) {
        List<Fault> faults = new ArrayList<>();
        objects.values().forEach(object -> check(object, objects, faults));
        return faults;
    }

    private static void check(ObjectDefinition object, Map<String, ObjectDefinition> objects, List<Fault> faults) {
        if (!OBJECT_NAME.matcher(object.name()).matches()) {
            faults.add(new Fault(object.name(), "", "an object name is lower case letters, digits and hyphens"));
        }
        if (object.with(Trait.TITLE).size() != 1) {
            faults.add(new Fault(object.name(), "", "exactly one field is the title"));
        }
        Set<String> columns = new HashSet<>(Set.of("deleted_at"));
        for (Field<?> field : object.fields()) {
            if (!FIELD_NAME.matcher(field.name()).matches()) {
                faults.add(
                        new Fault(object.name(), field.name(), "a field name is letters and digits, lower case first"));
            }
            if (field.label().chinese().isBlank()) {
                faults.add(new Fault(object.name(), field.name(), "has no label"));
            }
            field.type().columns().forEach(column -> {
                if (!columns.add(field.column() + column.suffix())) {
                    faults.add(new Fault(object.name(), field.name(), "its column is another field's"));
                }
            });
            checkTarget(object, field, objects, faults);
        }
        object.transitions()
                .forEach((field, transitions) -> TransitionsCheck.check(object, field, transitions, faults));
        for (ValueRule rule : object.forms().rules()) {
            Stream.concat(rule.fields().stream(), rule.asked().stream())
                    .filter(field -> object.field(field).isEmpty())
                    .forEach(field -> faults.add(new Fault(
                            object.name(),
                            field,
                            "is gone, but the rule " + rule.name().chinese() + " needs it")));
        }
    }

    private static void checkTarget(
            ObjectDefinition object, Field<?> field, Map<String, ObjectDefinition> objects, List<Fault> faults) {
        String target = switch (field.type()) {
            case IdType(IdType.Records(String name)) -> name;
            case IdListType(IdListType.Records(String name)) -> name;
            default -> null;
        };
        if (target != null && !objects.containsKey(target)) {
            faults.add(new Fault(object.name(), field.name(), "points at an object that does not exist: " + target));
        }
        boolean pointer = field.type() instanceof LinkType || field.type() instanceof IdType(IdType.Records(String _));
        if (field.traits().parent() != null && !pointer) {
            faults.add(new Fault(object.name(), field.name(), "only a reference or link can be a parent"));
        }
    }
}
