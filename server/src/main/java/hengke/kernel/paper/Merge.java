package hengke.kernel.paper;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.MoneyType;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A name in a text, and how its value is written: {@code {total:大写}}. */
record Merge(String name, Form form) {

    /** How a value is written. */
    enum Form {
        /** As everywhere. */
        PLAIN(Set.of("")),
        /** An amount or a day in Chinese characters. */
        CAPITALS(Set.of("大写", "capitals")),
        /** A day as 2026-11-30. */
        DIGITS(Set.of("数字", "digits"));

        private final Set<String> called;

        Form(Set<String> called) {
            this.called = called;
        }

        boolean suits(Field<?> field) {
            return switch (this) {
                case PLAIN -> true;
                case CAPITALS -> field.type() instanceof MoneyType || day(field);
                case DIGITS -> day(field);
            };
        }

        private static boolean day(Field<?> field) {
            return field.type() instanceof DateType || field.type() instanceof DateTimeType;
        }
    }

    /** Absent where it asks for a form there is not. */
    static Optional<Merge> of(String expression) {
        int colon = expression.indexOf(':');
        String form = colon < 0 ? "" : expression.substring(colon + 1);
        return Arrays.stream(Form.values())
                .filter(each -> each.called.contains(form))
                .findFirst()
                .map(found -> new Merge(name(expression), found));
    }

    /** What it speaks of, however it is written. */
    static String name(String expression) {
        int colon = expression.indexOf(':');
        return colon < 0 ? expression : expression.substring(0, colon);
    }
}
