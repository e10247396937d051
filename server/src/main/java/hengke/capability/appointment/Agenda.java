package hengke.capability.appointment;

import hengke.kernel.metadata.BuiltinView;
import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.Operator;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The lists of appointments: what is to come, where I am asked to, and visits that were not made. */
record Agenda() implements Capability {
    private static final JsonNodeFactory NODES = JsonMapper.shared().getNodeFactory();

    @Override
    public String name() {
        return "agenda";
    }

    @Override
    public boolean offered() {
        return false;
    }

    @Override
    public List<BuiltinView> views() {
        ObjectNode asked = NODES.objectNode().put("exists", "participants");
        asked.set("where", is("user"));
        return List.of(
                view("coming", "即将到来", "To come", planned(is("owner"), when(Operator.GE))),
                view("takingPart", "我参与的", "I take part", planned(asked)),
                view("unvisited", "未完成的拜访", "Visits not made", planned(visit(), when(Operator.LT))));
    }

    private static BuiltinView view(String id, String chinese, String english, ObjectNode filter) {
        return new BuiltinView(id, new Label(chinese, english), filter, Appointment.START_AT);
    }

    private static ObjectNode planned(ObjectNode... more) {
        ObjectNode all = NODES.objectNode();
        ArrayNode and = all.putArray("and");
        and.add(field(Appointment.STATUS, Operator.EQ).put("value", Appointment.PLANNED));
        List.of(more).forEach(and::add);
        return all;
    }

    private static ObjectNode visit() {
        return field(Appointment.KIND, Operator.EQ).put("value", Appointment.VISIT);
    }

    private static ObjectNode when(Operator operator) {
        return field(Appointment.LAST_AT, operator).put("value", "now");
    }

    private static ObjectNode is(String name) {
        return field(name, Operator.EQ).put("value", "me");
    }

    private static ObjectNode field(String name, Operator operator) {
        return NODES.objectNode().put("field", name).put("op", operator.wire());
    }
}
