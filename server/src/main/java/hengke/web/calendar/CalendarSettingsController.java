package hengke.web.calendar;

import hengke.capability.appointment.Feeds;
import hengke.capability.appointment.MailWishes;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.mail.Mailer;
import hengke.web.BaseUrl;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What everybody decides for their own calendar: the link for other calendars, and what comes by mail as well. */
@RestController
@RequestMapping("/api/calendar")
final class CalendarSettingsController {
    private final Feeds feeds;
    private final MailWishes wishes;
    private final Mailer mailer;
    private final LiveOrganisation organisation;
    private final BaseUrl base;

    CalendarSettingsController(
            Feeds feeds, MailWishes wishes, Mailer mailer, LiveOrganisation organisation, BaseUrl base) {
        this.feeds = feeds;
        this.wishes = wishes;
        this.mailer = mailer;
        this.organisation = organisation;
        this.base = base;
    }

    /**
     * What is decided.
     *
     * @param feedMadeAt since when there is a link; null without one
     * @param feedReadAt when it was last read
     * @param mailable can mails be sent to whoever asks?
     */
    record CalendarSettingsJson(
            @Nullable Instant feedMadeAt,
            @Nullable Instant feedReadAt,
            boolean invitationsByMail,
            boolean remindersByMail,
            boolean mailable) {}

    /** @param url with the secret; told only now */
    record FeedJson(String url) {}

    record Wanted(boolean invitationsByMail, boolean remindersByMail) {}

    @GetMapping("/settings")
    CalendarSettingsJson settings(Actor actor) {
        Feeds.Feed feed = feeds.of(actor.user()).orElse(null);
        MailWishes.Wish wish = wishes.of(actor.user());
        boolean mailable = mailer.ready()
                && organisation.get().person(actor.user()).map(Person::email).isPresent();
        return new CalendarSettingsJson(
                feed == null ? null : feed.madeAt(),
                feed == null ? null : feed.readAt(),
                wish.invitations(),
                wish.reminders(),
                mailable);
    }

    @PutMapping("/settings")
    CalendarSettingsJson change(Actor actor, @RequestBody Wanted wanted) {
        wishes.change(actor.user(), new MailWishes.Wish(wanted.invitationsByMail(), wanted.remindersByMail()));
        return settings(actor);
    }

    /** A new link; the one before ends. */
    @PostMapping("/feed")
    @ResponseStatus(HttpStatus.CREATED)
    FeedJson renew(Actor actor, HttpServletRequest request) {
        return new FeedJson(
                base.link("/api/public/calendars/" + feeds.renew(actor.user()).text() + ".ics", request));
    }

    @DeleteMapping("/feed")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Actor actor) {
        feeds.revoke(actor.user());
    }
}
