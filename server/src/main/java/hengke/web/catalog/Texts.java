package hengke.web.catalog;

import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.TextualType;
import hengke.web.Body;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Words in both languages, as administrators send and see them: {@code {"zh":"等级","en":"Level"}}, or the Chinese alone. */
final class Texts {
    static final TextualType LABEL = new TextualType(TextualType.Form.TEXT, 60);
    static final TextualType HELP = new TextualType(TextualType.Form.TEXT, 500);
    static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 60);

    private Texts() {}

    /** The words given; what is said in one language only keeps the present words of the other. */
    static Optional<Label> read(Body body, String key, TextualType type, @Nullable Label present) {
        Optional<Body> both = body.inside(key);
        if (both.isEmpty()) {
            String english = present == null ? "" : present.english();
            return body.optional(key, type).map(chinese -> new Label(chinese, english));
        }
        Body words = both.get();
        String chinese = present == null ? "" : present.chinese();
        String english = present == null ? "" : present.english();
        Label label = new Label(
                words.mentions("zh") ? words.optional("zh", type).orElse("") : chinese,
                words.mentions("en") ? words.optional("en", type).orElse("") : english);
        words.refuseUnasked();
        return Optional.of(label);
    }

    static JsonNode write(@Nullable Label label) {
        return label == null
                ? JsonMapper.shared().getNodeFactory().nullNode()
                : JsonMapper.shared()
                        .createObjectNode()
                        .put("zh", label.chinese())
                        .put("en", label.english());
    }
}
