package hengke.web.forecast;

import hengke.capability.forecast.BackTests;
import hengke.capability.forecast.Forecasts;
import hengke.capability.goal.Pace;
import hengke.capability.goal.Span;
import hengke.capability.goal.Subject;
import hengke.capability.pipeline.Pipelined;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.calendar.WorkingCalendar;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.records.Reading;
import hengke.web.targets.AskedSpan;
import hengke.web.targets.TargetJson.SpanJson;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What everybody whom one sees will have won by the end of a period. */
@RestController
@RequestMapping("/api/forecasts")
final class ForecastController {
    private final Forecasts forecasts;
    private final BackTests backTests;
    private final Reading reading;
    private final LiveOrganisation organisation;
    private final WorkingCalendar calendar;
    private final Clock clock;

    ForecastController(
            Forecasts forecasts,
            BackTests backTests,
            Reading reading,
            LiveOrganisation organisation,
            WorkingCalendar calendar,
            Clock clock) {
        this.forecasts = forecasts;
        this.backTests = backTests;
        this.reading = reading;
        this.organisation = organisation;
        this.calendar = calendar;
        this.clock = clock;
    }

    @GetMapping("/{object}")
    ForecastJson forecast(
            Actor actor,
            Language language,
            @PathVariable("object") String name,
            @RequestParam(name = "span", defaultValue = "quarter") String unit,
            @RequestParam(name = "on", required = false) @Nullable String day) {
        Organisation now = organisation.get();
        LocalDate today = LocalDate.ofInstant(clock.instant(), now.company().timeZone());
        Span span = AskedSpan.of(now, unit, day, today);
        ObjectDefinition object = pipelined(actor, name);
        return ForecastJson.of(
                actor,
                now,
                object.name(),
                forecasts.of(actor, object, span),
                SpanJson.of(span, Pace.of(span, today, calendar.time()::works)),
                language);
    }

    /** How true forecasts of past periods came: of one person or department, or of all whom one sees. */
    @GetMapping("/{object}/backtest")
    BackTestJson backTest(
            Actor actor,
            Language language,
            @PathVariable("object") String name,
            @RequestParam(name = "span", defaultValue = "quarter") String unit,
            @RequestParam(name = "department", required = false) @Nullable Long department,
            @RequestParam(name = "person", required = false) @Nullable Long person) {
        Span.Unit asked = Span.Unit.of(unit).orElseThrow(() -> Refusal.Invalid.at("span", Message.of("target.period")));
        Optional<Subject> subject = Optional.ofNullable(person)
                .map(Subject::person)
                .or(() -> Optional.ofNullable(department).map(Subject::department));
        return BackTestJson.of(
                backTests.of(actor, pipelined(actor, name), asked, subject),
                asked,
                organisation.get().company(),
                language);
    }

    private ObjectDefinition pipelined(Actor actor, String name) {
        ObjectDefinition object = reading.object(actor, name);
        if (!object.has(Pipelined.class)) {
            throw new Refusal.NotFound();
        }
        return object;
    }
}
