package hengke.kernel.metadata.formula;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.Option;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A formula that is known to make sense: fields that exist, values of the kinds that are asked for.
 *
 * <p>Absent values: an operator or function of which an argument is absent gives nothing. Except: {@code &} takes an
 * absent text for an empty one; {@code and} and {@code or} decide where one side decides alone; a condition that is
 * absent does not hold; {@code min} and {@code max} pass absent values over; {@code coalesce} takes the first value
 * that is there; {@code isBlank} also takes an empty text for absent; to compare with nothing is to ask isBlank. What
 * cannot be computed (a division by nought, a day outside the years 1 to 9999) is absent. A formula whose text is empty
 * gives nothing.
 *
 * <p>Numbers are exact decimals. Only a division cuts off: after {@value #DIGITS_OF_A_QUOTIENT} digits. The value of a
 * field is rounded half up to its own digits; 10¹⁸ and more is absent. A text is cut after
 * {@value #LONGEST_TEXT} characters.
 */
public sealed interface Expression {
    int DIGITS_OF_A_QUOTIENT = 12;
    int LONGEST_TEXT = 4_000;

    ValueKind kind();

    /** A value that stands in the formula; null for nothing. */
    record Constant(ValueKind kind, @Nullable Object value) implements Expression {}

    /** The record's own stored value. */
    record Own(Field<?> field, ValueKind kind) implements Expression {}

    /** The name of the person or department that a field points at. */
    record Named(Field<?> field) implements Expression {
        @Override
        public ValueKind kind() {
            return ValueKind.TEXT;
        }
    }

    /** The label of an option instead of its key. */
    record OptionLabel(Expression code, List<Option> options) implements Expression {
        @Override
        public ValueKind kind() {
            return ValueKind.TEXT;
        }
    }

    /**
     * A value of the living record a reference points at.
     *
     * @param sight which records may be looked at; null as long as nobody has said, and then there is no value
     */
    record Across(
            Field<?> reference,
            ObjectDefinition target,
            Expression value,
            @Nullable Sight sight) implements Expression {
        @Override
        public ValueKind kind() {
            return value.kind();
        }
    }

    /** Which records behind a reference a reader may look at; given by the query language. */
    interface Sight {}

    /** The value as a field of this type holds it: what a formula gives in the end, to whoever uses it. */
    record Result(Field<?> field, Expression value, FieldType<?> type, ValueKind kind) implements Expression {}

    /** A function of further values. */
    record Apply(FormulaFunction function, List<Expression> arguments, ValueKind kind) implements Expression {
        public Apply {
            arguments = List.copyOf(arguments);
        }
    }

    /** What it is made of. */
    default Stream<Expression> parts() {
        return switch (this) {
            case Constant _, Own _, Named _ -> Stream.of();
            case OptionLabel(Expression code, var _) -> Stream.of(code);
            case Across across -> Stream.of(across.value());
            case Result result -> Stream.of(result.value());
            case Apply apply -> apply.arguments().stream();
        };
    }

    /** Itself, its parts, their parts. */
    default Stream<Expression> all() {
        return Stream.concat(Stream.of(this), parts().flatMap(Expression::all));
    }

    /** Does it tell of the record's own stored values only? */
    default boolean ofRowAlone() {
        return all().noneMatch(part -> switch (part) {
            case Across _, Named _ -> true;
            case Own own -> own.field().computation() != null;
            default -> false;
        });
    }

    /** The same, and is it always the same? */
    default boolean rowLocal() {
        return ofRowAlone()
                && all().noneMatch(part -> part instanceof Apply apply
                        && (apply.function() == FormulaFunction.TODAY || apply.function() == FormulaFunction.NOW));
    }

    /** The same, looking at those records of other objects only that somebody may see. */
    default Expression seenBy(Function<ObjectDefinition, Sight> sights) {
        return switch (this) {
            case Constant _, Own _, Named _ -> this;
            case OptionLabel(Expression code, var options) -> new OptionLabel(code.seenBy(sights), options);
            case Across(var reference, var target, var value, var _) ->
                new Across(reference, target, value.seenBy(sights), sights.apply(target));
            case Result(var field, var value, var type, var kind) ->
                new Result(field, value.seenBy(sights), type, kind);
            case Apply(var function, var arguments, var kind) ->
                new Apply(
                        function,
                        arguments.stream().map(each -> each.seenBy(sights)).toList(),
                        kind);
        };
    }
}
