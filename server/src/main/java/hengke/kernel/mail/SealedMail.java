package hengke.kernel.mail;

import hengke.kernel.mail.Mail.Author;
import hengke.kernel.mail.Mail.Calendar;
import hengke.kernel.mail.Mail.Enclosure;
import hengke.kernel.mail.Mail.Page;
import hengke.kernel.mail.Mail.Part;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What of a waiting mail is sealed: everything but to whom it goes and what it is about. */
final class SealedMail {
    private SealedMail() {}

    static JsonNode of(Mail mail) {
        ObjectNode json = JsonMapper.shared().createObjectNode().put("text", mail.text());
        Author author = mail.author();
        if (author != null) {
            json.putObject("author").put("name", author.name()).put("address", author.address());
        }
        mail.enclosures()
                .forEach(enclosure -> json.withArray("enclosures")
                        .addObject()
                        .put("file", enclosure.file())
                        .put("name", enclosure.name()));
        Calendar calendar = mail.calendar();
        if (calendar != null) {
            json.putObject("calendar").put("method", calendar.method()).put("text", calendar.text());
        }
        Page page = mail.page();
        if (page != null) {
            ObjectNode sealed = json.putObject("page").put("html", page.html());
            page.pictures().forEach(part -> seal(sealed.withArray("pictures"), part));
            page.files().forEach(part -> seal(sealed.withArray("files"), part));
        }
        return json;
    }

    private static void seal(ArrayNode parts, Part part) {
        parts.addObject().put("name", part.name()).put("type", part.type()).put("content", part.content());
    }

    private static List<Part> parts(JsonNode json) {
        return json.valueStream()
                .map(each -> new Part(
                        each.path("name").stringValue(),
                        each.path("type").stringValue(),
                        each.path("content").stringValue()))
                .toList();
    }

    /** One that was sealed before there was more than text is its text alone. */
    static Mail open(String to, String subject, JsonNode json) {
        if (json.isString()) {
            return new Mail(to, subject, json.stringValue());
        }
        JsonNode author = json.path("author");
        List<Enclosure> enclosures = json.path("enclosures")
                .valueStream()
                .map(each -> new Enclosure(
                        each.path("file").longValue(), each.path("name").stringValue()))
                .toList();
        JsonNode calendar = json.path("calendar");
        JsonNode page = json.path("page");
        return new Mail(
                to,
                subject,
                json.path("text").stringValue(),
                author.isObject()
                        ? new Author(
                                author.path("name").stringValue(),
                                author.path("address").stringValue())
                        : null,
                enclosures,
                calendar.isObject()
                        ? new Calendar(
                                calendar.path("method").stringValue(),
                                calendar.path("text").stringValue())
                        : null,
                page.isObject()
                        ? new Page(
                                page.path("html").stringValue(),
                                parts(page.path("pictures")),
                                parts(page.path("files")))
                        : null);
    }
}
