package hengke.capability.task;

import hengke.kernel.metadata.BuiltinView;
import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.Operator;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The lists of tasks: mine to be done, what is late, what I take part in, what I gave to others. */
record ToDo() implements Capability {
    private static final JsonNodeFactory NODES = JsonMapper.shared().getNodeFactory();

    @Override
    public String name() {
        return "todo";
    }

    @Override
    public boolean offered() {
        return false;
    }

    @Override
    public List<BuiltinView> views() {
        ObjectNode taken = NODES.objectNode().put("exists", "shares");
        taken.set("where", is("user"));
        return List.of(
                view("myOpen", "我的待办", "Mine to do", open(is("owner"))),
                view(
                        "late",
                        "已逾期",
                        "Overdue",
                        open(field(Task.DUE_AT, Operator.LT).put("value", "now"))),
                view(
                        "today",
                        "今天到期",
                        "Due today",
                        open(field(Task.DUE_AT, Operator.DURING).put("value", "today"))),
                view("takingPart", "我参与的", "I take part", open(taken)),
                view(
                        "givenAway",
                        "我交办的",
                        "Given to others",
                        open(is("createdBy"), NODES.objectNode().set("not", is("owner")))));
    }

    private static BuiltinView view(String id, String chinese, String english, ObjectNode filter) {
        return new BuiltinView(id, new Label(chinese, english), filter, Task.DUE_AT);
    }

    private static ObjectNode open(ObjectNode... more) {
        ObjectNode all = NODES.objectNode();
        ArrayNode and = all.putArray("and");
        ObjectNode open = field(Task.STATUS, Operator.IN);
        Task.OPEN.forEach(open.putArray("value")::add);
        and.add(open);
        List.of(more).forEach(and::add);
        return all;
    }

    private static ObjectNode is(String field) {
        return field(field, Operator.EQ).put("value", "me");
    }

    private static ObjectNode field(String name, Operator operator) {
        return NODES.objectNode().put("field", name).put("op", operator.wire());
    }
}
