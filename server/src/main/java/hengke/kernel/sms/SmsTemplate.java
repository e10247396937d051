package hengke.kernel.sms;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A template for notices that the provider has approved.
 *
 * @param name what people call it
 * @param template what the provider knows it by
 * @param text as it was approved: 阿里云 writes its gaps <code>${name}</code>, 腾讯云 <code>{1}</code>
 */
public record SmsTemplate(long id, String name, String template, String text, long version) {
    /** More in one gap is refused by the providers. */
    static final int LONGEST_VALUE = 35;

    private static final Pattern GAP = Pattern.compile("\\$\\{([a-zA-Z][a-zA-Z0-9_]{0,29})}|\\{([1-9][0-9]?)}");

    /** Its gaps, in the order in which providers count them. */
    public List<String> gaps() {
        List<String> written =
                GAP.matcher(text).results().map(SmsTemplate::name).distinct().toList();
        return written.stream().allMatch(SmsTemplate::numbered)
                ? written.stream()
                        .sorted(Comparator.comparingInt(Integer::parseInt))
                        .toList()
                : written;
    }

    /** Are its gaps of one kind, and where they are numbers, without any left out? */
    boolean sound() {
        List<String> gaps = gaps();
        return gaps.stream().noneMatch(SmsTemplate::numbered)
                || gaps.equals(IntStream.rangeClosed(1, gaps.size())
                        .mapToObj(String::valueOf)
                        .toList());
    }

    /** With what stands in each gap; empty where one of them would stay empty. What is too long is cut. */
    public Optional<Sms.Filled> filled(UnaryOperator<String> value) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String gap : gaps()) {
            String line = value.apply(gap).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            values.put(gap, line.length() > LONGEST_VALUE ? line.substring(0, LONGEST_VALUE - 1) + "…" : line);
        }
        String wording =
                GAP.matcher(text).replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(name(found), "")));
        return Optional.of(new Sms.Filled(template, values, wording));
    }

    private static String name(MatchResult found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static boolean numbered(String gap) {
        return Character.isDigit(gap.charAt(0));
    }
}
