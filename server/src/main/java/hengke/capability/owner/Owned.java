package hengke.capability.owner;

import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.IdType;
import java.util.List;

/** The record belongs to somebody, whose place in the organisation decides who else sees it. */
public record Owned() implements Capability {
    public static final Field<Long> OWNER = Field.of("owner", new IdType(new IdType.User()), "负责人", "Owner")
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
}
