package hengke.kernel.metadata.type;

import hengke.kernel.metadata.Operator;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jooq.impl.SQLDataType;
import tools.jackson.databind.JsonNode;

/**
 * Text in one of its forms, from a name to a web address.
 *
 * @param maxLength in characters as a person counts them (code points)
 */
public record TextualType(Form form, int maxLength) implements FieldType.Single<String> {

    /** What the text is, which decides its check, its input and how it is shown. */
    public enum Form {
        TEXT("text"),
        LONG_TEXT("longText"),
        RICH_TEXT("richText"),
        PHONE("phone"),
        EMAIL("email"),
        URL("url"),
        AUTO_NUMBER("autoNumber");

        private final String kind;

        Form(String kind) {
            this.kind = kind;
        }

        boolean prose() {
            return this == LONG_TEXT || this == RICH_TEXT;
        }
    }

    @Override
    public String kind() {
        return form.kind;
    }

    @Override
    public Column column() {
        return new Column("", SQLDataType.CLOB, "text");
    }

    @Override
    public String read(JsonNode json) throws Unreadable {
        String text = Json.text(json, maxLength, form.prose());
        return switch (form) {
            case TEXT, LONG_TEXT, AUTO_NUMBER -> text;
            case RICH_TEXT -> RichText.sanitised(text);
            case PHONE -> ContactText.phone(text);
            case EMAIL -> ContactText.email(text);
            case URL -> ContactText.url(text);
        };
    }

    @Override
    public JsonNode write(String value) {
        return Json.NODES.stringNode(value);
    }

    @Override
    public Set<Operator> operators() {
        return form.prose() ? Operator.PROSE : Operator.TEXT;
    }

    @Override
    public String sample(RandomGenerator random) {
        int number = random.nextInt(10_000_000);
        String text = switch (form) {
            case TEXT -> Samples.words(random, 4);
            case LONG_TEXT -> Samples.words(random, 20) + "。\n" + Samples.words(random, 12);
            case RICH_TEXT -> "<p>" + Samples.words(random, 16) + "</p>";
            case PHONE -> "138%08d".formatted(number);
            case EMAIL -> "user%d@example.com".formatted(number);
            case URL -> "https://www.example.com/%d".formatted(number);
            case AUTO_NUMBER -> "N%08d".formatted(number);
        };
        return text.length() > maxLength ? text.substring(0, maxLength) : text;
    }
}
