package hengke.kernel.metadata.type;

import com.sanctionco.jmail.EmailValidator;
import com.sanctionco.jmail.JMail;
import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks and normal forms of phone numbers, e-mail and web addresses. */
final class ContactText {
    private static final EmailValidator EMAIL = JMail.strictValidator().requireTopLevelDomain();
    /** Digits with the separators people write, an optional + in front and an extension behind. */
    private static final Pattern PHONE = Pattern.compile(
            "\\+?[0-9][0-9 ()\\-–—]{1,30}[0-9]( ?(转|ext\\.?|x|#) ?[0-9]{1,8})?", Pattern.CASE_INSENSITIVE);

    private ContactText() {}

    static String phone(String text) throws Unreadable {
        String phone = halfWidth(text);
        if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
            throw new Unreadable("value.phone");
        }
        return phone;
    }

    static String email(String text) throws Unreadable {
        String email = halfWidth(text);
        if (!email.isEmpty() && !EMAIL.isValid(email)) {
            throw new Unreadable("value.email");
        }
        return email;
    }

    /** Only http and https: anything else (javascript:, data:) could run when clicked. */
    static String url(String text) throws Unreadable {
        if (text.isEmpty()) {
            return text;
        }
        String url = text.contains("://") || text.toLowerCase(Locale.ROOT).startsWith("javascript:")
                ? text
                : "https://" + text;
        try {
            URI uri = new URI(url);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (!Set.of("http", "https").contains(scheme) || uri.getRawAuthority() == null) {
                throw new Unreadable("value.url");
            }
        } catch (URISyntaxException e) {
            throw new Unreadable("value.url");
        }
        return url;
    }

    private static String halfWidth(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }
}
