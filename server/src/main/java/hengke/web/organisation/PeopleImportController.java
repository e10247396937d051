package hengke.web.organisation;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Role;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.identity.Newcomers;
import hengke.kernel.identity.Newcomers.Outcome;
import hengke.kernel.identity.PasswordLinks;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.transfer.reading.SheetFile;
import hengke.kernel.transfer.writing.CellValue;
import hengke.kernel.transfer.writing.SheetWriter;
import hengke.kernel.transfer.writing.WrittenColumn;
import hengke.web.BaseUrl;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes in people by a spreadsheet, and gives their invitation links back as one. */
@RestController
@RequestMapping("/api/users/import")
final class PeopleImportController {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Access access;
    private final Newcomers newcomers;
    private final LiveOrganisation organisation;
    private final BaseUrl baseUrl;

    PeopleImportController(Access access, Newcomers newcomers, LiveOrganisation organisation, BaseUrl baseUrl) {
        this.access = access;
        this.newcomers = newcomers;
        this.organisation = organisation;
        this.baseUrl = baseUrl;
    }

    record Preview(long total, long fine, List<RowJson> rows) {}

    record RowJson(
            int row,
            String name,
            String login,
            String department,
            String manager,
            String roles,
            List<ErrorJson> errors) {}

    record ErrorJson(String field, String message) {}

    @GetMapping("/template.xlsx")
    void template(Actor actor, Language language, HttpServletResponse response) throws IOException {
        access.requireAdministrator(actor);
        List<String> roles = organisation.get().roles().stream().map(Role::name).toList();
        List<WrittenColumn> columns = Arrays.stream(PeopleSheet.Column.values())
                .map(column -> WrittenColumn.of(column.title(language))
                        .wide(column == PeopleSheet.Column.DEPARTMENT ? 32 : 18)
                        .choosing(column == PeopleSheet.Column.ROLES ? roles : List.of()))
                .toList();
        String name = Message.of("web.peopleTemplate").in(language);
        SheetWriter.xlsx(workbook(response, name), name, columns).close();
    }

    /** What would become of each row; nothing stays. */
    @PostMapping("/preview")
    Preview preview(
            Actor actor,
            Language language,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(name = "departments", defaultValue = "false") boolean departments)
            throws IOException {
        access.requireAdministrator(actor);
        List<Outcome> outcomes = outcomes(read(file), fine -> newcomers.tryOut(actor, fine, departments));
        return new Preview(
                outcomes.size(),
                outcomes.stream().filter(outcome -> outcome.link() != null).count(),
                outcomes.stream().map(outcome -> json(outcome, language)).toList());
    }

    /** Adds everybody who can be added; the answer says of each row what became of it. */
    @PostMapping
    void run(
            Actor actor,
            Language language,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam(name = "departments", defaultValue = "false") boolean departments,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        access.requireAdministrator(actor);
        List<Outcome> outcomes = outcomes(read(file), fine -> newcomers.add(actor, fine, departments));
        String name = Message.of("web.peopleLinks").in(language);
        List<WrittenColumn> columns = List.of(
                WrittenColumn.of(Message.of("web.peopleRow").in(language)),
                WrittenColumn.of(PeopleSheet.Column.NAME.title(language)).wide(16),
                WrittenColumn.of(PeopleSheet.Column.LOGIN.title(language)).wide(24),
                WrittenColumn.of(Message.of("web.peopleOutcome").in(language)).wide(40),
                WrittenColumn.of(Message.of("web.peopleLink").in(language)).wide(60),
                WrittenColumn.of(Message.of("web.peopleUntil").in(language)).wide(20));
        try (SheetWriter sheet = SheetWriter.xlsx(workbook(response, name), name, columns)) {
            outcomes.forEach(outcome -> sheet.row(cells(outcome, language, request)));
        }
    }

    /** What is done with the rows that can be read. */
    private interface Deed {
        List<Outcome> on(List<Newcomers.Wanted> rows);
    }

    private static List<Outcome> outcomes(List<PeopleSheet.Line> lines, Deed deed) {
        List<Outcome> done = deed.on(lines.stream()
                .filter(line -> line.errors().isEmpty())
                .map(PeopleSheet.Line::wanted)
                .toList());
        Stream<Outcome> unreadable = lines.stream()
                .filter(line -> !line.errors().isEmpty())
                .map(line -> new Outcome(line.wanted(), null, line.errors()));
        return Stream.concat(done.stream(), unreadable)
                .sorted(Comparator.comparingInt(outcome -> outcome.wanted().row()))
                .toList();
    }

    private static List<PeopleSheet.Line> read(@Nullable MultipartFile file) throws IOException {
        if (file == null) {
            throw Refusal.Invalid.at("file", Message.of("import.fileMissing"));
        }
        Path local = Files.createTempFile("people", ".sheet");
        try {
            file.transferTo(local);
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "people");
            try (SheetFile sheet = SheetFile.open(local, name)) {
                return PeopleSheet.read(sheet);
            }
        } finally {
            Files.deleteIfExists(local);
        }
    }

    private static RowJson json(Outcome outcome, Language language) {
        Newcomers.Wanted wanted = outcome.wanted();
        return new RowJson(
                wanted.row(),
                wanted.person().name(),
                wanted.person().login(),
                String.join("/", wanted.department()),
                wanted.manager(),
                String.join("、", wanted.roles()),
                outcome.errors().stream()
                        .map(error ->
                                new ErrorJson(error.field(), error.message().in(language)))
                        .toList());
    }

    private List<CellValue> cells(Outcome outcome, Language language, HttpServletRequest request) {
        Newcomers.Wanted wanted = outcome.wanted();
        PasswordLinks.Issued link = outcome.link();
        return List.of(
                CellValue.text(Integer.toString(wanted.row())),
                CellValue.text(wanted.person().name()),
                CellValue.text(wanted.person().login()),
                CellValue.text(
                        link == null
                                ? sentence(outcome.errors(), language)
                                : Message.of("web.peopleAdded").in(language)),
                CellValue.text(link == null ? "" : baseUrl.link("/invitation?token=" + link.token(), request)),
                link == null
                        ? CellValue.NOTHING
                        : new CellValue.Moment(LocalDateTime.ofInstant(
                                link.expiresAt(), organisation.get().company().timeZone())));
    }

    private static String sentence(List<FieldError> errors, Language language) {
        return errors.stream().map(error -> error.message().in(language)).collect(Collectors.joining("; "));
    }

    private static OutputStream workbook(HttpServletResponse response, String name) throws IOException {
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return response.getOutputStream();
    }
}
