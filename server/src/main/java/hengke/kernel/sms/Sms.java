package hengke.kernel.sms;

import java.util.Map;

/**
 * A text message. In China it is a template that the provider has approved, and only what stands in its gaps is ours.
 *
 * @param mobile as {@link MobileNumber} takes it
 */
public record Sms(String mobile, Says says) {
    public Sms {
        if (!MobileNumber.is(mobile)) {
            throw new IllegalArgumentException("no mobile number");
        }
    }

    /** One with a one-time code, by the template of the account for codes. */
    public static Sms code(String mobile, String code) {
        return new Sms(mobile, new Code(code));
    }

    /** What it says. */
    public sealed interface Says {}

    /** A one-time code. */
    record Code(String code) implements Says {}

    /**
     * A template with its gaps filled in.
     *
     * @param template what the provider knows it by
     * @param values by gap, in the order in which providers count them
     * @param wording all of it, as it is read
     */
    public record Filled(String template, Map<String, String> values, String wording) implements Says {}

    /** By which template of an account it goes. */
    String template(SmsAccount account) {
        return switch (says) {
            case Code _ -> account.template();
            case Filled filled -> filled.template();
        };
    }

    /** What is filled in, by gap. */
    Map<String, String> values() {
        return switch (says) {
            case Code(String code) -> Map.of("code", code);
            case Filled filled -> filled.values();
        };
    }
}
