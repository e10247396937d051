package hengke.web.announcements;

import hengke.announcements.Announcement;
import hengke.kernel.access.Audience;
import hengke.kernel.access.Organisation;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.web.AudienceJson;
import hengke.web.Body;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a publisher writes; one that is for nobody is refused rather than shown to everybody. */
final class AnnouncementReader {
    static final TextualType TITLE = new TextualType(TextualType.Form.TEXT, 200);
    static final TextualType BODY = new TextualType(TextualType.Form.RICH_TEXT, 100_000);
    private static final BooleanType FLAG = new BooleanType();
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>|&nbsp;");

    private AnnouncementReader() {}

    static Announcement.Draft read(Body body, Organisation now, LocalDate today) {
        String title = body.required("title", TITLE).orElse("");
        String text = body.required("body", BODY).orElse("");
        if (!text.isEmpty() && MARKUP.matcher(text).replaceAll("").isBlank()) {
            body.refuse("body", Message.of("web.required"));
        }
        Audience audience = AudienceJson.read(body, now);
        LocalDate until = until(body, today);
        return new Announcement.Draft(
                title, text, audience, body.optional("mustRead", FLAG).orElse(false), until);
    }

    private static @Nullable LocalDate until(Body body, LocalDate today) {
        LocalDate until = body.optional("until", new DateType()).orElse(null);
        if (until != null && until.isBefore(today)) {
            body.refuse("until", Message.of("announcement.over"));
        }
        return until;
    }
}
