package hengke.web.reports;

import hengke.kernel.access.Actor;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.report.Question;
import hengke.kernel.report.ReportSheet;
import hengke.kernel.report.ReportTable;
import hengke.kernel.report.Reports;
import hengke.kernel.transfer.writing.SheetWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Questions for figures: answered on the page, or as a workbook. */
@RestController
@RequestMapping("/api/reports")
final class ReportsController {
    private final Reports reports;
    private final ReportJson json;
    private final LiveOrganisation organisation;

    ReportsController(Reports reports, ReportJson json, LiveOrganisation organisation) {
        this.reports = reports;
        this.json = json;
        this.organisation = organisation;
    }

    @PostMapping("/run")
    ObjectNode run(Actor actor, Language language, @RequestBody ObjectNode asked) {
        return json.of(reports.answer(actor, Question.parse(asked), language), language);
    }

    @PostMapping("/export")
    ResponseEntity<byte[]> export(Actor actor, Language language, @RequestBody ObjectNode asked) {
        ObjectNode question = asked.deepCopy();
        String title = question.path("title").asString("").strip();
        question.remove("title");
        String name = title.isEmpty() ? Message.of("report.report").in(language) : title;
        ReportTable table = reports.answer(actor, Question.parse(question), language);
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        ZoneId zone = organisation.get().company().timeZone();
        SheetWriter.xlsx(workbook, List.of(new ReportSheet(table, language, zone).named(name)));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".xlsx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore())
                .body(workbook.toByteArray());
    }
}
