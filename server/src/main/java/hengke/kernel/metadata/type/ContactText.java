package hengke.kernel.metadata.type;

import hengke.kernel.text.value.Phones;
import hengke.kernel.text.value.Reading;
import hengke.kernel.text.value.WebAddresses;

/** Normal forms of phone numbers, e-mail and web addresses: the same as those of imported ones, so that they compare. */
final class ContactText {
    private ContactText() {}

    static String phone(String text) throws Unreadable {
        return valueOf(Phones.read(text));
    }

    static String email(String text) throws Unreadable {
        return valueOf(WebAddresses.email(text));
    }

    static String url(String text) throws Unreadable {
        return valueOf(WebAddresses.url(text));
    }

    private static String valueOf(Reading<String> reading) throws Unreadable {
        return switch (reading) {
            case Reading.Value<String>(String value) -> value;
            case Reading.Blank<String>() -> "";
            case Reading.Refused<String>(var reason) ->
                throw new Unreadable(reason.key(), reason.arguments().toArray());
        };
    }
}
