package hengke.capability.appointment;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** A colleague is asked to an appointment once; when the answer came is noted. */
@Component
final class ParticipantRules implements Rule {
    private final Participant participant;
    private final Clock clock;

    ParticipantRules(Participant participant, Clock clock) {
        this.participant = participant;
        this.clock = clock;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(participant.name());
    }

    /** Who is asked to what. */
    private record Asked(long appointment, long user) {}

    @Override
    public void before(Batch batch) {
        List<Edit> open = batch.open().stream()
                .filter(edit -> edit.action() != Action.DELETE)
                .toList();
        open.stream().filter(edit -> edit.back() == null).forEach(this::note);
        List<Edit> asked = open.stream()
                .filter(edit -> edit.action() == Action.RESTORE
                        || edit.changes(participant.user)
                        || edit.changes(participant.appointment))
                .filter(edit -> edit.after().get(participant.user) != null
                        && edit.after().get(participant.appointment) != null)
                .toList();
        if (!asked.isEmpty()) {
            askOnce(batch, asked);
        }
    }

    private void note(Edit edit) {
        if (edit.action() == Action.UPDATE && edit.changes(participant.answer)) {
            boolean open = Participant.OPEN.equals(edit.after().get(participant.answer));
            edit.set(participant.answeredAt, open ? null : clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
    }

    /** Of two who ask the same colleague at once the second waits, and finds that it is done. */
    private void askOnce(Batch batch, List<Edit> asked) {
        Set<Long> appointments = asked.stream()
                .map(edit -> edit.after().need(participant.appointment))
                .collect(Collectors.toSet());
        String[] locks =
                appointments.stream().sorted().map(id -> "participants:" + id).toArray(String[]::new);
        batch.database()
                .fetch(
                        "select pg_advisory_xact_lock(hashtextextended(lock, 0)) from unnest({0}::text[]) lock",
                        DSL.val(locks));
        Set<Asked> there = new HashSet<>();
        Set<Long> changing = asked.stream()
                .filter(edit -> edit.action() == Action.UPDATE)
                .map(edit -> edit.before().id())
                .collect(Collectors.toSet());
        for (Row row : new Pages(batch.database())
                .page(Selection.of(batch.object(), Visibility.EVERYTHING)
                        .where(Criterion.in(participant.appointment, appointments))
                        .reading(List.of(participant.appointment, participant.user))
                        .limit(Selection.MOST))
                .rows()) {
            if (!changing.contains(row.id())) {
                there.add(new Asked(row.need(participant.appointment), row.need(participant.user)));
            }
        }
        for (Edit edit : asked) {
            if (!there.add(new Asked(
                    edit.after().need(participant.appointment), edit.after().need(participant.user)))) {
                edit.refuse(participant.user, Message.of("appointment.askedAlready"));
            }
        }
    }
}
