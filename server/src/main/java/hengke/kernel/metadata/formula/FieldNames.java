package hengke.kernel.metadata.formula;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.formula.Token.Kind;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the fields that a formula names, by label in either language or by name. */
final class FieldNames {
    private static final Pattern BARE = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private final Known known;

    FieldNames(Known known) {
        this.known = known;
    }

    /** A field, or the one behind a reference. */
    record Path(List<Field<?>> fields, List<ObjectDefinition> objects) {
        Field<?> last() {
            return fields.getLast();
        }

        String stored() {
            return "{" + String.join(".", fields.stream().map(Field::name).toList()) + "}";
        }

        String shown() {
            return String.join(".", fields.stream().map(Path::shown).toList());
        }

        private static String shown(Field<?> field) {
            String label = field.label().chinese();
            return BARE.matcher(label).matches() && FormulaFunction.of(label).isEmpty() ? label : "[" + label + "]";
        }
    }

    Path path(ObjectDefinition object, Node.Name name) throws Unusable {
        Token first = name.parts().getFirst();
        boolean stored = first.kind() == Kind.STORED;
        List<Token> parts = stored ? storedParts(first) : name.parts();
        if (parts.size() > 2) {
            throw new Unusable(FormulaFault.at(name.from(), name.to(), "formula.pathTooLong"));
        }
        Field<?> field = field(object, parts.getFirst(), stored);
        if (parts.size() == 1) {
            return new Path(List.of(field), List.of(object));
        }
        ObjectDefinition target = target(field)
                .orElseThrow(() -> new Unusable(
                        FormulaFault.at(first.from(), first.to(), "formula.notAReference", field.label())));
        return new Path(List.of(field, field(target, parts.getLast(), stored)), List.of(object, target));
    }

    Optional<ObjectDefinition> target(Field<?> reference) {
        return reference.type() instanceof IdType(IdType.Records(String target))
                ? known.object(target)
                : Optional.empty();
    }

    private static List<Token> storedParts(Token stored) {
        return Stream.of(stored.text().split("\\.", -1))
                .map(part -> new Token(Kind.STORED, part.strip(), stored.from(), stored.to()))
                .toList();
    }

    private Field<?> field(ObjectDefinition object, Token name, boolean stored) throws Unusable {
        String asked = name.text().strip();
        List<Field<?>> allowed = object.fields().stream()
                .filter(field -> known.allows(object, field))
                .toList();
        List<Field<?>> labelled = allowed.stream()
                .filter(field -> !stored)
                .filter(field -> field.label().chinese().equals(asked)
                        || field.label().english().equalsIgnoreCase(asked))
                .toList();
        if (labelled.size() > 1) {
            throw new Unusable(FormulaFault.at(name.from(), name.to(), "formula.ambiguous", asked));
        }
        return labelled.stream()
                .findFirst()
                .or(() -> allowed.stream()
                        .filter(field -> field.name().equals(asked))
                        .findFirst())
                .orElseThrow(() -> unknown(object, name, asked, allowed));
    }

    private static Unusable unknown(ObjectDefinition object, Token name, String asked, List<Field<?>> allowed) {
        List<String> names = allowed.stream()
                .flatMap(field ->
                        Stream.of(field.label().chinese(), field.label().english(), field.name()))
                .filter(word -> !word.isBlank())
                .toList();
        return new Unusable(new FormulaFault(
                name.from(),
                name.to(),
                Message.of("formula.unknownField", object.label(), asked),
                Nearest.of(asked, names).orElse(null)));
    }
}
