package hengke.kernel.text.value;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** E-mail and web addresses. */
public final class WebAddresses {
    private static final EmailValidator EMAIL = JMail.strictValidator().requireTopLevelDomain();
    private static final int LONGEST_URL = 2_000;
    private static final Pattern SCHEME = Pattern.compile("(?i)([a-z][a-z0-9+.-]*):(?!\\d+(/|$)).*");
    private static final Pattern HOST = Pattern.compile("(?i)(https?://)([^/?#:@\\\\]+)(:\\d{1,5})?([/?#].*)?");

    private WebAddresses() {}

    public static Reading<String> email(String text) {
        return CellText.read(text, plain -> {
            String address = plain.replaceFirst("(?i)^mailto:", "").replaceAll("^[<\\s]+|[>;,。、\\s]+$", "");
            if (address.indexOf('@') != address.lastIndexOf('@') && address.matches(".*[;,、/ ].*")) {
                return Reading.refused("reading.email.several", plain);
            }
            if (!EMAIL.isValid(address)) {
                return Reading.refused("reading.email", plain);
            }
            int at = address.lastIndexOf('@');
            return Reading.of(address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT));
        });
    }

    /** Only http and https: anything else ({@code javascript:}, {@code data:}) could run when clicked. */
    public static Reading<String> url(String text) {
        return CellText.read(text, plain -> {
            if (plain.length() > LONGEST_URL) {
                return Reading.refused("reading.url", plain.substring(0, 50));
            }
            boolean bare = !SCHEME.matcher(plain).matches();
            Matcher parts = HOST.matcher(bare ? "https://" + plain : plain);
            if (!parts.matches()) {
                return Reading.refused("reading.url", plain);
            }
            try {
                String host =
                        IDN.toASCII(parts.group(2), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
                String rest = parts.group(4) == null ? "" : parts.group(4).replace(" ", "%20");
                String port = parts.group(3) == null ? "" : parts.group(3);
                URI uri = new URI(parts.group(1).toLowerCase(Locale.ROOT) + host + port + rest);
                return uri.getHost() == null || host.indexOf('.') < 1
                        ? Reading.refused("reading.url", plain)
                        : Reading.of(uri.toString());
            } catch (URISyntaxException | IllegalArgumentException e) {
                return Reading.refused("reading.url", plain);
            }
        });
    }
}
