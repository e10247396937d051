package hengke.sales;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextListType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which values of a record go into another of another object: fields of the same name, own fields of the same label
 * too, as long as they hold values of the same kind. By it no value becomes readable for somebody who could not read it
 * before.
 */
final class CarriedOver {
    private final Access access;
    private final Actor actor;
    private final ObjectDefinition from;
    private final ObjectDefinition to;

    CarriedOver(Access access, Actor actor, ObjectDefinition from, ObjectDefinition to) {
        this.access = access;
        this.actor = actor;
        this.from = from;
        this.to = to;
    }

    /** The values of the other record that come from this one. */
    Map<Field<?>, @Nullable Object> of(Row row) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        for (Field<?> target : to.fields()) {
            boolean written = target.computation() == null
                    && !target.traits().is(Trait.SYSTEM)
                    && !target.traits().is(Trait.DERIVED);
            if (written) {
                source(target).ifPresent(source -> {
                    Object value = offered(target, row.get(source));
                    if (value != null) {
                        values.put(target, value);
                    }
                });
            }
        }
        return values;
    }

    private Optional<Field<?>> source(Field<?> target) {
        return from.fields().stream()
                .filter(source -> source.name().equals(target.name()) || own(source, target))
                .filter(source -> source.computation() == null
                        && source.type().kind().equals(target.type().kind()))
                .filter(source -> access.right(actor, from, source).atLeast(access.right(actor, to, target)))
                .findFirst();
    }

    private static boolean own(Field<?> source, Field<?> target) {
        return source.name().startsWith("c_")
                && target.name().startsWith("c_")
                && source.label().chinese().equals(target.label().chinese());
    }

    /** A value of a choice goes over where the other choice offers it. */
    private static @Nullable Object offered(Field<?> target, @Nullable Object value) {
        return switch (target.type()) {
            case ChoiceType(List<Option> options) -> has(options, value) ? value : null;
            case TextListType(TextListType.Choices(List<Option> options))
            when value instanceof List<?> all -> {
                List<?> known = all.stream().filter(each -> has(options, each)).toList();
                yield known.isEmpty() ? null : known;
            }
            default -> value;
        };
    }

    private static boolean has(List<Option> options, @Nullable Object value) {
        return options.stream().anyMatch(option -> option.value().equals(value));
    }
}
