package hengke.web.calendar;

import hengke.capability.appointment.Answers;
import hengke.capability.appointment.Appointment;
import hengke.capability.appointment.Participant;
import hengke.capability.appointment.Series;
import hengke.capability.appointment.Visits;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.LocationType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.kernel.records.DraftReader;
import hengke.kernel.records.Operation;
import hengke.web.Body;
import hengke.web.records.OperationJson;
import hengke.web.records.Reading;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What is done with single occurrences: changed, cancelled, answered, come to pass. */
@RestController
@RequestMapping("/api/calendar/events/{id}")
final class OccurrencesController {
    private static final IntegerType VERSION = new IntegerType(1, Long.MAX_VALUE);
    private static final ChoiceType REACH =
            new ChoiceType(List.of(Option.of("this", "", ""), Option.of("following", "", "")));
    private static final TextualType RESULT = new TextualType(TextualType.Form.LONG_TEXT, 10_000);

    private final Series series;
    private final Visits visits;
    private final Answers answers;
    private final Participant participant;
    private final DraftReader drafts;
    private final Reading reading;

    OccurrencesController(
            Series series,
            Visits visits,
            Answers answers,
            Participant participant,
            DraftReader drafts,
            Reading reading) {
        this.series = series;
        this.visits = visits;
        this.answers = answers;
        this.participant = participant;
        this.drafts = drafts;
        this.reading = reading;
    }

    /** @param id of the appointment that stands for the occurrence from now on */
    record ChangedJson(long id) {}

    @PostMapping("/occurrences/{day}")
    ResponseEntity<ChangedJson> change(
            Caller caller,
            @PathVariable("id") long id,
            @PathVariable("day") LocalDate day,
            @RequestBody ObjectNode asked) {
        ObjectDefinition object = reading.object(caller.actor(), Appointment.NAME);
        boolean cancels = asked.path("cancel").asBoolean(false);
        ObjectNode head = asked.deepCopy();
        head.remove("cancel");
        head.remove("values");
        Body body = new Body(head);
        Long version = body.optional("version", VERSION).orElse(null);
        boolean following =
                body.required("reach", REACH).filter("following"::equals).isPresent();
        body.done();
        if (!cancels && !(asked.get("values") instanceof ObjectNode)) {
            throw Refusal.Invalid.at("values", Message.of("records.required"));
        }
        Series.Changed changed = series.change(
                caller,
                id,
                new Series.Change(
                        version,
                        day,
                        following ? Series.Reach.FOLLOWING : Series.Reach.THIS,
                        cancels ? null : drafts.values(caller.actor(), object, (ObjectNode) asked.get("values"))));
        return ResponseEntity.ok()
                .header(OperationJson.HEADER, Long.toString(changed.operation().id()))
                .body(new ChangedJson(changed.appointment()));
    }

    @PutMapping("/answer")
    ResponseEntity<Void> answer(Caller caller, @PathVariable("id") long id, @RequestBody ObjectNode asked) {
        reading.object(caller.actor(), Appointment.NAME);
        Body body = new Body(asked);
        String answer = body.required("answer", participant.answer.type()).orElse("");
        body.done();
        return done(answers.give(caller, id, answer));
    }

    @PostMapping("/visited")
    ResponseEntity<Void> visited(Caller caller, @PathVariable("id") long id, @RequestBody ObjectNode asked) {
        reading.object(caller.actor(), Appointment.NAME);
        Body body = new Body(asked);
        Visits.Outcome outcome = new Visits.Outcome(
                body.optional("version", VERSION).orElse(null),
                body.optional("day", new DateType()).orElse(null),
                body.required("result", RESULT).orElse(""),
                body.optional("place", new LocationType()).orElse(null),
                body.optional("next", new DateTimeType()).orElse(null));
        body.done();
        return done(visits.made(caller, id, outcome));
    }

    private static ResponseEntity<Void> done(Operation operation) {
        return ResponseEntity.noContent()
                .header(OperationJson.HEADER, Long.toString(operation.id()))
                .build();
    }
}
