package hengke.web.openapi;

import hengke.kernel.identity.Identified;
import hengke.kernel.problem.Language;
import hengke.web.Admitted;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The description of the API: whole for whoever has signed in, without any object for everybody else. */
@RestController
final class OpenApiController {
    private final OpenApi openApi;

    OpenApiController(OpenApi openApi) {
        this.openApi = openApi;
    }

    @GetMapping("/api/openapi.json")
    ResponseEntity<byte[]> description(Language language, HttpServletRequest http, WebRequest request) {
        byte[] body = openApi.document(Admitted.by(http).map(Identified::actor).orElse(null), language)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        CRC32C sum = new CRC32C();
        sum.update(body);
        String tag = "\"" + Long.toHexString(sum.getValue()) + "-" + body.length + "\"";
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
}
