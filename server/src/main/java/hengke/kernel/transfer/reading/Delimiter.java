package hengke.kernel.transfer.reading;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What separates the values of a text file.
 *
 * @param declared whether the first line is Excel's {@code sep=;} and no row
 */
record Delimiter(char character, boolean declared) {
    private static final String CANDIDATES = ",\t;|";
    private static final int SAMPLE = 1 << 16;
    private static final int SAMPLE_LINES = 50;
    private static final double MOST_CONTROLS = 0.02;

    static Delimiter of(Reader reader) throws IOException {
        char[] buffer = new char[SAMPLE];
        int length = 0;
        for (int read = 0; read >= 0 && length < SAMPLE; read = reader.read(buffer, length, SAMPLE - length)) {
            length += read;
        }
        String start = new String(buffer, 0, length);
        refuseBinary(start);
        if (start.matches("(?is)sep=.\\R.*")) {
            return new Delimiter(start.charAt(4), true);
        }
        char best = CANDIDATES
                .chars()
                .mapToObj(candidate -> (char) candidate)
                .max(Comparator.comparingDouble(candidate -> regularity(start, candidate)))
                .orElseThrow();
        return new Delimiter(best, false);
    }

    /** How many separators most lines have, counted only where most lines agree. Earlier candidates win a tie. */
    private static double regularity(String start, char candidate) {
        List<Integer> counts = counts(start, candidate);
        int most = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
        long agreeing = counts.stream().filter(count -> count == most).count();
        return most == 0 ? -CANDIDATES.indexOf(candidate) : most * (double) agreeing / counts.size();
    }

    private static List<Integer> counts(String start, char candidate) {
        List<Integer> counts = new ArrayList<>();
        boolean quoted = false;
        int count = 0;
        int length = 0;
        for (int i = 0; i < start.length() && counts.size() < SAMPLE_LINES; i++) {
            char character = start.charAt(i);
            quoted ^= character == '"';
            if (!quoted && (character == '\n' || character == '\r')) {
                if (length > 0) {
                    counts.add(count);
                }
                count = 0;
                length = 0;
            } else {
                count += !quoted && character == candidate ? 1 : 0;
                length++;
            }
        }
        if (length > 0 && counts.size() < SAMPLE_LINES) {
            counts.add(count);
        }
        return counts;
    }

    private static void refuseBinary(String start) {
        long controls = IntStream.range(0, start.length())
                .map(start::charAt)
                .filter(character -> character < ' ' && "\t\n\r\f".indexOf(character) < 0)
                .count();
        if (controls > start.length() * MOST_CONTROLS) {
            throw new Refusal.UnsupportedType(Message.of("sheet.notASheet"));
        }
    }
}
