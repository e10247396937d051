package hengke.capability.signing;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Of a record that is deleted nobody signs the paper any more. */
@Component
final class EndWithRecord implements Rule {
    private final Ending ending;
    private final SigningLog log;

    EndWithRecord(Ending ending, SigningLog log) {
        this.ending = ending;
        this.log = log;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Signed.class);
    }

    @Override
    public void after(Batch batch) {
        Long[] gone = batch.open().stream()
                .filter(edit -> edit.action() == Action.DELETE)
                .map(Edit::before)
                .map(row -> row.id())
                .toArray(Long[]::new);
        if (gone.length == 0) {
            return;
        }
        batch.database()
                .fetch("""
                        select id from signing_envelope
                        where object = ? and record_id = any(?) and state in ('out', 'partly') order by id
                        """, batch.object().name(), gone)
                .map(row -> row.get("id", Long.class))
                .forEach(id -> Envelopes.hold(batch.database(), id)
                        .filter(envelope -> envelope.state().underWay())
                        .ifPresent(envelope -> end(batch, envelope)));
    }

    private void end(Batch batch, Envelope envelope) {
        String why = Message.of("signing.recordDeleted").in(Language.of(envelope.language()));
        log.note(
                batch.database(),
                envelope.id(),
                null,
                batch.caller().actor().user(),
                "voided",
                Map.of("reason", why, "deleted", true),
                SigningLog.Origin.NONE);
        ending.of(batch.database(), envelope, Envelope.State.VOIDED, "", why);
    }
}
