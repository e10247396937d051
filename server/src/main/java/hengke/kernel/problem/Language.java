package hengke.kernel.problem;

import java.util.Locale;

/** A language the product speaks; Chinese is the default. */
public enum Language {
    CHINESE("zh-CN"),
    ENGLISH("en-US");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The IETF tag, e.g. {@code zh-CN}. */
    public String tag() {
        return tag;
    }

    /** The language for a tag or an Accept-Language header; Chinese for everything that is not English. */
    public static Language of(String tag) {
        return tag.strip().toLowerCase(Locale.ROOT).startsWith("en") ? ENGLISH : CHINESE;
    }
}
