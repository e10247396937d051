package hengke.web.paper;

import hengke.capability.layout.LayoutChanges;
import hengke.capability.layout.WordFiles;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.files.FileName;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.paper.Layout;
import hengke.kernel.paper.WordSample;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.word.WordFile;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Word files that papers are laid out by: brought, looked through, given back, and one to begin with. */
@RestController
@RequestMapping("/api/paper-layouts/word/{object}")
final class WordController {
    private final WordFiles words;
    private final LayoutChanges changes;
    private final LiveCatalog catalog;
    private final Access access;

    WordController(WordFiles words, LayoutChanges changes, LiveCatalog catalog, Access access) {
        this.words = words;
        this.changes = changes;
        this.catalog = catalog;
        this.access = access;
    }

    /** Lines that rows are repeated for. */
    record Lines(String relation, List<String> columns) {}

    /**
     * What a Word file speaks of.
     *
     * @param losses what of it is not on the PDF as it is in Word
     */
    record Told(
            long file,
            String name,
            List<String> values,
            List<Lines> lines,
            List<String> losses,
            List<LayoutJson.Fault> faults) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Told take(
            Actor actor,
            Language language,
            @PathVariable("object") String object,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        access.requireAdministrator(actor);
        if (file == null) {
            throw Refusal.Invalid.at("file", Message.of("paper.fileMissing"));
        }
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return told(words.take(actor, changes.object(object), name, file.getBytes()), language);
    }

    @GetMapping("/{file}")
    Told one(Actor actor, Language language, @PathVariable("object") String object, @PathVariable("file") long file) {
        access.requireAdministrator(actor);
        return told(words.tell(changes.object(object), file), language);
    }

    @GetMapping("/{file}/content")
    ResponseEntity<byte[]> content(
            Actor actor, @PathVariable("object") String object, @PathVariable("file") long file) {
        access.requireAdministrator(actor);
        ObjectDefinition its = changes.object(object);
        return download(words.tell(its, file).word().name(), words.content(its, file));
    }

    /** A Word file that says what the shipped layout says, with the names in their places. */
    @GetMapping("/sample")
    ResponseEntity<byte[]> sample(Actor actor, Language language, @PathVariable("object") String object) {
        access.requireAdministrator(actor);
        ObjectDefinition its = changes.object(object);
        return download(
                its.label().in(language) + ".docx",
                WordSample.of(catalog.current(), its, changes.shipped(its), language));
    }

    private static Told told(WordFiles.Told told, Language language) {
        Layout.Word word = told.word();
        return new Told(
                word.file(),
                word.name(),
                word.values(),
                word.lines().stream()
                        .map(lines -> new Lines(lines.relation(), lines.columns()))
                        .toList(),
                told.losses().stream().map(loss -> loss.in(language)).toList(),
                told.faults().stream()
                        .map(fault -> LayoutJson.Fault.of(fault, language))
                        .toList());
    }

    static ResponseEntity<byte[]> download(String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(WordFile.TYPE))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, FileName.disposition(false, name))
                .body(content);
    }
}
