package hengke.web.files;

import hengke.kernel.files.StoredFile;
import hengke.kernel.files.StoredFiles;
import hengke.kernel.identity.Identified;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
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
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Uploading and reading files; nothing that a browser would run is ever served inline. */
@RestController
@RequestMapping("/api/files")
final class FilesController {
    private final StoredFiles files;
    private final FileAccess access;

    FilesController(StoredFiles files, FileAccess access) {
        this.files = files;
        this.access = access;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode upload(Caller caller, @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        if (file == null) {
            throw Refusal.Invalid.at("file", Message.of("import.fileMissing"));
        }
        try (var content = file.getInputStream()) {
            StoredFile stored = files.add(
                    content,
                    Objects.requireNonNullElse(file.getOriginalFilename(), "file"),
                    caller.actor().user());
            return JsonMapper.shared()
                    .createObjectNode()
                    .put("id", stored.id())
                    .put("name", stored.name())
                    .put("size", stored.size())
                    .put("type", stored.type());
        }
    }

    @GetMapping("/{id}")
    ResponseEntity<InputStreamResource> read(
            Identified reader,
            @PathVariable("id") long id,
            @RequestParam(name = "inline", required = false) @Nullable String inline) {
        StoredFile file =
                files.find(id).filter(found -> access.mayRead(reader, found)).orElseThrow(Refusal.NotFound::new);
        boolean shown = inline != null && file.mayShowInline();
        return ResponseEntity.ok()
                .contentType(shown ? MediaType.parseMediaType(file.type()) : MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, file.disposition(shown))
                .headers(headers -> headers.set("Content-Security-Policy", policy(file)))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(new InputStreamResource(files.open(file)));
    }

    /** A file runs nothing; only the browser's own viewer of PDF does not work in a sandbox. */
    private static String policy(StoredFile file) {
        String nothing = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";
        return file.type().equals(MediaType.APPLICATION_PDF_VALUE) ? nothing : "sandbox; " + nothing;
    }
}
