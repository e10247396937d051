package hengke.capability.share;

import static hengke.kernel.metadata.type.Option.of;

import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.Link;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.StringNode;

/** One colleague with whom one record is shared, to read or to edit. */
@Component
public final class Share extends BusinessObject {
    {
        section("协作人", "Shared with");
    }

    public final Field<Long> user =
            user("user").label("成员", "Member").required().indexed().listed();
    public final Field<String> right = choice("right", of("read", "可查看", "May read"), of("edit", "可编辑", "May edit"))
            .label("权限", "Right")
            .required()
            .title()
            .listed()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf("read")));
    public final Field<Link> about =
            link("about", Shared.NAME).label("记录", "Record").required().within("shares", "协作人", "Shared with");

    Share() {
        super("share", "协作人", "Share", "Shares");
    }
}
