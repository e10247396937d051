package hengke.kernel.configuration;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldChange;
import hengke.kernel.metadata.FieldTraits;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What a company may not change about a shipped field, because the code relies on it. */
final class ShippedCheck {
    private ShippedCheck() {}

    /**
     * @param shipped as the code has it
     * @param present as it is now
     * @param wished as it is to be
     */
    static List<FieldError> errors(Field<?> shipped, Field<?> present, Field<?> wished) {
        List<FieldError> errors = new ArrayList<>();
        FieldTraits before = present.traits();
        FieldTraits after = wished.traits();
        for (Trait trait : Trait.values()) {
            if (before.is(trait) != after.is(trait) && !FieldChange.CHANGEABLE.contains(trait)) {
                errors.add(fixed(trait.name().toLowerCase(Locale.ROOT)));
            }
        }
        if (shipped.traits().is(Trait.REQUIRED) && !after.is(Trait.REQUIRED)) {
            errors.add(fixed("required"));
        }
        if (before.is(Trait.SYSTEM) && after.is(Trait.REQUIRED)) {
            errors.add(fixed("required"));
        }
        if (!Objects.equals(before.defaultValue(), after.defaultValue())) {
            errors.add(fixed("default"));
        }
        if (!Objects.equals(before.section(), after.section())) {
            errors.add(fixed("section"));
        }
        if (FieldChange.options(shipped.type()).isEmpty() && !wished.type().equals(present.type())) {
            errors.add(fixed("kind"));
        }
        checkOptions(shipped, wished, errors);
        return errors;
    }

    /** Shipped options may be retired but not removed: rules speak of them. */
    private static void checkOptions(Field<?> shipped, Field<?> wished, List<FieldError> errors) {
        Set<String> left = FieldChange.options(wished.type()).orElse(List.of()).stream()
                .map(Option::value)
                .collect(Collectors.toSet());
        FieldChange.options(shipped.type()).orElse(List.of()).stream()
                .filter(option -> !left.contains(option.value()))
                .forEach(option ->
                        errors.add(FieldError.of("options", Message.of("catalog.optionShipped", option.label()))));
    }

    private static FieldError fixed(String key) {
        return FieldError.of(key, Message.of("catalog.shippedFixed"));
    }
}
