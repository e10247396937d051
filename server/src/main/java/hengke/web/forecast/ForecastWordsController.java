package hengke.web.forecast;

import hengke.capability.forecast.ForecastSubmissions;
import hengke.capability.forecast.ForecastSubmissions.Word;
import hengke.capability.forecast.Forecasts;
import hengke.capability.goal.Sight;
import hengke.capability.goal.Span;
import hengke.capability.goal.Subject;
import hengke.capability.pipeline.Pipelined;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.Body;
import hengke.web.forecast.ForecastJson.SaidJson;
import hengke.web.records.Reading;
import hengke.web.targets.AskedSpan;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What people say they will have won by the end of a period, and what those above them say instead. */
@RestController
@RequestMapping("/api/forecasts/{object}/submissions")
final class ForecastWordsController {
    static final DecimalType AMOUNT =
            new DecimalType(DecimalType.Form.DECIMAL, 2, BigDecimal.ZERO, new BigDecimal("1e15"));
    static final int LONGEST_NOTE = 1_000;
    private static final TextualType NOTE = new TextualType(TextualType.Form.LONG_TEXT, LONGEST_NOTE);
    private static final TextualType SHORT = new TextualType(TextualType.Form.TEXT, 20);
    private static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);
    private static final IntegerType TURN = new IntegerType(0, Long.MAX_VALUE - 1);

    private final Forecasts forecasts;
    private final ForecastSubmissions submissions;
    private final Reading reading;
    private final Access access;
    private final LiveOrganisation organisation;
    private final Clock clock;

    ForecastWordsController(
            Forecasts forecasts,
            ForecastSubmissions submissions,
            Reading reading,
            Access access,
            LiveOrganisation organisation,
            Clock clock) {
        this.forecasts = forecasts;
        this.submissions = submissions;
        this.reading = reading;
        this.access = access;
        this.organisation = organisation;
        this.clock = clock;
    }

    @GetMapping
    Map<String, List<HistoryJson>> history(
            Actor actor,
            @PathVariable("object") String name,
            @RequestParam("person") long person,
            @RequestParam(name = "span", defaultValue = "quarter") String unit,
            @RequestParam(name = "on", required = false) @Nullable String day) {
        Organisation now = organisation.get();
        ObjectDefinition object = pipelined(actor, name);
        if (!sees(actor, object, person)) {
            throw new Refusal.NotFound();
        }
        return Map.of(
                "items",
                submissions.history(object, span(now, unit, day), person).stream()
                        .map(each -> new HistoryJson(each.adjusts(), SaidJson.of(each, now)))
                        .toList());
    }

    /** One word of the history. */
    record HistoryJson(boolean adjusts, SaidJson said) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SaidJson say(Actor actor, @PathVariable("object") String name, @RequestBody ObjectNode json) {
        Organisation now = organisation.get();
        ObjectDefinition object = pipelined(actor, name);
        Body body = new Body(json);
        long person = body.required("person", ID).orElse(0L);
        String unit = body.required("span", SHORT).orElse("");
        String day = body.required("on", SHORT).orElse("");
        long seen = body.required("turn", TURN).orElse(0L);
        Optional<BigDecimal> committed = body.optional("commit", AMOUNT);
        Optional<BigDecimal> best = body.optional("best", AMOUNT);
        Optional<String> note = body.optional("note", NOTE);
        if (committed.isPresent() != best.isPresent()) {
            body.refuse(committed.isPresent() ? "best" : "commit", Message.of("forecast.both"));
        } else if (committed.isPresent() && best.get().compareTo(committed.get()) < 0) {
            body.refuse("best", Message.of("forecast.order"));
        } else if (committed.isEmpty() && seen == 0) {
            body.refuse("commit", Message.of("forecast.nothing"));
        }
        if (!sees(actor, object, person)) {
            body.refuse("person", Message.of("target.unseen"));
        }
        body.done();
        Word word = new Word(person, committed.orElse(null), best.orElse(null), note.orElse(null), seen);
        return SaidJson.of(submissions.say(actor, object, span(now, unit, day), word), now);
    }

    /** As targets are seen; nobody says anything by a measure he may not know. */
    private boolean sees(Actor actor, ObjectDefinition object, long person) {
        return Sight.of(access, organisation.get(), actor, forecasts.won(actor, object))
                .sees(Subject.person(person));
    }

    private Span span(Organisation now, String unit, @Nullable String day) {
        return AskedSpan.of(
                now,
                unit,
                day,
                LocalDate.ofInstant(clock.instant(), now.company().timeZone()));
    }

    private ObjectDefinition pipelined(Actor actor, String name) {
        ObjectDefinition object = reading.object(actor, name);
        if (!object.has(Pipelined.class)) {
            throw new Refusal.NotFound();
        }
        return object;
    }
}
