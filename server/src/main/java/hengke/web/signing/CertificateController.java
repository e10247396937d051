package hengke.web.signing;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.signing.SigningKeys;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** In whose name papers are signed. */
@RestController
@RequestMapping("/api/signing/certificate")
final class CertificateController {
    private final SigningKeys keys;
    private final Access access;

    CertificateController(SigningKeys keys, Access access) {
        this.keys = keys;
        this.access = access;
    }

    /**
     * A certificate.
     *
     * @param own made by the product itself, so that no authority vouches for it
     */
    record Certificate(String subject, String issuer, String fingerprint, Instant from, Instant until, boolean own) {
        static Certificate of(SigningKeys.Known known) {
            return new Certificate(
                    known.subject(), known.issuer(), known.fingerprint(), known.from(), known.until(), known.own());
        }
    }

    /** None before anything was signed or brought. */
    @GetMapping
    Map<String, List<Certificate>> current(Actor actor) {
        access.requireAdministrator(actor);
        return Map.of("items", keys.current().map(Certificate::of).stream().toList());
    }

    /** A PKCS#12 file with its password; the key is kept sealed and never told again. */
    @PostMapping
    Certificate bring(Actor actor, @RequestParam("file") MultipartFile file, @RequestParam("password") String password)
            throws IOException {
        access.requireAdministrator(actor);
        return Certificate.of(keys.bring(actor, file.getBytes(), password));
    }
}
