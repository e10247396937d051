package hengke.web.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.calendar.HolidayFile;
import hengke.kernel.calendar.SpecialDay;
import hengke.kernel.calendar.WorkingCalendar;
import hengke.kernel.calendar.WorkingTime;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.settings.Settings;
import hengke.web.Body;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.node.ObjectNode;

/** The days of work: for everybody to see, for administrators to change. */
@RestController
@RequestMapping("/api/settings/calendar")
final class CalendarController {
    static final long MOST_MINUTES = 1_000_000;

    private static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 50);
    private static final TextualType KIND = new TextualType(TextualType.Form.TEXT, 10);
    private static final DateType DATE = new DateType();
    private static final long LARGEST_FILE = 1 << 20;
    private static final int MOST_DAYS = 400;

    private final WorkingCalendar calendar;
    private final Settings settings;
    private final Access access;
    private final Clock clock;

    CalendarController(WorkingCalendar calendar, Settings settings, Access access, Clock clock) {
        this.calendar = calendar;
        this.settings = settings;
        this.access = access;
        this.clock = clock;
    }

    record Shown(long version, int year, Collection<Integer> years, List<Day> days, List<LocalDate> off) {}

    record Day(LocalDate date, String kind, String name, boolean shipped) {}

    @GetMapping
    Shown year(Actor actor, @RequestParam(name = "year", required = false) @Nullable Integer asked) {
        int year = asked == null ? Year.now(clock).getValue() : Math.clamp(asked, 2000, 2100);
        long version = settings.values().version();
        WorkingTime time = calendar.time();
        return new Shown(
                version,
                year,
                calendar.years(),
                calendar.days(year).stream()
                        .map(day -> new Day(day.date(), day.kind().wire(), day.name(), calendar.shipped(day)))
                        .toList(),
                LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .filter(day -> !time.works(day))
                        .toList());
    }

    @PatchMapping
    Shown decide(Actor actor, @RequestBody ObjectNode json) {
        access.requireAdministrator(actor);
        Body body = new Body(json);
        long version = body.required("version", SettingsJson.VERSION).orElse(0L);
        List<SpecialDay> days = new ArrayList<>();
        for (Body each : body.each("days")) {
            LocalDate date = each.required("date", DATE).orElse(LocalDate.EPOCH);
            SpecialDay.Kind kind =
                    each.required("kind", KIND).flatMap(SpecialDay.Kind::of).orElse(null);
            String name = each.optional("name", NAME).orElse("");
            each.refuseUnasked();
            if (kind == null) {
                each.refuse("kind", Message.of("calendar.kind"));
            } else {
                days.add(new SpecialDay(date, kind, name));
            }
        }
        body.done();
        if (days.isEmpty() || days.size() > MOST_DAYS) {
            throw Refusal.Invalid.at("days", Message.of("calendar.noDays"));
        }
        calendar.decide(actor.user(), version, days);
        return year(actor, days.getFirst().date().getYear());
    }

    @PostMapping("/import")
    Map<String, Collection<Integer>> bring(Actor actor, @RequestParam("file") MultipartFile file) throws IOException {
        access.requireAdministrator(actor);
        if (file.getSize() > LARGEST_FILE) {
            throw new Refusal.TooLarge(Message.of("problem.tooLarge"));
        }
        List<SpecialDay> days = HolidayFile.read(new String(file.getBytes(), UTF_8));
        return Map.of("years", calendar.bring(actor.user(), days));
    }

    /** For trying the calendar out, and for clients that promise something in working time. */
    @GetMapping("/deadline")
    Map<String, Instant> deadline(
            Actor actor, @RequestParam("from") String from, @RequestParam("minutes") long minutes) {
        if (minutes < 0 || minutes > MOST_MINUTES) {
            throw Refusal.Invalid.at("minutes", Message.of("value.between", 0, MOST_MINUTES));
        }
        try {
            return Map.of("at", calendar.time().add(Instant.parse(from), Duration.ofMinutes(minutes)));
        } catch (DateTimeParseException e) {
            throw Refusal.Invalid.at("from", Message.of("value.dateTime"));
        }
    }
}
