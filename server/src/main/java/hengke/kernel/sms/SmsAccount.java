package hengke.kernel.sms;

import hengke.kernel.settings.SettingValues;
import java.util.Optional;

/**
 * With whom text messages are sent, and as whom.
 *
 * @param signName stands before every message, in 【】
 * @param template the approved one for codes
 * @param appId of 腾讯云 only
 * @param region of 腾讯云 only
 */
record SmsAccount(
        SmsProvider provider,
        String keyId,
        String secret,
        String signName,
        String template,
        String appId,
        String region) {

    /** The account that was decided; none while there is no provider. */
    static Optional<SmsAccount> of(SettingValues values) {
        SmsProvider provider = SmsProvider.of(values.get(SmsSettings.PROVIDER));
        return provider == SmsProvider.NONE
                ? Optional.empty()
                : Optional.of(new SmsAccount(
                        provider,
                        values.get(SmsSettings.KEY_ID),
                        values.get(SmsSettings.SECRET),
                        values.get(SmsSettings.SIGN_NAME),
                        values.get(SmsSettings.TEMPLATE),
                        values.get(SmsSettings.APP_ID),
                        values.get(SmsSettings.REGION)));
    }

    @Override
    public String toString() {
        return provider + " " + keyId;
    }
}
