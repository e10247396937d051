package hengke.kernel.paper;

import java.util.Locale;
import java.util.regex.Pattern;

/** On what a stranger reads, as coarse as it can be told without knowing who. */
public enum ReadingDevice {
    WECHAT,
    PHONE,
    TABLET,
    DESKTOP;

    private static final Pattern PROGRAM = Pattern.compile(
            "bot|crawl|spider|preview|scan|headless|curl|wget|python|java/|okhttp|go-http|facebookexternalhit",
            Pattern.CASE_INSENSITIVE);

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param browser as it calls itself */
    public static ReadingDevice of(String browser) {
        String name = browser.toLowerCase(Locale.ROOT);
        if (name.contains("micromessenger")) {
            return WECHAT;
        }
        if (name.contains("ipad") || name.contains("tablet") || name.contains("android") && !name.contains("mobile")) {
            return TABLET;
        }
        return name.contains("mobile") || name.contains("iphone") ? PHONE : DESKTOP;
    }

    /** Does it say of itself that it is no person? */
    public static boolean program(String browser) {
        return browser.isBlank() || PROGRAM.matcher(browser).find();
    }
}
