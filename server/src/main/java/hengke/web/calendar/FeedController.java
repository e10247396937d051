package hengke.web.calendar;

import hengke.capability.appointment.FeedOf;
import hengke.capability.appointment.Feeds;
import hengke.kernel.access.Person;
import hengke.kernel.paper.LinkSecret;
import hengke.web.BaseUrl;
import hengke.web.paper.StrangerLimit;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** A person's appointments for whatever calendar has the secret link; nothing can be changed here. */
@RestController
final class FeedController {
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Feeds feeds;
    private final FeedOf feedOf;
    private final StrangerLimit limit;
    private final BaseUrl base;

    FeedController(Feeds feeds, FeedOf feedOf, StrangerLimit limit, BaseUrl base) {
        this.feeds = feeds;
        this.feedOf = feedOf;
        this.limit = limit;
        this.base = base;
    }

    @GetMapping("/api/public/calendars/{secret}.ics")
    ResponseEntity<byte[]> feed(@PathVariable("secret") String secret, HttpServletRequest request, WebRequest asked) {
        limit.admit(request);
        LinkSecret link = new LinkSecret(secret);
        Person person = feeds.reader(link).orElseThrow(() -> limit.gone(request));
        String text = feedOf.text(
                person,
                base.authority().orElse("hengke"),
                id -> base.fixedLink("/o/event/" + id).orElse(null));
        feeds.noteRead(person.id());
        String tag = tag(text);
        if (asked.checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        }
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"calendar.ics\"")
                .contentType(CALENDAR)
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The library writes the zones in any order. */
    private static String tag(String text) {
        String lines = String.join("\n", text.lines().sorted().toList());
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(new LinkSecret(lines).hash()) + '"';
    }
}
