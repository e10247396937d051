package hengke.kernel.mail;

import java.util.Locale;
import java.util.Properties;

/** How the way to a mail server is kept from being listened to. */
public enum MailSecurity {
    /** Encrypted from the first byte. */
    TLS,
    /** Encrypted once both have greeted each other, or not at all. */
    STARTTLS,
    /** Open. */
    NONE;

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "20000";

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this name; {@link #TLS} for any other. */
    public static MailSecurity of(String wire) {
        for (MailSecurity each : values()) {
            if (each.wire().equals(wire)) {
                return each;
            }
        }
        return TLS;
    }

    /** The name by which the library knows a protocol within this security. */
    public String protocol(String plain) {
        return this == TLS ? plain + "s" : plain;
    }

    /** What the library is to heed: nothing waits for ever, and the certificate is that of the host. */
    public Properties properties(String plain) {
        Properties properties = new Properties();
        String mail = "mail." + protocol(plain) + ".";
        properties.put(mail + "connectiontimeout", CONNECT_MILLIS);
        properties.put(mail + "timeout", ANSWER_MILLIS);
        properties.put(mail + "writetimeout", ANSWER_MILLIS);
        properties.put(mail + "ssl.checkserveridentity", "true");
        if (this == STARTTLS) {
            properties.put(mail + "starttls.enable", "true");
            properties.put(mail + "starttls.required", "true");
        }
        return properties;
    }
}
