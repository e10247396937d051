package hengke.kernel.subscription;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.chart.Chart;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.identity.Profile;
import hengke.kernel.mail.Mail;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.report.Question;
import hengke.kernel.report.ReportSheet;
import hengke.kernel.report.ReportShelf;
import hengke.kernel.report.ReportShelf.Found;
import hengke.kernel.report.ReportShelf.Tile;
import hengke.kernel.report.ReportTable;
import hengke.kernel.report.Reports;
import hengke.kernel.transfer.writing.SheetWriter;
import hengke.kernel.transfer.writing.WrittenSheet;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Makes the mail of a subscription for one reader: every question is asked anew, with that reader's eyes. */
@Component
public final class ReportMails {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    /** Of pictures, as wide as the page. */
    static final int WIDTH = 672;

    /** Mail servers refuse what is much larger. */
    private static final int LARGEST_WORKBOOK = 8 << 20;

    private final ReportShelf shelf;
    private final Reports reports;
    private final LiveOrganisation organisation;
    private final Profile profile;
    private final String baseUrl;

    ReportMails(
            ReportShelf shelf,
            Reports reports,
            LiveOrganisation organisation,
            Profile profile,
            @Value("${hengke.base-url:}") String baseUrl) {
        this.shelf = shelf;
        this.reports = reports;
        this.organisation = organisation;
        this.profile = profile;
        this.baseUrl = baseUrl.strip().replaceFirst("/+$", "");
    }

    /**
     * A report in the mail.
     *
     * @param table its answer; null where this reader may not see it
     * @param picture how the page refers to its drawing; null where there is none
     */
    record Part(
            String title,
            @Nullable ReportTable table,
            @Nullable String picture) {}

    /** What the mail is made of. */
    record Letter(
            Subscription subscription,
            String company,
            String title,
            String sender,
            Person reader,
            List<Part> parts,
            String link,
            String stopLink,
            Language language,
            ZoneId zone,
            boolean workbookTooLarge) {}

    /**
     * The mail for somebody with an address.
     *
     * @param due the time it is sent for
     * @throws NothingToSend where there is nothing this reader may see
     */
    public Mail to(Person reader, Subscription subscription, Instant due) throws NothingToSend {
        Language language = profile.language(reader.id());
        Actor actor = organisation.get().actor(reader.id());
        Found found = shelf.find(actor, subscription.kind(), subscription.report(), language)
                .orElseThrow(() -> new NothingToSend(Message.of("subscription.unseen")));
        ZoneId zone = organisation.get().company().timeZone();
        List<Mail.Part> pictures = new ArrayList<>();
        List<Part> parts =
                parts(actor, found, language, zone, subscription.content().pictures(), pictures);
        byte[] workbook = subscription.content().workbook() ? workbook(parts, language, zone) : new byte[0];
        boolean tooLarge = workbook.length > LARGEST_WORKBOOK;
        String company = organisation.get().company().name();
        Letter letter = new Letter(
                subscription,
                company,
                found.name(),
                organisation
                        .get()
                        .person(subscription.owner())
                        .map(Person::name)
                        .orElse(""),
                reader,
                parts,
                link("/" + subscription.kind().stored() + "s/" + subscription.report()),
                link("/reports?show=sending"),
                language,
                zone,
                tooLarge);
        String day = LocalDate.ofInstant(due, zone).toString();
        return new Mail(
                        Objects.requireNonNull(reader.email()),
                        Message.of("subscription.subject", found.name(), day).in(language),
                        new PlainLetter(letter).text())
                .with(new Mail.Page(
                        new LetterPage(letter).html(),
                        pictures,
                        workbook.length == 0 || tooLarge
                                ? List.of()
                                : List.of(Mail.Part.of(found.name() + " " + day + ".xlsx", XLSX, workbook))));
    }

    /** @param pictures is told the drawings */
    private List<Part> parts(
            Actor actor, Found found, Language language, ZoneId zone, boolean drawn, List<Mail.Part> pictures)
            throws NothingToSend {
        List<Part> parts = new ArrayList<>();
        Message refused = Message.of(found.shown().isEmpty() ? "subscription.empty" : "subscription.unseen");
        for (Tile tile : found.shown()) {
            ReportTable table = null;
            if (tile.report() != null) {
                try {
                    table = reports.answer(actor, Question.parse(tile.report().question()), language);
                } catch (Refusal refusal) {
                    if (refusal.reason().key().equals(Reports.SLOW)) {
                        throw refusal;
                    }
                    refused = refusal.reason();
                }
            }
            JsonNode chart = tile.report() == null
                    ? MissingNode.getInstance()
                    : tile.report().chart();
            Optional<Chart> drawing =
                    table == null || !drawn ? Optional.empty() : Chart.of(table, chart, language, zone, WIDTH);
            String picture = drawing.map(_ -> "chart" + (pictures.size() + 1)).orElse(null);
            if (picture != null) {
                pictures.add(
                        Mail.Part.of(picture, "image/png", drawing.orElseThrow().png()));
            }
            parts.add(new Part(tile.title(), table, picture));
        }
        if (parts.stream().allMatch(part -> part.table() == null)) {
            throw new NothingToSend(refused);
        }
        return parts;
    }

    private static byte[] workbook(List<Part> parts, Language language, ZoneId zone) {
        List<WrittenSheet> sheets = new ArrayList<>();
        for (Part part : parts) {
            if (part.table() != null) {
                sheets.add(new ReportSheet(part.table(), language, zone).named(part.title()));
            }
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        SheetWriter.xlsx(written, sheets);
        return written.toByteArray();
    }

    /** Nowhere where nobody has said how the product is reached. */
    private String link(String path) {
        return baseUrl.isEmpty() ? "" : baseUrl + path;
    }
}
