package hengke.kernel.settings;

import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.problem.Message;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing a company decides for everybody: the one place where everything about it is written, and the typed handle
 * by which its value is asked for: {@code settings.get(SESSION_IDLE)}.
 *
 * @param name {@code group.setting}, as it stands on the wire and in the table
 * @param initial what holds until somebody decides otherwise
 * @param unit what a number counts, e.g. minutes
 * @param consequence what a change does to what is there already; shown before it is saved
 * @param check what the kind of value cannot say; empty when the value is fine
 * @param bound for a secret: settings that say where it is sent; whoever changes them must give the secret anew, so
 *     that nobody has it sent to a place of their own
 * @param <T> the Java type of its value
 */
public record Setting<T>(
        String name,
        FieldType<T> type,
        T initial,
        Label label,
        @Nullable Label help,
        @Nullable Label unit,
        @Nullable Label consequence,
        Readers readers,
        Function<T, Optional<Message>> check,
        Set<String> bound) {

    public Setting {
        bound = Set.copyOf(bound);
    }

    /** Who is told the value. */
    public enum Readers {
        EVERYBODY,
        ADMINISTRATORS,
        /** A secret: used by the product, kept encrypted, and never told to anybody. */
        NOBODY
    }

    /** A setting that administrators see and change. */
    public static <T> Setting<T> of(String name, FieldType<T> type, T initial, String chinese, String english) {
        return new Setting<>(
                name,
                type,
                initial,
                new Label(chinese, english),
                null,
                null,
                null,
                Readers.ADMINISTRATORS,
                _ -> Optional.empty(),
                Set.of());
    }

    /** A sentence shown below the input. */
    public Setting<T> help(String chinese, String english) {
        return new Setting<>(
                name, type, initial, label, new Label(chinese, english), unit, consequence, readers, check, bound);
    }

    public Setting<T> unit(String chinese, String english) {
        return new Setting<>(
                name, type, initial, label, help, new Label(chinese, english), consequence, readers, check, bound);
    }

    public Setting<T> consequence(String chinese, String english) {
        return new Setting<>(
                name, type, initial, label, help, unit, new Label(chinese, english), readers, check, bound);
    }

    public Setting<T> readBy(Readers others) {
        return new Setting<>(name, type, initial, label, help, unit, consequence, others, check, bound);
    }

    public Setting<T> checked(Function<T, Optional<Message>> other) {
        return new Setting<>(name, type, initial, label, help, unit, consequence, readers, other, bound);
    }

    /** A secret that is good only together with these settings. */
    public Setting<T> secretWith(Setting<?>... others) {
        Set<String> names = Stream.of(others).map(Setting::name).collect(Collectors.toSet());
        return new Setting<>(name, type, initial, label, help, unit, consequence, Readers.NOBODY, check, names);
    }

    public boolean secret() {
        return readers == Readers.NOBODY;
    }
}
