package hengke.web.approvals;

import hengke.capability.approval.Approval;
import hengke.kernel.access.Actor;
import hengke.kernel.files.FileName;
import hengke.kernel.problem.Language;
import hengke.web.BaseUrl;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Approvals on paper, for whoever reads them. */
@RestController
@RequestMapping("/api/approvals")
final class ApprovalPaperController {
    private final ApprovalReading reading;
    private final ApprovalPaper paper;
    private final BaseUrl base;

    ApprovalPaperController(ApprovalReading reading, ApprovalPaper paper, BaseUrl base) {
        this.reading = reading;
        this.paper = paper;
        this.base = base;
    }

    @GetMapping("/{id}/paper")
    ResponseEntity<byte[]> paper(
            Actor actor, Language language, @PathVariable("id") long id, HttpServletRequest request) {
        Approval kept = reading.require(actor, id);
        ApprovalJson approval = reading.json(actor, language, kept);
        byte[] pdf = paper.of(actor, language, approval, kept.seal(), base.link("/verify", request));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        FileName.disposition(true, paper.name(language, approval) + ".pdf"))
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
                .body(pdf);
    }
}
