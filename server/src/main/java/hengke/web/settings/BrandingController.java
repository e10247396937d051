package hengke.web.settings;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Company;
import hengke.kernel.identity.CompanyLogo;
import hengke.kernel.identity.CompanySettings;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.identity.SignInSettings;
import hengke.kernel.problem.Refusal;
import hengke.kernel.settings.Settings;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Whose house this is, as anybody sees who comes to its door. */
@RestController
final class BrandingController {
    private final LiveOrganisation organisation;
    private final CompanyLogo logo;
    private final Settings settings;
    private final Access access;

    BrandingController(LiveOrganisation organisation, CompanyLogo logo, Settings settings, Access access) {
        this.organisation = organisation;
        this.logo = logo;
        this.settings = settings;
        this.access = access;
    }

    /** @param passwordLength and {@code passwordClasses}: what is demanded of passwords, for whoever sets one */
    record Branding(
            String company,
            String shortName,
            String language,
            @Nullable String logo,
            long passwordLength,
            long passwordClasses) {}

    @GetMapping("/api/branding")
    Branding branding() {
        Company company = organisation.get().company();
        return new Branding(
                company.name(),
                company.shortName(),
                settings.get(CompanySettings.LANGUAGE),
                logo.hash().map(hash -> "/api/branding/logo?" + hash).orElse(null),
                settings.get(SignInSettings.PASSWORD_LENGTH),
                settings.get(SignInSettings.PASSWORD_CLASSES));
    }

    /** The address carries the hash, so that a browser may keep what it once has. */
    @GetMapping("/api/branding/logo")
    ResponseEntity<byte[]> logo() {
        CompanyLogo.Picture picture = logo.picture().orElseThrow(Refusal.NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.type()))
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .cacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePublic())
                .body(picture.content());
    }

    @PostMapping("/api/settings/logo")
    Branding take(Actor actor, @RequestParam("file") MultipartFile file) throws IOException {
        access.requireAdministrator(actor);
        try (var content = file.getInputStream()) {
            logo.take(actor.user(), content.readNBytes(CompanyLogo.LARGEST + 1));
        }
        return branding();
    }

    @DeleteMapping("/api/settings/logo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor) {
        access.requireAdministrator(actor);
        logo.remove(actor.user());
    }
}
