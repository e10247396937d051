package hengke.receivables;

import hengke.kernel.metadata.BuiltinView;
import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.Operator;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists of what should have been paid by now, and of what should be paid soon. */
record DueViews() implements Capability {
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
        ObjectNode past = due();
        past.withObject("value").put("last", 36_500).put("unit", "day");
        ObjectNode soon = due();
        soon.withObject("value").put("next", SOON).put("unit", "day");
        return List.of(
                new BuiltinView("overdue", new Label("已逾期", "Overdue"), open(past), PaymentPlan.DUE_DATE),
                new BuiltinView(
                        "dueSoon", new Label("30 天内应收", "Due within 30 days"), open(soon), PaymentPlan.DUE_DATE));
    }

    private static ObjectNode due() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("field", PaymentPlan.DUE_DATE)
                .put("op", Operator.DURING.wire());
    }

    private static JsonNode open(JsonNode due) {
        ObjectNode all = JsonMapper.shared().createObjectNode();
        ArrayNode and = all.putArray("and");
        and.add(Counted.unsettled());
        and.add(due);
        return all;
    }
}
