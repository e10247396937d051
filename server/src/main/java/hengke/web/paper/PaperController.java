package hengke.web.paper;

import hengke.capability.layout.CompanyLayouts;
import hengke.kernel.files.FileName;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.paper.Printed;
import hengke.kernel.paper.Printer;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.web.records.Reading;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A record as a PDF, with what its reader may see of it. */
@RestController
final class PaperController {
    private final CompanyLayouts layouts;
    private final Printer printer;
    private final Reading reading;

    PaperController(CompanyLayouts layouts, Printer printer, Reading reading) {
        this.layouts = layouts;
        this.printer = printer;
        this.reading = reading;
    }

    @GetMapping("/api/records/{object}/{id}/paper")
    ResponseEntity<byte[]> paper(
            Caller caller,
            Language language,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @RequestParam(name = "language", required = false) @Nullable String asked,
            @RequestParam(name = "layout", required = false) @Nullable Long layout) {
        ObjectDefinition object = printed(caller, name);
        return pdf(printer.print(
                caller.actor(),
                object,
                id,
                layouts.choose(object, layout).layout(),
                asked == null ? language : Language.of(asked)));
    }

    /** By a layout that is a Word file, the file with the values in it. */
    @GetMapping("/api/records/{object}/{id}/paper/word")
    ResponseEntity<byte[]> word(
            Caller caller,
            Language language,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @RequestParam(name = "language", required = false) @Nullable String asked,
            @RequestParam(name = "layout", required = false) @Nullable Long layout) {
        ObjectDefinition object = printed(caller, name);
        Printer.Paper paper = printer.word(
                caller.actor(),
                object,
                id,
                layouts.choose(object, layout).layout(),
                asked == null ? language : Language.of(asked));
        return WordController.download(paper.name() + ".docx", paper.content());
    }

    private ObjectDefinition printed(Caller caller, String name) {
        ObjectDefinition object = reading.object(caller.actor(), name);
        if (!object.has(Printed.class)) {
            throw new Refusal.NotFound();
        }
        return object;
    }

    private static ResponseEntity<byte[]> pdf(Printer.Paper paper) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(true, paper.name() + ".pdf"))
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'")
                .body(paper.content());
    }
}
