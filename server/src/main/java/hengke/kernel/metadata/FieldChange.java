package hengke.kernel.metadata;

import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.metadata.type.TreeChoiceType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a company says otherwise about a shipped field; what it does not mention stays as the code has it, after an
 * upgrade too.
 *
 * @param options in the order in which they are offered; null: as shipped
 * @param traits what is said or no longer said of the field
 */
public record FieldChange(
        @Nullable Label label,
        @Nullable Label help,
        @Nullable List<OptionChange> options,
        Map<Trait, Boolean> traits) {
    public static final FieldChange NONE = new FieldChange(null, null, null, Map.of());
    /** What a company may say of a shipped field; the rest is what the code relies on. */
    public static final Set<Trait> CHANGEABLE = EnumSet.of(Trait.REQUIRED, Trait.LISTED, Trait.HEADLINE);

    /**
     * One of the options.
     *
     * @param instead null: as shipped
     */
    public record OptionChange(String value, @Nullable Option instead) {}

    public FieldChange {
        options = options == null ? null : List.copyOf(options);
        traits = Map.copyOf(traits);
    }

    /** The difference between a field as shipped and as it is wished. */
    public static FieldChange between(Field<?> shipped, Field<?> wished) {
        FieldTraits before = shipped.traits();
        FieldTraits after = wished.traits();
        Map<Trait, Boolean> traits = new LinkedHashMap<>();
        for (Trait trait : CHANGEABLE) {
            if (before.is(trait) != after.is(trait)) {
                traits.put(trait, after.is(trait));
            }
        }
        return new FieldChange(
                before.label().equals(after.label()) ? null : after.label(),
                Objects.equals(before.help(), after.help()) ? null : after.help(),
                options(
                        options(shipped.type()).orElse(List.of()),
                        options(wished.type()).orElse(List.of())),
                traits);
    }

    private static @Nullable List<OptionChange> options(List<Option> before, List<Option> after) {
        if (before.equals(after)) {
            return null;
        }
        Set<Option> same = new HashSet<>(before);
        return after.stream()
                .map(option -> new OptionChange(option.value(), same.contains(option) ? null : option))
                .toList();
    }

    /** The options a kind offers; empty for a kind that offers none. */
    public static Optional<List<Option>> options(FieldType<?> type) {
        return switch (type) {
            case ChoiceType(List<Option> options) -> Optional.of(options);
            case TreeChoiceType(TreeChoiceType.Nodes(List<Option> options)) -> Optional.of(options);
            case TextListType(TextListType.Choices(List<Option> options)) -> Optional.of(options);
            default -> Optional.empty();
        };
    }

    Field<?> over(Field<?> shipped) {
        return over(shipped, shipped.type());
    }

    @SuppressWarnings("unchecked") // other options do not make values of another class
    private <T> Field<T> over(Field<?> shipped, FieldType<T> type) {
        FieldType<T> offering = options == null ? type : (FieldType<T>) offering(type, options);
        return ((Field<T>) shipped).overlaid(offering, over(shipped.traits()));
    }

    private FieldTraits over(FieldTraits shipped) {
        Set<Trait> said = shipped.traits().isEmpty() ? EnumSet.noneOf(Trait.class) : EnumSet.copyOf(shipped.traits());
        traits.forEach((trait, holds) -> {
            if (holds) {
                said.add(trait);
            } else {
                said.remove(trait);
            }
        });
        return new FieldTraits(
                label == null ? shipped.label() : label,
                help == null ? shipped.help() : help,
                said,
                shipped.section(),
                shipped.defaultValue(),
                shipped.parent(),
                shipped.otherNames(),
                shipped.computation(),
                shipped.among(),
                shipped.cover());
    }

    private static FieldType<?> offering(FieldType<?> type, List<OptionChange> changes) {
        return switch (type) {
            case ChoiceType(List<Option> shipped) -> new ChoiceType(over(shipped, changes));
            case TreeChoiceType(TreeChoiceType.Nodes(List<Option> shipped)) ->
                new TreeChoiceType(new TreeChoiceType.Nodes(over(shipped, changes)));
            case TextListType(TextListType.Choices(List<Option> shipped)) ->
                new TextListType(new TextListType.Choices(over(shipped, changes)));
            default -> type;
        };
    }

    /** In the company's order; options that an upgrade brought come last. */
    private static List<Option> over(List<Option> shipped, List<OptionChange> changes) {
        Map<String, Option> left = shipped.stream()
                .collect(Collectors.toMap(Option::value, option -> option, (first, _) -> first, LinkedHashMap::new));
        List<Option> options = new ArrayList<>();
        for (OptionChange change : changes) {
            Option before = left.remove(change.value());
            if (change.instead() != null) {
                options.add(change.instead());
            } else if (before != null) {
                options.add(before);
            }
        }
        options.addAll(left.values());
        return options;
    }
}
