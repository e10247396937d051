package hengke.automation;

import hengke.capability.flow.Way;
import hengke.kernel.access.Access;
import hengke.kernel.calendar.WorkingCalendar;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Criterion;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What each kind of step does with the runs that stand at it. */
@Component
final class TakeSteps {
    /** What waits for something looks again so often, though nobody has touched the record. */
    private static final Duration LOOKS = Duration.ofHours(1);

    private final Access access;
    private final WritingSteps writing;
    private final TellingSteps telling;
    private final MailingSteps mailing;
    private final TextingSteps texting;
    private final SubmittingSteps submitting;
    private final CallingSteps calling;
    private final WorkingCalendar calendar;
    private final LiveOrganisation organisation;

    TakeSteps(
            Access access,
            WritingSteps writing,
            TellingSteps telling,
            MailingSteps mailing,
            TextingSteps texting,
            SubmittingSteps submitting,
            CallingSteps calling,
            WorkingCalendar calendar,
            LiveOrganisation organisation) {
        this.access = access;
        this.writing = writing;
        this.telling = telling;
        this.mailing = mailing;
        this.texting = texting;
        this.submitting = submitting;
        this.calling = calling;
        this.calendar = calendar;
        this.organisation = organisation;
    }

    void take(Turn turn, Step step) {
        switch (step) {
            case Step.Change change -> writing.change(turn, change);
            case Step.Create create -> writing.create(turn, create);
            case Step.Task task -> writing.task(turn, task);
            case Step.Run run -> writing.command(turn, run);
            case Step.Tell tell -> telling.tell(turn, tell);
            case Step.Mail mail -> mailing.mail(turn, mail);
            case Step.Sms sms -> texting.sms(turn, sms);
            case Step.Submit submit -> submitting.submit(turn, submit);
            case Step.Webhook webhook -> calling.webhook(turn, webhook);
            case Step.Choice choice -> choose(turn, choice);
            case Step.Wait wait -> wait(turn, wait);
            case Step.WaitForDay day -> waitForDay(turn, day);
            case Step.Until until -> until(turn, until);
            case Step.Stop _ ->
                turn.runs().forEach(at -> turn.outcome(at.run(), new Outcome.Ends(Outcome.Reason.STOP)));
        }
    }

    private void choose(Turn turn, Step.Choice choice) {
        Set<Long> left = new LinkedHashSet<>(turn.records());
        List<Way<Step>> ways = choice.ways();
        for (int way = 0; way < ways.size() && !left.isEmpty(); way++) {
            Set<Long> these = holding(turn, ways.get(way).condition(), left);
            for (Turn.At at : turn.runs()) {
                if (these.contains(at.run().record())) {
                    turn.outcome(at.run(), new Outcome.Goes(way));
                }
            }
            left.removeAll(these);
        }
    }

    /** Those of the records of which a filter holds, as whoever the automation acts as asks it. */
    private Set<Long> holding(Turn turn, @Nullable JsonNode filter, Set<Long> records) {
        if (filter == null) {
            return Set.copyOf(records);
        }
        Criterion criterion = access.resolve(turn.actor(), turn.object(), filter);
        return Access.satisfying(turn.database(), turn.object(), criterion, records);
    }

    private void wait(Turn turn, Step.Wait wait) {
        for (Turn.At at : turn.runs()) {
            Instant deadline = at.run().deadline();
            if (deadline == null) {
                Instant until = after(wait.span(), turn.now());
                turn.outcome(at.run(), new Outcome.Stays(until, until, false));
            }
        }
    }

    private Instant after(Span span, Instant from) {
        return span.after(from, calendar.time(), zone());
    }

    private ZoneId zone() {
        return organisation.get().company().timeZone();
    }

    private void waitForDay(Turn turn, Step.WaitForDay wait) {
        Field<?> field = turn.object()
                .field(wait.field())
                .orElseThrow(() ->
                        new hengke.kernel.problem.Refusal.Unreadable(Message.of("automation.noField", wait.field())));
        for (Turn.At at : turn.runs()) {
            Instant due = Days.due(at.row().get(field), wait.days(), wait.at(), zone());
            if (due == null) {
                turn.outcome(at.run(), new Outcome.Done(null, Message.of("automation.noDay", field.label())));
            } else if (due.isAfter(turn.now())) {
                turn.outcome(at.run(), new Outcome.Stays(due, due, false));
            }
        }
    }

    private void until(Turn turn, Step.Until until) {
        Set<Long> holding = holding(turn, until.condition(), Set.copyOf(turn.records()));
        for (Turn.At at : turn.runs()) {
            Instant deadline =
                    Objects.requireNonNullElseGet(at.run().deadline(), () -> after(until.atMost(), turn.now()));
            if (holding.contains(at.run().record())) {
                turn.outcome(at.run(), new Outcome.Goes(0));
            } else if (!deadline.isAfter(turn.now())) {
                turn.outcome(at.run(), new Outcome.Goes(1));
            } else {
                Instant next = turn.now().plus(LOOKS);
                turn.outcome(at.run(), new Outcome.Stays(next.isBefore(deadline) ? next : deadline, deadline, true));
            }
        }
    }
}
