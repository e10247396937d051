package hengke.kernel.mail;

import hengke.kernel.mail.Mail.Author;
import hengke.kernel.mail.Mail.Calendar;
import hengke.kernel.mail.Mail.Enclosure;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
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
        return json;
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
                        : null);
    }
}
