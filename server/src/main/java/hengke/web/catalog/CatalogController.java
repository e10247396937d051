package hengke.web.catalog;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.databind.node.ObjectNode;

/** The catalog, from which a client builds every list, form and filter. */
@RestController
@RequestMapping("/api/catalog")
final class CatalogController {
    private final LiveCatalog catalog;
    private final CatalogJson json;

    CatalogController(LiveCatalog catalog, CatalogJson json) {
        this.catalog = catalog;
        this.json = json;
    }

    @GetMapping
    ResponseEntity<byte[]> all(Caller caller, Language language, WebRequest request) {
        byte[] body =
                json.of(catalog.current(), caller.actor(), language).toString().getBytes(StandardCharsets.UTF_8);
        String tag = tag(body);
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        }
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    @GetMapping("/{object}")
    ObjectNode one(Caller caller, Language language, @PathVariable("object") String name) {
        Catalog current = catalog.current();
        ObjectDefinition object = current.object(name);
        if (!json.visible(caller.actor(), object)) {
            throw new Refusal.NotFound();
        }
        return json.of(current, caller.actor(), language, object);
    }

    private static String tag(byte[] body) {
        CRC32C sum = new CRC32C();
        sum.update(body);
        return "\"" + Long.toHexString(sum.getValue()) + "-" + body.length + "\"";
    }
}
