package hengke.kernel.metadata.type;

import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/** Formatted text, reduced to harmless HTML before it is stored. */
final class RichText {
    private static final PolicyFactory HARMLESS =
            Sanitizers.FORMATTING.and(Sanitizers.BLOCKS).and(Sanitizers.LINKS).and(Sanitizers.TABLES);

    private RichText() {}

    static String sanitised(String html) {
        return HARMLESS.sanitize(html);
    }
}
