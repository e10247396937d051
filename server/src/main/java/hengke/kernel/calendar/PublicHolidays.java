package hengke.kernel.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import hengke.kernel.calendar.SpecialDay.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The public holidays of China and their make-up days, for the years whose notice was known when this was shipped. */
final class PublicHolidays {
    static final Map<LocalDate, SpecialDay> SHIPPED = read();

    private PublicHolidays() {}

    private static Map<LocalDate, SpecialDay> read() {
        Map<LocalDate, SpecialDay> days = new TreeMap<>();
        lines().filter(line -> !line.startsWith("#") && !line.isBlank()).forEach(line -> {
            List<String> parts = List.of(line.split(" ", 3));
            String[] range = parts.get(0).split("/", 2);
            LocalDate from = LocalDate.parse(range[0]);
            LocalDate last = range.length == 2 ? LocalDate.parse(range[1]) : from;
            Kind kind = Kind.of(parts.get(1)).orElseThrow();
            from.datesUntil(last.plusDays(1)).forEach(day -> days.put(day, new SpecialDay(day, kind, parts.get(2))));
        });
        return Map.copyOf(days);
    }

    private static java.util.stream.Stream<String> lines() {
        try (InputStream file =
                Objects.requireNonNull(PublicHolidays.class.getResourceAsStream("/calendar/china.txt"))) {
            return new String(file.readAllBytes(), UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
