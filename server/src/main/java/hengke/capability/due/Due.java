package hengke.capability.due;

import hengke.kernel.metadata.BuiltinView;
import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.Operator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The record is due on a day: there are lists of what is overdue, and of what is due within thirty days.
 *
 * @param day the name of the field that says when
 * @param open what holds of a record that is still to be done
 * @param soon what the list of those that are due soon is called
 */
public record Due(String day, JsonNode open, Label soon) implements Capability {
    private static final int SOON = 30;

    @Override
    public String name() {
        return "due";
    }

    @Override
    public boolean offered() {
        return false;
    }

    @Override
    public List<BuiltinView> views() {
        ObjectNode past = when(Operator.LT).put("value", "today");
        ObjectNode next = when(Operator.DURING);
        next.putObject("value").put("next", SOON).put("unit", "day");
        return List.of(
                new BuiltinView("overdue", new Label("已逾期", "Overdue"), both(past), day),
                new BuiltinView("dueSoon", soon, both(next), day));
    }

    private ObjectNode when(Operator operator) {
        return JsonMapper.shared().createObjectNode().put("field", day).put("op", operator.wire());
    }

    private JsonNode both(JsonNode when) {
        ObjectNode all = JsonMapper.shared().createObjectNode();
        ArrayNode and = all.putArray("and");
        and.add(open);
        and.add(when);
        return all;
    }
}
