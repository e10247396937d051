package hengke.kernel.sms;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a message says, as it is sealed while it waits: a code is a text, a template an object. */
final class SealedSms {
    private SealedSms() {}

    static JsonNode write(Sms.Says says) {
        return switch (says) {
            case Sms.Code(String code) -> JsonMapper.shared().getNodeFactory().stringNode(code);
            case Sms.Filled(String template, Map<String, String> values, String wording) -> {
                ObjectNode json = JsonMapper.shared().createObjectNode();
                json.put("template", template).put("wording", wording);
                ObjectNode gaps = json.putObject("values");
                values.forEach(gaps::put);
                yield json;
            }
        };
    }

    static Sms.Says read(JsonNode json) {
        if (json.isString()) {
            return new Sms.Code(json.stringValue());
        }
        Map<String, String> values = new LinkedHashMap<>();
        json.path("values")
                .properties()
                .forEach(gap -> values.put(gap.getKey(), gap.getValue().asString()));
        return new Sms.Filled(
                json.path("template").asString(), values, json.path("wording").asString());
    }
}
