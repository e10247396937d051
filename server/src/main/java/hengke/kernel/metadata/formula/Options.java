package hengke.kernel.metadata.formula;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.Regions;
import hengke.kernel.metadata.type.TreeChoiceType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The options of a field, by which a text in a formula is understood as one of them. */
final class Options {
    private Options() {}

    /** The field whose option an expression gives. */
    static Field<?> field(Expression code) {
        return switch (code) {
            case Expression.Own own -> own.field();
            case Expression.Across across -> field(across.value());
            default -> throw new IllegalArgumentException("no option: " + code);
        };
    }

    static boolean isRegion(Field<?> field) {
        return field.type() instanceof TreeChoiceType(TreeChoiceType.Divisions _);
    }

    static List<Option> of(Field<?> field) {
        return switch (field.type()) {
            case ChoiceType(List<Option> options) -> options;
            case TreeChoiceType(TreeChoiceType.Nodes(List<Option> options)) -> options;
            default -> List.of();
        };
    }

    /** The key of what a person calls it, by key, then by label. */
    static Optional<String> key(Field<?> field, String asked) {
        if (isRegion(field)) {
            return Regions.contains(asked) ? Optional.of(asked) : region(asked);
        }
        List<Option> options = of(field);
        return Stream.concat(
                        options.stream().filter(option -> option.value().equals(asked)),
                        options.stream()
                                .filter(option -> option.label().chinese().equals(asked)
                                        || option.label().english().equalsIgnoreCase(asked)))
                .map(Option::value)
                .findFirst();
    }

    /** Only a name that one region has: there is a 朝阳区 in two cities. */
    private static Optional<String> region(String asked) {
        List<String> codes = Regions.codes().stream()
                .filter(code -> Regions.name(code).filter(asked::equals).isPresent())
                .toList();
        return codes.size() == 1 ? Optional.of(codes.getFirst()) : Optional.empty();
    }

    static String label(Field<?> field, String key) {
        return isRegion(field)
                ? Regions.name(key).filter(name -> region(name).isPresent()).orElse(key)
                : of(field).stream()
                        .filter(option -> option.value().equals(key))
                        .map(option -> option.label().chinese())
                        .findFirst()
                        .orElse(key);
    }

    static List<String> labels(Field<?> field) {
        return isRegion(field)
                ? Regions.codes().stream()
                        .flatMap(code -> Regions.name(code).stream())
                        .toList()
                : of(field).stream()
                        .flatMap(option -> Stream.of(
                                option.value(),
                                option.label().chinese(),
                                option.label().english()))
                        .toList();
    }
}
