package hengke.kernel.configuration;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldChange;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal.FieldError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Refuses what would lose values that records hold, and says what a new rule means for them. */
final class ValueCheck {
    private final StoredValues stored;
    private final ObjectDefinition object;
    private final List<FieldError> errors = new ArrayList<>();

    ValueCheck(StoredValues stored, ObjectDefinition object) {
        this.stored = stored;
        this.object = object;
    }

    /** What is lost when a field becomes another. */
    List<FieldError> losses(Field<?> before, Field<?> after) {
        if (before.isFormula() && after.isFormula()) {
            return List.of();
        }
        FieldType<?> type = after.type();
        if (!before.type().kind().equals(type.kind())) {
            return List.of(FieldError.of("kind", Message.of("catalog.kindFixed")));
        }
        checkBounds(before, after);
        checkOptions(before, after);
        boolean newlyUnique =
                after.traits().is(Trait.UNIQUE) && !before.traits().is(Trait.UNIQUE);
        int doubles = newlyUnique && FieldCheck.mayBeUnique(after) ? stored.doubles(object, before) : 0;
        if (doubles > 0) {
            refuse("unique", Message.of("catalog.doubles", doubles));
        }
        return List.copyOf(errors);
    }

    private void checkBounds(Field<?> before, Field<?> after) {
        switch (after.type()) {
            case TextualType(TextualType.Form _, int most)
            when before.type() instanceof TextualType(TextualType.Form _, int was) -> {
                if (most < was) {
                    refuseLost("maxLength", "catalog.tooShort", stored.longerThan(object, before, most));
                }
            }
            case IntegerType(long min, long max)
            when before.type() instanceof IntegerType(long wasMin, long wasMax) ->
                checkRange(
                        before,
                        new Range(BigDecimal.valueOf(wasMin), BigDecimal.valueOf(wasMax)),
                        new Range(BigDecimal.valueOf(min), BigDecimal.valueOf(max)));
            case DecimalType now
            when before.type() instanceof DecimalType was -> {
                if (now.scale() < was.scale()) {
                    refuse("scale", Message.of("catalog.scaleFixed", was.scale()));
                }
                checkRange(before, new Range(was.min(), was.max()), new Range(now.min(), now.max()));
            }
            case IdType _, IdListType _, LinkType _ -> {
                if (!before.type().equals(after.type())) {
                    refuse("targets", Message.of("catalog.targetFixed"));
                }
            }
            default -> {
                // has nothing that could be narrowed, or options, which are looked at by themselves
            }
        }
    }

    private record Range(BigDecimal min, BigDecimal max) {}

    private void checkRange(Field<?> field, Range was, Range now) {
        boolean higher = now.min().compareTo(was.min()) > 0;
        if (higher || now.max().compareTo(was.max()) < 0) {
            refuseLost(
                    higher ? "min" : "max", "catalog.tooNarrow", stored.outside(object, field, now.min(), now.max()));
        }
    }

    private void checkOptions(Field<?> before, Field<?> after) {
        Set<String> left = FieldChange.options(after.type()).orElse(List.of()).stream()
                .map(Option::value)
                .collect(Collectors.toSet());
        for (Option option : FieldChange.options(before.type()).orElse(List.of())) {
            int holders = left.contains(option.value()) ? 0 : stored.holding(object, before, option.value());
            if (holders > 0) {
                refuse("options", Message.of("catalog.optionUsed", option.label(), holders));
            }
        }
    }

    /** What an administrator should know; nothing is refused for it. */
    List<Message> notes(Field<?> field, boolean newlyRequired) {
        int without = newlyRequired ? stored.without(object, field) : 0;
        return without == 0 ? List.of() : List.of(Message.of("catalog.requiredLater", without));
    }

    private void refuseLost(String key, String message, int lost) {
        if (lost > 0) {
            refuse(key, Message.of(message, lost));
        }
    }

    private void refuse(String key, Message message) {
        errors.add(FieldError.of(key, message));
    }
}
