package hengke.web.reports;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.calendar.Rhythm;
import hengke.kernel.calendar.WorkingCalendar;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Language;
import hengke.kernel.subscription.ReportTurns;
import hengke.kernel.subscription.ReportTurns.Result;
import hengke.kernel.subscription.ReportTurns.Turn;
import hengke.kernel.subscription.Subscription;
import hengke.kernel.subscription.Subscriptions;
import hengke.web.AudienceJson;
import hengke.web.Labelled;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Subscriptions as they are shown. */
@Component
final class SubscriptionJson {
    private final LiveOrganisation organisation;
    private final Subscriptions subscriptions;
    private final ReportTurns turns;
    private final WorkingCalendar calendar;
    private final Access access;
    private final Clock clock;

    SubscriptionJson(
            LiveOrganisation organisation,
            Subscriptions subscriptions,
            ReportTurns turns,
            WorkingCalendar calendar,
            Access access,
            Clock clock) {
        this.organisation = organisation;
        this.subscriptions = subscriptions;
        this.turns = turns;
        this.calendar = calendar;
        this.access = access;
        this.clock = clock;
    }

    /**
     * When it is sent.
     *
     * @param every {@code day}, {@code week} or {@code month}
     * @param weekdays such as {@code monday}
     * @param at such as {@code 09:00}
     */
    record ScheduleJson(String every, List<String> weekdays, long day, String at, boolean workdays) {
        static ScheduleJson of(Rhythm rhythm) {
            return new ScheduleJson(
                    rhythm.every().name().toLowerCase(Locale.ROOT),
                    rhythm.weekdays().stream()
                            .map(day -> day.name().toLowerCase(Locale.ROOT))
                            .toList(),
                    rhythm.day(),
                    rhythm.at().toString(),
                    rhythm.workdays());
        }
    }

    /**
     * A time it came due.
     *
     * @param skipped why nothing was sent
     * @param failed how many got nothing because something failed
     */
    record TurnJson(Instant due, @Nullable String skipped, long sent, long waiting, long nothing, long failed) {}

    /**
     * One in a list.
     *
     * @param audience told to those who may change it
     * @param ended why it has ended
     * @param next when it is sent next
     * @param last told to those who may change it
     * @param receiving does the asker get it? null for who is not among the recipients
     */
    record LineJson(
            long id,
            long version,
            String kind,
            String report,
            String name,
            Labelled owner,
            boolean mine,
            boolean changeable,
            @Nullable AudienceJson audience,
            ScheduleJson schedule,
            boolean pictures,
            boolean workbook,
            String note,
            String state,
            @Nullable String ended,
            @Nullable Instant next,
            @Nullable TurnJson last,
            @Nullable Boolean receiving) {}

    /**
     * What became of a time for one recipient.
     *
     * @param result {@code sent}, {@code waiting}, {@code nothing} or {@code failed}
     */
    record ResultJson(
            Labelled person, String result, @Nullable String reason) {}

    /** A time with all its results. */
    record ResultsJson(Instant due, @Nullable String skipped, List<ResultJson> results) {}

    boolean mayChange(Actor actor, Subscription each) {
        return each.owner() == actor.user() || access.administrator(actor);
    }

    LineJson line(Actor actor, Subscription each, Language language) {
        Organisation now = organisation.get();
        boolean changeable = mayChange(actor, each);
        return new LineJson(
                each.id(),
                each.version(),
                each.kind().stored(),
                each.report(),
                each.name(),
                Labelled.person(now, each.owner()),
                each.owner() == actor.user(),
                changeable,
                changeable ? AudienceJson.of(now, each.audience()) : null,
                ScheduleJson.of(each.rhythm()),
                each.content().pictures(),
                each.content().workbook(),
                each.content().note(),
                each.state().wire(),
                KeptMessage.in(each.ended(), language),
                next(now, each).orElse(null),
                changeable
                        ? turns.last(each.id(), 1).stream()
                                .findFirst()
                                .map(turn -> turn(turn, language))
                                .orElse(null)
                        : null,
                isAmong(actor.user(), each)
                        ? !subscriptions.unsubscribed(each.id()).contains(actor.user())
                        : null);
    }

    private Optional<Instant> next(Organisation now, Subscription each) {
        return each.state() == Subscription.State.ACTIVE
                ? each.rhythm()
                        .next(clock.instant(), calendar.time(), now.company().timeZone())
                : Optional.empty();
    }

    private static TurnJson turn(Turn turn, Language language) {
        return new TurnJson(
                turn.due(),
                KeptMessage.in(turn.skipped(), language),
                count(turn, Result.SENT),
                count(turn, Result.WAITING),
                count(turn, Result.NOTHING),
                count(turn, Result.FAILED));
    }

    private static long count(Turn turn, Result result) {
        return turn.sendings().stream()
                .filter(sending -> sending.result() == result)
                .count();
    }

    /** The last times with what became of them for everybody. */
    List<ResultsJson> results(Subscription each, int count, Language language) {
        Organisation now = organisation.get();
        return turns.last(each.id(), count).stream()
                .map(turn -> new ResultsJson(
                        turn.due(),
                        KeptMessage.in(turn.skipped(), language),
                        turn.sendings().stream()
                                .map(sending -> new ResultJson(
                                        Labelled.person(now, sending.recipient()),
                                        sending.result().wire(),
                                        KeptMessage.in(sending.reason(), language)))
                                .toList()))
                .toList();
    }

    boolean isAmong(long person, Subscription each) {
        return organisation.get().isAmong(person).test(each.audience());
    }

    /** Is somebody among the recipients, and of their own not the only one? */
    boolean isFor(long person, Subscription each) {
        return isAmong(person, each) && !(each.owner() == person && each.forOneself());
    }
}
