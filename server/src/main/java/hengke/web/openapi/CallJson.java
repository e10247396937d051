package hengke.web.openapi;

import hengke.kernel.metadata.Label;
import hengke.kernel.problem.Language;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls as operations of the document. */
final class CallJson {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final Pattern WORD = Pattern.compile("\\{?(\\w+)}?");

    private final Language language;

    CallJson(Language language) {
        this.language = language;
    }

    ObjectNode of(Call call, String tag) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.putArray("tags").add(tag);
        json.put("summary", call.summary().in(language));
        Label detail = call.detail();
        if (detail != null) {
            json.put("description", detail.in(language));
        }
        json.put("operationId", id(call));
        parameters(call, json.putArray("parameters"));
        Call.Content body = call.body();
        if (body != null) {
            content(body, json.putObject("requestBody").put("required", true));
        }
        answers(call, json.putObject("responses"));
        security(call, json.putArray("security"));
        return json;
    }

    /** A name for generated clients: {@code getRecordsCustomerByIdHistory}. */
    private static String id(Call call) {
        StringBuilder name = new StringBuilder(call.method().toLowerCase(Locale.ROOT));
        Matcher words = WORD.matcher(call.path().substring("/api".length()));
        while (words.find()) {
            String word = words.group(1);
            name.append(words.group().startsWith("{") ? "By" : "")
                    .append(Character.toUpperCase(word.charAt(0)))
                    .append(word.substring(1));
        }
        return name.toString();
    }

    private void parameters(Call call, ArrayNode into) {
        Matcher variables = VARIABLE.matcher(call.path());
        while (variables.find()) {
            String name = variables.group(1);
            Schema schema = name.equals("id") ? Schema.id() : Schema.text();
            into.add(parameter(new Call.Parameter(name, "path", true, schema)));
        }
        call.parameters().forEach(parameter -> into.add(parameter(parameter)));
        into.addObject().put("$ref", "#/components/parameters/" + ComponentsJson.LANGUAGE);
    }

    /** What is said about the schema is said about the parameter. */
    private ObjectNode parameter(Call.Parameter parameter) {
        ObjectNode schema = parameter.schema().in(language);
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("name", parameter.name())
                .put("in", parameter.in())
                .put("required", parameter.required());
        if (schema.remove("description") instanceof JsonNode about) {
            json.set("description", about);
        }
        return json.set("schema", schema);
    }

    private void content(Call.Content content, ObjectNode into) {
        into.putObject("content")
                .putObject(content.type())
                .set("schema", content.schema().in(language));
    }

    private void answers(Call call, ObjectNode into) {
        call.answers().forEach((status, answer) -> {
            ObjectNode json = into.putObject(Integer.toString(status))
                    .put("description", meaning(status).in(language));
            if (!answer.headers().isEmpty()) {
                ObjectNode headers = json.putObject("headers");
                answer.headers().forEach(name -> headers.putObject(name).put("$ref", "#/components/headers/" + name));
            }
            Call.Content content = answer.content();
            if (content != null) {
                content(content, json);
            }
        });
        Problems.of(call)
                .forEach(kind ->
                        into.putObject(kind.status()).put("$ref", "#/components/responses/" + kind.component()));
    }

    private static Label meaning(int status) {
        return switch (status) {
            case 201 -> new Label("已新建", "Created");
            case 204 -> new Label("成功，没有内容", "Done, nothing to tell");
            case 304 -> new Label("没有变化", "Not changed since");
            default -> new Label("成功", "Done");
        };
    }

    /** By token, or by the cookie of a session that repeats its secret with every change. */
    private static void security(Call call, ArrayNode into) {
        if (call.audience() == Call.Audience.ANYBODY) {
            return;
        }
        if (call.audience() != Call.Audience.SESSION) {
            into.addObject().putArray(Description.TOKEN);
        }
        ObjectNode session = into.addObject();
        (call.method().equals("GET") ? List.of(Description.SESSION) : List.of(Description.SESSION, Description.CSRF))
                .forEach(session::putArray);
    }
}
