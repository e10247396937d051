package hengke.capability.share;

import static hengke.kernel.metadata.type.Option.of;

import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.Link;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.StringNode;

/** One colleague of the team of a record: with what right, in what role, with what part of what is earned. */
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
    public final Field<String> role = choice(
                    "role",
                    of("support", "协作", "Supporting").color("blue"),
                    of("presales", "售前", "Pre-sales").color("cyan"),
                    of("delivery", "交付", "Delivery").color("green"),
                    of("service", "客服", "Service").color("lime"),
                    of("commerce", "商务", "Commerce").color("orange"),
                    of("other", "其他", "Other"))
            .label("团队角色", "Role in the team")
            .listed()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf("support")));
    public final Field<BigDecimal> split = percent("split")
            .label("业绩分成", "Split")
            .alsoCalled("分成比例")
            .help("一条记录上各成员合计不超过 100%。", "All members of a record together at most 100 %.")
            .listed();
    public final Field<Link> about =
            link("about", Shared.NAME).label("记录", "Record").required().within("shares", "协作人", "Shared with");

    Share() {
        super("share", "协作人", "Share", "Shares");
    }
}
