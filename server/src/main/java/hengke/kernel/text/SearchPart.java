package hengke.kernel.text;

import java.util.regex.Pattern;

/** A value of a record by which it is found; its kind says in which ways people type it. */
public record SearchPart(Kind kind, String text) {

    /** The ways of typing. */
    public enum Kind {
        /** The name of an organisation, a product, a deal: also by pinyin. */
        NAME,
        /** The name of a person: also by pinyin, surname first. */
        PERSON,
        /** Any other text. */
        TEXT,
        /** A phone number: by any four or more of its digits in a row. */
        PHONE,
        /** An e-mail address. */
        EMAIL
    }

    /** What comes behind is not searched. */
    public static final int LONGEST_NAME = 300;

    private static final int LONGEST_TEXT = 1_000;
    private static final Pattern COUNTRY_CODE = Pattern.compile("(?:00)?86(?=1[3-9]\\d{9}$)");

    public static SearchPart name(String text) {
        return new SearchPart(Kind.NAME, text);
    }

    public static SearchPart person(String text) {
        return new SearchPart(Kind.PERSON, text);
    }

    public static SearchPart text(String text) {
        return new SearchPart(Kind.TEXT, text);
    }

    public static SearchPart phone(String text) {
        return new SearchPart(Kind.PHONE, text);
    }

    public static SearchPart email(String text) {
        return new SearchPart(Kind.EMAIL, text);
    }

    String folded() {
        int longest = kind == Kind.TEXT ? LONGEST_TEXT : LONGEST_NAME;
        String start = text.length() <= longest ? text : text.substring(0, longest);
        return Folding.fold(start);
    }

    boolean isName() {
        return kind == Kind.NAME || kind == Kind.PERSON;
    }

    Pinyin pinyin(String folded) {
        return kind == Kind.PERSON ? Pinyin.ofPerson(folded) : Pinyin.of(folded);
    }

    /** A mobile number is the same with and without the country code. */
    static String withoutCountryCode(String compact) {
        return COUNTRY_CODE.matcher(compact).replaceFirst("");
    }
}
