package hengke.kernel.access;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.type.TextualType;

/** What is shown of a masked value: enough to recognise it when one knows it, too little to use it. */
public final class Masking {
    private static final String REST = "***";
    private static final int PHONE_SHOWN = 7;

    private Masking() {}

    public static String mask(Field<?> field, Object value) {
        return switch (field.type()) {
            case TextualType(TextualType.Form form, int _)
            when value instanceof String text ->
                switch (form) {
                    case PHONE -> phone(text);
                    case EMAIL -> email(text);
                    case TEXT -> field.traits().is(Trait.TITLE) ? name(text) : REST;
                    case LONG_TEXT, RICH_TEXT, URL, AUTO_NUMBER -> REST;
                };
            default -> REST;
        };
    }

    /** {@code 138****5678} */
    static String phone(String phone) {
        String digits = phone.replaceAll("[^0-9]", "").replaceFirst("^(0{0,2}86)(?=1\\d{10}$)", "");
        return digits.length() < PHONE_SHOWN + 1
                ? REST
                : digits.substring(0, 3) + "****" + digits.substring(digits.length() - 4);
    }

    /** {@code z***@x.com} */
    static String email(String email) {
        int at = email.lastIndexOf('@');
        return at < 1 ? REST : first(email) + REST + email.substring(at);
    }

    /** {@code 张*} */
    static String name(String name) {
        int length = name.codePointCount(0, name.length());
        return length < 2 ? "*" : first(name) + "*".repeat(Math.min(length - 1, 2));
    }

    private static String first(String text) {
        return text.substring(0, text.offsetByCodePoints(0, 1));
    }
}
