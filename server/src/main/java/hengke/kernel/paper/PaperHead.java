package hengke.kernel.paper;

import hengke.kernel.identity.CompanyLogo;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What stands at the head of every paper of the company. */
@Component
class PaperHead {
    /** What PDF can show. */
    private static final String WEBP = "image/webp";

    private final CompanyLogo logo;

    PaperHead(CompanyLogo logo) {
        this.logo = logo;
    }

    Optional<CompanyLogo.Picture> logo() {
        return logo.picture().filter(picture -> !picture.type().equals(WEBP));
    }
}
