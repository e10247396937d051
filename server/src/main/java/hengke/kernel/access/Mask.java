package hengke.kernel.access;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.type.TextualType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What is shown of a masked value, least first: enough to recognise it when one knows it, too little to use it. */
public enum Mask {
    /** {@code ***} */
    ALL {
        @Override
        String ofText(String text) {
            return REST;
        }
    },
    /** {@code 张**} */
    NAME {
        @Override
        String ofText(String text) {
            int length = length(text);
            return length < 2 ? "*" : first(text) + "*".repeat(Math.min(length - 1, 2));
        }
    },
    /** {@code ***5678} */
    TAIL {
        @Override
        String ofText(String text) {
            return length(text) <= 2 * SHOWN ? REST : REST + last(text, SHOWN);
        }
    },
    /** {@code 云***司} */
    ENDS {
        @Override
        String ofText(String text) {
            return length(text) <= SHOWN ? REST : first(text) + REST + last(text, 1);
        }
    },
    /** {@code z***@x.com} */
    EMAIL {
        @Override
        String ofText(String text) {
            int at = text.lastIndexOf('@');
            return at < 1 ? REST : first(text) + REST + text.substring(at);
        }
    },
    /** {@code 138****5678} */
    PHONE {
        @Override
        String ofText(String text) {
            String digits = text.replaceAll("[^0-9]", "").replaceFirst("^(0{0,2}86)(?=1\\d{10}$)", "");
            int shown = 3 + SHOWN;
            return digits.length() <= shown ? REST : digits.substring(0, 3) + "****" + last(digits, SHOWN);
        }
    };

    private static final String REST = "***";
    private static final int SHOWN = 4;

    abstract String ofText(String text);

    /** What is shown of a value; of what is no text, nothing. */
    public String cover(Object value) {
        return value instanceof String text ? ofText(text) : REST;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Mask> of(String wire) {
        return Arrays.stream(values()).filter(mask -> mask.wire().equals(wire)).findFirst();
    }

    /** The masks that make sense for a field. */
    public static List<Mask> fitting(Field<?> field) {
        return field.type() instanceof TextualType ? List.of(values()) : List.of(ALL);
    }

    /** The mask of a field for which no role names one. */
    public static Mask usual(Field<?> field) {
        if (!(field.type() instanceof TextualType(TextualType.Form form, int _))) {
            return ALL;
        }
        return switch (form) {
            case PHONE -> PHONE;
            case EMAIL -> EMAIL;
            case TEXT -> field.traits().is(Trait.TITLE) ? NAME : ALL;
            case LONG_TEXT, RICH_TEXT, URL, AUTO_NUMBER -> ALL;
        };
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String first(String text) {
        return text.substring(0, text.offsetByCodePoints(0, 1));
    }

    private static String last(String text, int many) {
        return text.substring(text.offsetByCodePoints(text.length(), -many));
    }
}
