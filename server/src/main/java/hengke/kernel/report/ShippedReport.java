package hengke.kernel.report;

import hengke.kernel.metadata.Label;
import hengke.kernel.problem.Language;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A report that the product brings along. A bean of it is all it takes: everybody who may read its object finds it, and
 * keeps a changed copy where it does not suit.
 *
 * @param key names it for ever, in addresses and on dashboards
 * @param question as anybody asks it, but that the label of a figure is one for each language
 * @param chart how it is drawn
 */
public record ShippedReport(String key, Label name, Label folder, ObjectNode question, ObjectNode chart) {

    /** The question as it is asked in one language. */
    public ObjectNode question(Language language) {
        ObjectNode asked = question.deepCopy();
        for (JsonNode figure : asked.path("measures")) {
            if (figure.path("label") instanceof ArrayNode both) {
                ((ObjectNode) figure).set("label", both.get(language == Language.CHINESE ? 0 : 1));
            }
        }
        return asked;
    }

    /** What it is about. */
    public String object() {
        return question.path("object").asString("");
    }
}
