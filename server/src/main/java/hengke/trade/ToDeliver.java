package hengke.trade;

import hengke.kernel.metadata.BuiltinView;
import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.Operator;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The list of orders of which something is still to be delivered, what is wanted first before the rest. */
record ToDeliver(String status, String wantedBy) implements Capability {
    @Override
    public String name() {
        return "delivered";
    }

    @Override
    public boolean offered() {
        return false;
    }

    @Override
    public List<BuiltinView> views() {
        ObjectNode open =
                JsonMapper.shared().createObjectNode().put("field", status).put("op", Operator.IN.wire());
        Order.DELIVERABLE.forEach(open.putArray("value")::add);
        return List.of(new BuiltinView("toDeliver", new Label("待发货", "To deliver"), open, wantedBy));
    }
}
