package hengke.capability.routing;

import hengke.capability.activity.FirstFollowUp;
import hengke.capability.activity.Followed;
import hengke.capability.owner.Owned;
import hengke.kernel.calendar.WorkingCalendar;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Operation;
import hengke.kernel.records.Rule;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The response clock: it starts when somebody becomes the owner, and stops at the first follow-up since. Both are
 * reckoned from what is there, so that a follow-up that is deleted again lets the clock run on.
 */
@Component
@Order(55)
final class ResponseRule implements Rule {
    /** What is made up to look at was not given to anybody today. */
    private static final String MADE_UP = "demo";

    private final LiveRoutings routings;
    private final ResponseDates dates;
    private final WorkingCalendar calendar;
    private final Clock clock;

    ResponseRule(LiveRoutings routings, ResponseDates dates, WorkingCalendar calendar, Clock clock) {
        this.routings = routings;
        this.dates = dates;
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Routed.class) && object.has(Owned.class);
    }

    @Override
    public void before(Batch batch) {
        if (batch.caller().through().equals(MADE_UP)) {
            return;
        }
        Map<Long, Edit> contacted = new LinkedHashMap<>();
        for (Edit edit : batch.open()) {
            boolean written = edit.action() == Action.CREATE || edit.action() == Action.UPDATE;
            if (written && edit.changes(Owned.OWNER)) {
                // what is taken back keeps the times of then
                if (batch.operation().kind() != Operation.Kind.UNDO) {
                    start(batch.object(), edit);
                }
            } else if (edit.action() == Action.UPDATE
                    && edit.changes(Followed.LAST_CONTACT_AT)
                    && edit.after().get(Routed.RESPONSE_SINCE) != null) {
                contacted.put(edit.after().id(), edit);
            }
        }
        if (!contacted.isEmpty()) {
            stop(batch, contacted);
        }
    }

    private void start(ObjectDefinition object, Edit edit) {
        boolean owned = edit.after().get(Owned.OWNER) != null;
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        edit.set(Routed.RESPONSE_SINCE, owned ? now : null);
        edit.set(Routed.RESPONSE_DUE_AT, owned ? dates.due(routings.of(object), now) : null);
        edit.set(Routed.RESPONDED_AT, null);
        edit.set(Routed.RESPONSE_MINUTES, null);
    }

    private void stop(Batch batch, Map<Long, Edit> contacted) {
        Map<Long, Instant> since = new LinkedHashMap<>();
        contacted.forEach((id, edit) -> since.put(id, edit.after().need(Routed.RESPONSE_SINCE)));
        Map<Long, Instant> first = FirstFollowUp.since(batch.database(), batch.object(), since);
        contacted.forEach((id, edit) -> {
            Instant at = first.get(id);
            Instant from = edit.after().need(Routed.RESPONSE_SINCE);
            edit.set(Routed.RESPONDED_AT, at);
            edit.set(
                    Routed.RESPONSE_MINUTES,
                    at == null ? null : calendar.time().between(from, at).toMinutes());
        });
    }
}
