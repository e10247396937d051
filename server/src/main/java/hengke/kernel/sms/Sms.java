package hengke.kernel.sms;

/**
 * A text message with a one-time code. There is no other: in China a message is a template that the provider has
 * approved, and only what stands in its gaps is ours.
 *
 * @param mobile as {@link MobileNumber} takes it
 */
public record Sms(String mobile, String code) {
    public Sms {
        if (!MobileNumber.is(mobile)) {
            throw new IllegalArgumentException("no mobile number");
        }
    }
}
