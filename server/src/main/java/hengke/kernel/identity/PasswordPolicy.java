package hengke.kernel.identity;

/**
 * What the company demands of passwords.
 *
 * @param length the least number of characters
 * @param classes how many of small letters, capitals, digits and others must occur
 */
record PasswordPolicy(int length, int classes) {
    static final PasswordPolicy STANDARD = new PasswordPolicy(10, 1);

    boolean hasClasses(String password) {
        long present =
                password.codePoints().map(PasswordPolicy::classOf).distinct().count();
        return present >= classes;
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
