package hengke.kernel.subscription;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.calendar.WorkingCalendar;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.identity.Profile;
import hengke.kernel.problem.Message;
import hengke.kernel.report.ReportShelf;
import hengke.kernel.report.ReportShelf.Found;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Opens the turns of subscriptions that are due, and ends those that have lost their report or whoever sends them. A turn,
 * its recipients and how far was looked are one transaction, so that nothing is opened twice.
 */
@Component
public final class LookWhatIsDue {
    private static final Logger log = LoggerFactory.getLogger(LookWhatIsDue.class);
    /** What is due just before midnight is not late just after it. */
    private static final Duration NOT_LATE = Duration.ofHours(1);

    private final Subscriptions subscriptions;
    private final ReportShelf shelf;
    private final LiveOrganisation organisation;
    private final Profile profile;
    private final WorkingCalendar calendar;
    private final DSLContext database;
    private final Clock clock;

    LookWhatIsDue(
            Subscriptions subscriptions,
            ReportShelf shelf,
            LiveOrganisation organisation,
            Profile profile,
            WorkingCalendar calendar,
            DSLContext database,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.shelf = shelf;
        this.organisation = organisation;
        this.profile = profile;
        this.calendar = calendar;
        this.database = database;
        this.clock = clock;
    }

    /** Looks at all of them now. */
    public void run() {
        for (Subscription each : subscriptions.active()) {
            try {
                look(each);
            } catch (RuntimeException broken) {
                // one that breaks keeps no other from being sent, and is looked at again
                log.warn("report subscription {}", each.id(), broken);
            }
        }
    }

    private void look(Subscription each) {
        Found found = null;
        Message end = left(each);
        if (end == null) {
            Actor owner = organisation.get().actor(each.owner());
            found = shelf.find(owner, each.kind(), each.report(), profile.language(each.owner()))
                    .orElse(null);
            end = found == null
                    ? Message.of("subscription.gone")
                    : maySend(owner, found, each) ? null : Message.of("subscription.notYours");
        }
        look(each, end, found == null ? each.name() : found.name());
    }

    private @Nullable Message left(Subscription each) {
        return organisation.get().person(each.owner()).filter(Person::active).isPresent()
                ? null
                : Message.of("subscription.ownerLeft");
    }

    private boolean maySend(Actor owner, Found found, Subscription each) {
        return each.forOneself() || found.kept() == null || shelf.keeps(owner, found.kept());
    }

    private void look(Subscription each, @Nullable Message end, String name) {
        ZoneId zone = organisation.get().company().timeZone();
        Instant now = clock.instant();
        Optional<Instant> due = each.rhythm().last(each.since(), now, calendar.time(), zone);
        if (end == null && due.isEmpty()) {
            return;
        }
        database.transaction(transaction -> {
            DSLContext within = transaction.dsl();
            if (!held(within, each)) {
                return;
            }
            if (end != null) {
                Subscriptions.end(within, each.id(), end);
                return;
            }
            open(within, each, due.orElseThrow(), now, zone);
            Subscriptions.looked(within, each.id(), name, now);
        });
    }

    /** Held meanwhile as it was read; not where another node has it or has looked, or somebody changed it. */
    private static boolean held(DSLContext within, Subscription each) {
        return within.fetch("""
                        select 1 from report_subscription
                        where id = ? and version = ? and state = 'ACTIVE' and looked_at = cast(? as timestamptz)
                        for no key update skip locked
                        """, each.id(), each.version(), each.since().toString())
                .isNotEmpty();
    }

    private void open(DSLContext within, Subscription each, Instant due, Instant now, ZoneId zone) {
        boolean late = !LocalDate.ofInstant(due, zone).equals(LocalDate.ofInstant(now, zone))
                && due.isBefore(now.minus(NOT_LATE));
        Set<Long> recipients = new TreeSet<>(organisation.get().among(each.audience()));
        Message skipped = late
                ? Message.of("subscription.missed")
                : recipients.isEmpty() ? Message.of("subscription.nobody") : null;
        Long turn = ReportTurns.open(within, each.id(), due, now, skipped);
        if (turn == null || skipped != null) {
            return;
        }
        Set<Long> unsubscribed = subscriptions.unsubscribed(each.id());
        for (long recipient : recipients) {
            ReportTurns.add(within, turn, recipient, now, nothing(recipient, unsubscribed));
        }
    }

    private @Nullable Message nothing(long recipient, Set<Long> unsubscribed) {
        if (unsubscribed.contains(recipient)) {
            return Message.of("subscription.unsubscribed");
        }
        return organisation.get().person(recipient).map(Person::email).isEmpty()
                ? Message.of("subscription.noAddress")
                : null;
    }
}
