package hengke.capability.owner;

import hengke.kernel.metadata.BuiltinView;
import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.Operator;
import hengke.kernel.metadata.type.IdType;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The record belongs to somebody, whose place in the organisation decides who else sees it. */
public record Owned() implements Capability {
    public static final Field<Long> OWNER = Field.of("owner", new IdType(new IdType.User()), "负责人", "Owner")
            .in(SECTION)
            .alsoCalled("销售", "业务员", "跟进人", "所属人", "sales agent")
            .indexed()
            .listed()
            .headline()
            .byDefault(new DefaultValue.CurrentUser());

    @Override
    public String name() {
        return "owned";
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(OWNER);
    }

    @Override
    public List<BuiltinView> views() {
        ObjectNode mine = JsonMapper.shared()
                .createObjectNode()
                .put("field", OWNER.name())
                .put("op", Operator.EQ.wire())
                .put("value", "me");
        return List.of(new BuiltinView("mine", new Label("我负责的", "Mine"), mine, null));
    }
}
