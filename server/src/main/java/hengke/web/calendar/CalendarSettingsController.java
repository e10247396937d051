package hengke.web.calendar;

import hengke.capability.appointment.Feeds;
import hengke.kernel.access.Actor;
import hengke.web.BaseUrl;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The link by which a person's other calendars read along: made, renewed and ended by that person. */
@RestController
@RequestMapping("/api/calendar")
final class CalendarSettingsController {
    private final Feeds feeds;
    private final BaseUrl base;

    CalendarSettingsController(Feeds feeds, BaseUrl base) {
        this.feeds = feeds;
        this.base = base;
    }

    /**
     * The link as it stands.
     *
     * @param feedMadeAt since when there is one; null without one
     * @param feedReadAt when it was last read
     */
    record CalendarSettingsJson(
            @Nullable Instant feedMadeAt, @Nullable Instant feedReadAt) {}

    /** @param url with the secret; told only now */
    record FeedJson(String url) {}

    @GetMapping("/settings")
    CalendarSettingsJson settings(Actor actor) {
        Feeds.Feed feed = feeds.of(actor.user()).orElse(null);
        return new CalendarSettingsJson(feed == null ? null : feed.madeAt(), feed == null ? null : feed.readAt());
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
