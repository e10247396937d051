package hengke.kernel.text.value;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** 统一社会信用代码, the 18 characters that identify an organisation (GB 32100-2015), with its check character. */
public final class CreditCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;

    private CreditCode() {}

    public static Reading<String> read(String text) {
        return CellText.read(text, plain -> {
            String code = plain.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
            if (code.length() == 15 && code.chars().allMatch(Character::isDigit)) {
                return Reading.refused("reading.creditCode.old", code);
            }
            if (code.length() != LENGTH) {
                return Reading.refused("reading.creditCode.length", code.length());
            }
            for (int i = 0; i < LENGTH; i++) {
                if (ALPHABET.indexOf(code.charAt(i)) < 0) {
                    return Reading.refused("reading.creditCode.character", code.substring(i, i + 1), i + 1);
                }
            }
            return code.charAt(LENGTH - 1) == check(code)
                    ? Reading.of(code)
                    : Reading.refused("reading.creditCode.check", code);
        });
    }

    /** Has the text the form of a code, whether or not its check character is right? */
    public static boolean looksLikeOne(String text) {
        return text.length() == LENGTH && text.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0);
    }

    /** The province or city whose office gave the code; null when it is none of today's. */
    public static @Nullable String place(String code) {
        String city = code.substring(2, 6);
        return Regions.find(city).isPresent()
                ? city
                : Regions.find(city.substring(0, 2)).map(Region::code).orElse(null);
    }

    /** One character apart, as a slip of the pen is: most often the last, which only checks the others. */
    public static boolean nearly(String one, String other) {
        int apart = 0;
        for (int i = 0; i < LENGTH; i++) {
            apart += one.charAt(i) == other.charAt(i) ? 0 : 1;
        }
        return apart == 1;
    }

    /** Weights are the powers of 3 modulo 31. */
    private static char check(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
