package hengke.kernel.query;

/** A name from outside as it may be repeated in a message. */
final class Quoted {
    private static final int SHOWN = 60;

    private Quoted() {}

    static String name(String asked) {
        String printable = asked.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
        return printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "…";
    }
}
