package hengke.kernel.settings;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Numbers of days as people write them in a setting: {@code 90,60,30,7}. */
public final class DayList {
    private static final Pattern BETWEEN = Pattern.compile("[,，、\\s]+");
    private static final int MOST = 3_650;

    private DayList() {}

    /** From the fewest to the most; what is no number of days is passed over. */
    public static List<Integer> of(String text) {
        return Stream.of(BETWEEN.split(text.strip()))
                .filter(part -> part.matches("\\d{1,4}"))
                .map(Integer::valueOf)
                .filter(days -> days <= MOST)
                .distinct()
                .sorted()
                .toList();
    }
}
