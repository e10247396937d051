package hengke.kernel.mail;

import hengke.kernel.settings.SettingValues;
import java.util.Optional;

/** Where mails are handed over, and in whose name. */
record MailAccount(
        String host, int port, MailSecurity security, String user, String password, String from, String fromName) {

    /** The account that was decided; none while there is no server. */
    static Optional<MailAccount> of(SettingValues values) {
        return values.get(MailSettings.HOST_NAME).isEmpty()
                ? Optional.empty()
                : Optional.of(new MailAccount(
                        values.get(MailSettings.HOST_NAME),
                        values.get(MailSettings.PORT).intValue(),
                        MailSecurity.of(values.get(MailSettings.SECURITY)),
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
