package hengke.web.openapi;

import hengke.kernel.metadata.Label;
import hengke.kernel.problem.Language;
import java.util.Arrays;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What calls share: schemas, headers, problems, ways to show who one is. */
final class ComponentsJson {
    static final String LANGUAGE = "Accept-Language";

    private static final Label WHICH_LANGUAGE =
            new Label("标签和消息的语言，默认中文", "The language of labels and messages, Chinese by default");

    private final Language language;

    ComponentsJson(Language language) {
        this.language = language;
    }

    ObjectNode of(Description api) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        ObjectNode schemas = json.putObject("schemas");
        api.schemas().forEach((name, schema) -> schemas.set(name, schema.in(language)));
        ObjectNode headers = json.putObject("headers");
        api.headers().forEach((name, schema) -> {
            ObjectNode written = schema.in(language);
            ObjectNode header = headers.putObject(name);
            header.set("description", written.remove("description"));
            header.set("schema", written);
        });
        json.putObject("parameters")
                .putObject(LANGUAGE)
                .put("name", LANGUAGE)
                .put("in", "header")
                .put("description", WHICH_LANGUAGE.in(language))
                .set(
                        "schema",
                        Schema.oneOf(Arrays.stream(Language.values()).map(Language::tag))
                                .in(language));
        ObjectNode responses = json.putObject("responses");
        for (Problems.Kind kind : Problems.Kind.values()) {
            ObjectNode response = responses
                    .putObject(kind.component())
                    .put("description", kind.about().in(language));
            response.putObject("content")
                    .putObject(Problems.TYPE)
                    .set("schema", kind.schema().in(language));
        }
        ObjectNode schemes = json.putObject("securitySchemes");
        api.schemes().forEach((name, scheme) -> schemes.set(name, scheme.in(language)));
        return json;
    }
}
