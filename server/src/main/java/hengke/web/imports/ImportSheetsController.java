package hengke.web.imports;

import hengke.kernel.access.Access;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.kernel.transfer.importing.FailedRows;
import hengke.kernel.transfer.importing.ImportJob;
import hengke.kernel.transfer.importing.ImportLog;
import hengke.kernel.transfer.importing.ImportTemplate;
import hengke.web.records.Reading;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jooq.DSLContext;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The workbooks that go with imports, written straight into the answer: an empty one to fill in, and what was refused. */
@RestController
@RequestMapping("/api/imports")
final class ImportSheetsController {
    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Reading reading;
    private final Access access;
    private final FailedRows failedRows;
    private final DSLContext database;

    ImportSheetsController(Reading reading, Access access, FailedRows failedRows, DSLContext database) {
        this.reading = reading;
        this.access = access;
        this.failedRows = failedRows;
        this.database = database;
    }

    @GetMapping("/template/{object}.xlsx")
    void template(Caller caller, Language language, @PathVariable("object") String name, HttpServletResponse response)
            throws IOException {
        ObjectDefinition object = reading.object(caller.actor(), name);
        access.require(caller.actor(), object, Verb.IMPORT);
        OutputStream stream =
                workbook(response, Message.of("import.template", object.label()).in(language));
        ImportTemplate.write(access, reading.catalog(), caller.actor(), object, language, stream);
    }

    @GetMapping("/{id}/errors.xlsx")
    void errors(Caller caller, Language language, @PathVariable("id") long id, HttpServletResponse response)
            throws IOException {
        ImportJob job = ImportLog.find(database, id)
                .filter(found -> found.actor() == caller.actor().user() || access.administrator(caller.actor()))
                .orElseThrow(Refusal.NotFound::new);
        String file = job.fileName().replaceFirst("\\.[^.]*$", "");
        failedRows.write(
                job,
                language,
                workbook(response, Message.of("import.failedRows", file).in(language)));
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
