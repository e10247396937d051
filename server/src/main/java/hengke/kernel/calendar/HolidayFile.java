package hengke.kernel.calendar;

import hengke.kernel.calendar.SpecialDay.Kind;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A list of holidays and make-up days as it is passed around: JSON with {@code date}, {@code name} and {@code isOffDay},
 * or the same three as columns of a text file.
 */
public final class HolidayFile {
    private static final int MOST_DAYS = 2_000;

    private HolidayFile() {}

    /** The days in the file, or a refusal that names the first line that is not understood. */
    public static List<SpecialDay> read(String text) {
        String content = text.strip().replaceFirst("^\uFEFF", "");
        List<SpecialDay> days = content.startsWith("{") || content.startsWith("[") ? json(content) : lines(content);
        if (days.isEmpty() || days.size() > MOST_DAYS) {
            throw Refusal.Invalid.at("file", Message.of("calendar.noDays"));
        }
        return days;
    }

    private static List<SpecialDay> json(String content) {
        List<SpecialDay> days = new ArrayList<>();
        try {
            JsonNode root = JsonMapper.shared().readTree(content);
            for (JsonNode day : root.isArray() ? root : root.path("days")) {
                days.add(day(
                        days.size() + 1,
                        day.path("date").asString(""),
                        day.path("name").asString(""),
                        day.path("isOffDay").asString("")));
            }
        } catch (JacksonException e) {
            throw Refusal.Invalid.at("file", Message.of("calendar.notJson"));
        }
        return days;
    }

    private static List<SpecialDay> lines(String content) {
        List<SpecialDay> days = new ArrayList<>();
        List<String> lines = content.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String[] parts = lines.get(i).strip().split("\\s*[,，;\\t]\\s*");
            boolean title = i == 0 && !parts[0].matches("\\d.*");
            if (!title && !lines.get(i).isBlank()) {
                days.add(parts.length == 3 ? day(i + 1, parts[0], parts[1], parts[2]) : day(i + 1, "", "", ""));
            }
        }
        return days;
    }

    private static SpecialDay day(int line, String date, String name, String off) {
        Optional<Kind> kind = switch (off.toLowerCase(java.util.Locale.ROOT)) {
            case "true", "1", "休", "off" -> Optional.of(Kind.OFF);
            case "false", "0", "班", "work" -> Optional.of(Kind.WORK);
            default -> Optional.empty();
        };
        try {
            return new SpecialDay(
                    LocalDate.parse(date.replace('/', '-')),
                    kind.orElseThrow(() -> new DateTimeException(off)),
                    name.length() > 50 ? name.substring(0, 50) : name);
        } catch (DateTimeException e) {
            throw Refusal.Invalid.at("file", Message.of("calendar.line", line));
        }
    }
}
