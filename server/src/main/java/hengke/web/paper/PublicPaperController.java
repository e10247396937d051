package hengke.web.paper;

import hengke.capability.sending.Openings;
import hengke.capability.sending.SentPaper;
import hengke.kernel.files.FileName;
import hengke.kernel.files.StoredFile;
import hengke.kernel.files.StoredFiles;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.paper.LinkSecret;
import hengke.kernel.paper.PageImages;
import hengke.kernel.paper.ReadingDevice;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal;
import hengke.web.session.Colleagues;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A paper behind a link, for whoever has it: its pages and nothing else of its record. */
@RestController
@RequestMapping("/api/public/papers/{secret}")
final class PublicPaperController {
    private final Openings openings;
    private final StoredFiles files;
    private final PageImages images;
    private final StrangerLimit limit;
    private final Colleagues colleagues;
    private final LiveCatalog catalog;
    private final LiveOrganisation organisation;

    PublicPaperController(
            Openings openings,
            StoredFiles files,
            PageImages images,
            StrangerLimit limit,
            Colleagues colleagues,
            LiveCatalog catalog,
            LiveOrganisation organisation) {
        this.openings = openings;
        this.files = files;
        this.images = images;
        this.limit = limit;
        this.colleagues = colleagues;
        this.catalog = catalog;
        this.organisation = organisation;
    }

    /**
     * What its page says before it is opened.
     *
     * @param kind what the paper is, e.g. a quote
     */
    record PublicPaper(
            String title, String kind, String company, String recipient, Instant sentAt, Instant until, int pages) {}

    @GetMapping
    ResponseEntity<PublicPaper> look(
            Language language, @PathVariable("secret") String secret, HttpServletRequest request) {
        SentPaper paper = paper(secret, request);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new PublicPaper(
                        paper.title(),
                        catalog.current().object(paper.about().object()).label().in(language),
                        organisation.get().company().name(),
                        paper.recipient(),
                        paper.sentAt(),
                        Objects.requireNonNull(paper.linkUntil()),
                        paper.pages()));
    }

    /** Somebody has asked to see it, with a click: programs that follow links in mails do not, and colleagues do not count. */
    @PostMapping("/opened")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void opened(@PathVariable("secret") String secret, HttpServletRequest request) {
        paper(secret, request);
        String browser = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        if (!ReadingDevice.program(browser) && !colleagues.sent(request)) {
            openings.count(new LinkSecret(secret), ReadingDevice.of(browser), visitor(request, secret, browser));
        }
    }

    @GetMapping("/pages/{page}")
    ResponseEntity<byte[]> page(
            @PathVariable("secret") String secret, @PathVariable("page") int page, HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
                .body(images.of(file(paper(secret, request)), page));
    }

    @GetMapping("/file")
    ResponseEntity<byte[]> download(@PathVariable("secret") String secret, HttpServletRequest request)
            throws IOException {
        StoredFile file = file(paper(secret, request));
        try (var content = files.open(file)) {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .cacheControl(CacheControl.noStore())
                    .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(false, file.name()))
                    .body(content.readAllBytes());
        }
    }

    private SentPaper paper(String secret, HttpServletRequest request) {
        limit.admit(request);
        return openings.find(new LinkSecret(secret)).orElseThrow(() -> limit.gone(request));
    }

    private StoredFile file(SentPaper paper) {
        return Optional.ofNullable(paper.shown()).flatMap(files::find).orElseThrow(Refusal.NotFound::new);
    }

    /** Cannot be traced to an address without the link, which is not kept. */
    private static byte[] visitor(HttpServletRequest request, String secret, String browser) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((secret + "\n" + request.getRemoteAddr() + "\n" + browser)
                            .getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
