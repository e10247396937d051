package hengke.kernel.learning;

/**
 * One thing that is known of a case, and how it is read.
 *
 * @param name of the field, or of what was counted
 */
public record Column(String name, Kind kind) {
    /** How values are read. */
    public enum Kind {
        /** Words: each that is frequent enough counts for itself. */
        CHOICE,
        /** A number as it is. */
        NUMBER,
        /** An amount or count, of which the ratio may matter as well: also its logarithm. */
        AMOUNT
    }

    public static Column choice(String name) {
        return new Column(name, Kind.CHOICE);
    }

    public static Column number(String name) {
        return new Column(name, Kind.NUMBER);
    }

    public static Column amount(String name) {
        return new Column(name, Kind.AMOUNT);
    }
}
