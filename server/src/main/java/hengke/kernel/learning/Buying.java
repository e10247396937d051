package hengke.kernel.learning;

/**
 * How somebody has bought so far. Time is in weeks from the first purchase on.
 *
 * @param repeats on how many further days after the first
 * @param last when the last of them was; 0 without any
 * @param age how long ago the first purchase was
 * @param mean what a further purchase came to on average; 0 without any
 */
public record Buying(long repeats, double last, double age, double mean) {

    public Buying {
        boolean possible = repeats >= 0 && last >= 0 && last <= age && (repeats > 0 || last == 0);
        if (!possible) {
            throw new IllegalArgumentException("nobody buys so: " + repeats + " " + last + " " + age);
        }
    }
}
