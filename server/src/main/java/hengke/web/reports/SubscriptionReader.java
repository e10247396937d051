package hengke.web.reports;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Audience;
import hengke.kernel.calendar.Rhythm;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.report.Kept;
import hengke.kernel.report.ReportShelf;
import hengke.kernel.report.ReportShelf.Found;
import hengke.kernel.subscription.Subscription;
import hengke.kernel.subscription.Subscription.Content;
import hengke.kernel.subscription.Subscription.State;
import hengke.web.AudienceJson;
import hengke.web.Body;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Reads what somebody wants to have sent. To oneself goes whatever one finds; to others only what one may share with
 * them, and has shared.
 */
@Component
final class SubscriptionReader {
    static final int MOST_RECIPIENTS = 500;
    static final int LONGEST_NOTE = 500;
    private static final BooleanType FLAG = new BooleanType();
    private static final TextualType WORD = new TextualType(TextualType.Form.TEXT, 40);
    private static final TextualType NOTE = new TextualType(TextualType.Form.LONG_TEXT, LONGEST_NOTE);
    private static final IntegerType NUMBER = new IntegerType(0, Long.MAX_VALUE);
    private static final Rhythm MORNINGS = new Rhythm(Rhythm.Every.DAY, Set.of(), 1, LocalTime.of(9, 0), false);

    private final ReportShelf shelf;
    private final LiveOrganisation organisation;
    private final Clock clock;

    SubscriptionReader(ReportShelf shelf, LiveOrganisation organisation, Clock clock) {
        this.shelf = shelf;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** A new one. */
    Subscription made(Actor actor, Body body, Language language) {
        Subscription about = about(actor, body, language);
        Audience audience = audience(actor, body, about, language);
        return about.with(
                audience, rhythm(body, MORNINGS), content(body, about.content()), State.ACTIVE, clock.instant());
    }

    /** One for oneself, to see how it looks. */
    Subscription trial(Actor actor, Body body, Language language) {
        Subscription about = about(actor, body, language);
        return about.with(
                about.audience(),
                rhythm(body, MORNINGS),
                content(body, about.content()),
                State.ACTIVE,
                clock.instant());
    }

    /** One as it becomes; what is not mentioned stays. */
    Subscription changed(Actor actor, Body body, Subscription before, Language language) {
        Audience audience =
                Stream.of("everybody", "people", "departments", "roles").anyMatch(body::mentions)
                        ? audience(actor, body, before, language)
                        : before.audience();
        State state = body.mentions("state") ? state(body) : before.state();
        return before.with(
                audience, rhythm(body, before.rhythm()), content(body, before.content()), state, clock.instant());
    }

    private Subscription about(Actor actor, Body body, Language language) {
        Kept.Kind kind =
                body.optional("kind", WORD).flatMap(SubscriptionReader::kind).orElse(null);
        if (kind == null) {
            body.refuse("kind", Message.of("subscription.kind"));
        }
        String report = body.given("report").map(node -> node.asString("")).orElse("");
        Found found =
                kind == null ? null : shelf.find(actor, kind, report, language).orElse(null);
        if (found == null) {
            body.refuse("report", Message.of("report.unknownReport"));
        }
        return new Subscription(
                0,
                1,
                kind == null ? Kept.Kind.REPORT : kind,
                report,
                found == null ? "" : found.name(),
                actor.user(),
                new Audience(Set.of(actor.user()), Set.of(), Set.of()),
                MORNINGS,
                new Content(true, true, ""),
                State.ACTIVE,
                null,
                clock.instant());
    }

    private static Optional<Kept.Kind> kind(String wire) {
        return Stream.of(Kept.Kind.values())
                .filter(each -> each.stored().equals(wire))
                .findFirst();
    }

    private Audience audience(Actor actor, Body body, Subscription about, Language language) {
        Audience audience = AudienceJson.read(body, organisation.get());
        if (audience == null) {
            body.refuse("everybody", Message.of("subscription.notEverybody"));
            return about.audience();
        }
        if (organisation.get().among(audience).size() > MOST_RECIPIENTS) {
            body.refuse("people", Message.of("subscription.tooMany", MOST_RECIPIENTS));
        }
        if (!Subscription.isFor(audience, about.owner())) {
            mayShare(actor, body, about, language);
        }
        return audience;
    }

    private void mayShare(Actor actor, Body body, Subscription about, Language language) {
        shelf.find(actor, about.kind(), about.report(), language)
                .map(Found::kept)
                .ifPresent(kept -> {
                    if (!shelf.keeps(actor, kept)) {
                        body.refuse("people", Message.of("subscription.onlyKeeper"));
                    } else if (!kept.shared()) {
                        body.refuse("people", Message.of("subscription.notShared"));
                    }
                });
    }

    private static Content content(Body body, Content before) {
        return new Content(
                body.kept("pictures", FLAG, before.pictures()),
                body.kept("workbook", FLAG, before.workbook()),
                body.mentions("note") ? body.optional("note", NOTE).orElse("") : before.note());
    }

    private static State state(Body body) {
        String asked = body.optional("state", WORD).orElse("");
        return Stream.of(State.ACTIVE, State.PAUSED)
                .filter(each -> each.wire().equals(asked))
                .findFirst()
                .orElseGet(() -> {
                    body.refuse("state", Message.of("subscription.state"));
                    return State.PAUSED;
                });
    }

    private static Rhythm rhythm(Body body, Rhythm before) {
        if (!body.mentions("schedule")) {
            return before;
        }
        Body schedule = body.inside("schedule").orElse(null);
        if (schedule == null) {
            body.refuse("schedule", Message.of("web.object"));
            return before;
        }
        Rhythm.Every every = word(
                        Rhythm.Every.values(), schedule.optional("every", WORD).orElse(""))
                .orElse(null);
        if (every == null) {
            schedule.refuse("every", Message.of("subscription.every"));
        }
        Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
        schedule.list("weekdays", WORD)
                .forEach(asked -> word(DayOfWeek.values(), asked)
                        .ifPresentOrElse(
                                weekdays::add, () -> schedule.refuse("weekdays", Message.of("web.unknownChoice"))));
        if (every == Rhythm.Every.WEEK && weekdays.isEmpty()) {
            schedule.refuse("weekdays", Message.of("subscription.noWeekdays"));
        }
        long day = schedule.optional("day", NUMBER).orElse(1L);
        if (every == Rhythm.Every.MONTH && (day < 1 || day > 31)) {
            schedule.refuse("day", Message.of("subscription.dayOfMonth"));
        }
        String at = schedule.optional("at", WORD).orElse("");
        boolean time = at.matches("([01][0-9]|2[0-3]):[0-5][0-9]");
        if (!time) {
            schedule.refuse("at", Message.of("subscription.time"));
        }
        boolean workdays = schedule.optional("workdays", FLAG).orElse(false);
        schedule.refuseUnasked();
        return new Rhythm(
                every == null ? Rhythm.Every.DAY : every,
                every == Rhythm.Every.WEEK ? weekdays : Set.of(),
                every == Rhythm.Every.MONTH ? (int) Math.clamp(day, 1, 31) : 1,
                time ? LocalTime.parse(at) : before.at(),
                workdays);
    }

    private static <E extends Enum<E>> Optional<E> word(E[] known, String asked) {
        return Stream.of(known)
                .filter(each -> each.name().equalsIgnoreCase(asked))
                .findFirst();
    }
}
