package hengke.kernel.mail;

import hengke.kernel.settings.SettingValues;
import java.util.Optional;

/** Where mails are handed over, and in whose name. */
record MailAccount(
        String host, int port, Security security, String user, String password, String from, String fromName) {

    enum Security {
        TLS,
        STARTTLS,
        NONE
    }

    /** The account that was decided; none while there is no server. */
    static Optional<MailAccount> of(SettingValues values) {
        return values.get(MailSettings.HOST_NAME).isEmpty()
                ? Optional.empty()
                : Optional.of(new MailAccount(
                        values.get(MailSettings.HOST_NAME),
                        values.get(MailSettings.PORT).intValue(),
                        switch (values.get(MailSettings.SECURITY)) {
                            case "starttls" -> Security.STARTTLS;
                            case "none" -> Security.NONE;
                            default -> Security.TLS;
                        },
                        values.get(MailSettings.USER),
                        values.get(MailSettings.PASSWORD),
                        values.get(MailSettings.FROM),
                        values.get(MailSettings.FROM_NAME)));
    }

    @Override
    public String toString() {
        return user + "@" + host + ":" + port;
    }
}
