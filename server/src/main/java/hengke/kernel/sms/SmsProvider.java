package hengke.kernel.sms;

import java.util.Locale;

/** Who brings text messages to mobiles. */
enum SmsProvider {
    NONE,
    ALIYUN,
    TENCENT,
    /** This product itself, which keeps them for administrators to read. */
    SIMULATED;

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this name; {@link #NONE} for any other. */
    static SmsProvider of(String wire) {
        for (SmsProvider each : values()) {
            if (each.wire().equals(wire)) {
                return each;
            }
        }
        return NONE;
    }
}
