package hengke.capability.signing;

import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;

/** What somebody agrees to by signing: which words it was is kept with the signature. */
public final class Consent {
    /** Changes with the words. */
    public static final String VERSION = "2026-2";

    private Consent() {}

    public static String text(Language language, String company) {
        return Message.of("signing.consent", company).in(language);
    }
}
