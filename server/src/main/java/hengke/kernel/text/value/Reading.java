package hengke.kernel.text.value;

import hengke.kernel.problem.Message;
import java.util.Optional;
import java.util.function.Function;

/** What came of reading a cell: a value, nothing, or the reason why it cannot be read. */
public sealed interface Reading<T> {

    /** It was read. */
    record Value<T>(T value) implements Reading<T> {}

    /** Nothing stood there. */
    record Blank<T>() implements Reading<T> {}

    /** Something stood there that is not such a value. */
    record Refused<T>(Message reason) implements Reading<T> {}

    static <T> Reading<T> of(T value) {
        return new Value<>(value);
    }

    static <T> Reading<T> blank() {
        return new Blank<>();
    }

    static <T> Reading<T> refused(String key, Object... arguments) {
        return new Refused<>(Message.of(key, arguments));
    }

    /** The value, if there is one. */
    default Optional<T> optional() {
        return this instanceof Value<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    /** Goes on with the value, if there is one. */
    default <R> Reading<R> then(Function<T, Reading<R>> next) {
        return switch (this) {
            case Value<T>(T value) -> next.apply(value);
            case Blank<T>() -> new Blank<>();
            case Refused<T>(Message reason) -> new Refused<>(reason);
        };
    }
}
