package hengke.kernel.sms;

import hengke.kernel.outbound.Answer;
import hengke.kernel.problem.Message;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a provider said no.
 *
 * @param code its own, or the status of an answer that says nothing
 * @param words its own, for administrators
 * @param passing may the same be taken a little later?
 */
record ProviderFault(String code, String words, boolean passing) {
    private static final int BUSY = 429;
    private static final int SERVER = 500;
    private static final int LONGEST_WORDS = 300;

    /** The codes by which they say that it is not about what was asked. */
    private static final Pattern PASSING =
            Pattern.compile("(?i).*(throttling|internalerror|serviceunavailable|system_error|requestlimitexceeded).*");

    /** What of the settings a code speaks of, the first that fits; else it may be anything. */
    private static final List<Blame> BLAMES = List.of(
            new Blame("accesskeyid|secretid", SmsSettings.KEY_ID.name()),
            new Blame("signaturedoesnotmatch|incompletesignature|authfailure\\.signature", SmsSettings.SECRET.name()),
            new Blame("template", SmsSettings.TEMPLATE.name()),
            new Blame("sdkappid", SmsSettings.APP_ID.name()),
            new Blame("signature|sign_", SmsSettings.SIGN_NAME.name()),
            new Blame("mobile|phonenumber", "mobile"));

    private record Blame(Pattern codes, String setting) {
        Blame(String codes, String setting) {
            this(Pattern.compile(codes), setting);
        }
    }

    static ProviderFault of(Answer answer, String code, String words) {
        boolean passing = answer.status() >= SERVER
                || answer.status() == BUSY
                || PASSING.matcher(code).matches();
        String line = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return new ProviderFault(
                code.isEmpty() ? "HTTP " + answer.status() : code,
                line.length() > LONGEST_WORDS ? line.substring(0, LONGEST_WORDS) + "…" : line,
                passing);
    }

    /** What an answer says; nothing where it is no JSON. */
    static JsonNode said(Answer answer) {
        try {
            return JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException e) {
            return JsonMapper.shared().missingNode();
        }
    }

    /** What to look at. */
    String setting() {
        String small = code.toLowerCase(Locale.ROOT);
        return BLAMES.stream()
                .filter(blame -> blame.codes().matcher(small).find())
                .findFirst()
                .map(Blame::setting)
                .orElse(SmsSettings.PROVIDER.name());
    }

    Message reason() {
        return words.isEmpty() ? Message.of("sms.refusedBare", code) : Message.of("sms.refused", words, code);
    }
}
