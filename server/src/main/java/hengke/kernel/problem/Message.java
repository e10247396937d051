package hengke.kernel.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A sentence for a person, kept as key and arguments until the reader's language is known. The first segment of the key
 * names the bundle: {@code records.required} stands in {@code messages/records_zh.properties} and {@code _en}.
 */
public record Message(String key, List<Object> arguments) {

    private static final Map<String, ResourceBundle> BUNDLES = new ConcurrentHashMap<>();

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    /** The sentence; arguments that are themselves messages or labels are spoken in the same language. */
    public String in(Language language) {
        Object[] spoken =
                arguments.stream().map(argument -> speak(argument, language)).toArray();
        return new MessageFormat(pattern(language), Locale.ROOT).format(spoken);
    }

    private String pattern(Language language) {
        String bundle = key.substring(0, Math.max(0, key.indexOf('.')));
        Locale locale = language == Language.CHINESE ? Locale.CHINESE : Locale.ENGLISH;
        return BUNDLES.computeIfAbsent(bundle + locale, _ -> ResourceBundle.getBundle("messages." + bundle, locale))
                .getString(key);
    }

    private static Object speak(Object argument, Language language) {
        return switch (argument) {
            case Message message -> message.in(language);
            case Spoken spoken -> spoken.in(language);
            case Number number -> number.toString();
            default -> argument;
        };
    }

    /** The keys of a bundle, e.g. {@code records.required} of {@code records}. */
    public static Set<String> keys(String bundle) {
        return ResourceBundle.getBundle("messages." + bundle, Locale.CHINESE).keySet();
    }

    /** Something that has its own words in each language, e.g. a field label. */
    public interface Spoken {
        String in(Language language);
    }
}
