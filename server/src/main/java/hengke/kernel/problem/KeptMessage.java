package hengke.kernel.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A sentence as it is stored for readers who are not known yet: in every language, as JSON by language tag. */
public final class KeptMessage {
    private static final JsonMapper JSON = JsonMapper.shared();

    private KeptMessage() {}

    public static String of(Message message) {
        Map<String, String> sentences = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            sentences.put(language.tag(), message.in(language));
        }
        return JSON.writeValueAsString(sentences);
    }

    /** The sentence in one language; null for none. */
    public static @Nullable String in(@Nullable String kept, Language language) {
        return kept == null ? null : JSON.readTree(kept).path(language.tag()).stringValue();
    }
}
