package hengke.kernel.identity;

import java.time.Duration;

/**
 * What the company demands of passwords.
 *
 * @param length the least number of characters
 * @param classes how many of small letters, capitals, digits and others must occur
 * @param remembered how many of the last ones, the present one among them, may not come back; 0 when any may
 * @param lasts after how many days one must be replaced; 0 when never
 */
record PasswordPolicy(int length, int classes, int remembered, int lasts) {
    static final PasswordPolicy STANDARD = new PasswordPolicy(10, 1, 5, 0);

    boolean hasClasses(String password) {
        long present =
                password.codePoints().map(PasswordPolicy::classOf).distinct().count();
        return present >= classes;
    }

    boolean ends() {
        return lasts > 0;
    }

    Duration life() {
        return Duration.ofDays(lasts);
    }

    private static int classOf(int character) {
        if (Character.isLowerCase(character)) {
            return 0;
        }
        if (Character.isUpperCase(character)) {
            return 1;
        }
        return Character.isDigit(character) ? 2 : 3;
    }
}
