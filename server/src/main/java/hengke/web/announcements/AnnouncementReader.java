package hengke.web.announcements;

import hengke.announcements.Announcement;
import hengke.kernel.access.Audience;
import hengke.kernel.access.Organisation;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.web.Body;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a publisher writes; one that is for nobody is refused rather than shown to everybody. */
final class AnnouncementReader {
    static final TextualType TITLE = new TextualType(TextualType.Form.TEXT, 200);
    static final TextualType BODY = new TextualType(TextualType.Form.RICH_TEXT, 100_000);
    private static final BooleanType FLAG = new BooleanType();
    private static final Pattern MARKUP = Pattern.compile("<[^>]*>|&nbsp;");
    private static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);

    private AnnouncementReader() {}

    static Announcement.Draft read(Body body, Organisation now, LocalDate today) {
        String title = body.required("title", TITLE).orElse("");
        String text = body.required("body", BODY).orElse("");
        if (!text.isEmpty() && MARKUP.matcher(text).replaceAll("").isBlank()) {
            body.refuse("body", Message.of("web.required"));
        }
        boolean everybody = body.optional("everybody", FLAG).orElse(false);
        Audience audience = new Audience(
                ids(body, "people", id -> now.person(id).isPresent()),
                ids(body, "departments", id -> now.department(id).isPresent()),
                ids(body, "roles", id -> now.role(id).isPresent()));
        if (everybody != audience.nobody()) {
            body.refuse(
                    everybody ? "everybody" : "people",
                    Message.of(everybody ? "announcement.everybodyOrSome" : "announcement.forNobody"));
        }
        LocalDate until = until(body, today);
        return new Announcement.Draft(
                title,
                text,
                everybody ? null : audience,
                body.optional("mustRead", FLAG).orElse(false),
                until);
    }

    private static @Nullable LocalDate until(Body body, LocalDate today) {
        LocalDate until = body.optional("until", new DateType()).orElse(null);
        if (until != null && until.isBefore(today)) {
            body.refuse("until", Message.of("announcement.over"));
        }
        return until;
    }

    private static Set<Long> ids(Body body, String key, LongPredicate known) {
        Set<Long> ids = Set.copyOf(body.list(key, ID));
        if (!ids.stream().allMatch(known::test)) {
            body.refuse(key, Message.of("announcement.unknown"));
        }
        return ids;
    }
}
