package hengke.capability.activity;

import static hengke.kernel.metadata.type.Option.of;

import hengke.capability.owner.Owned;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.Location;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.StringNode;

/** A follow-up: one call, visit, mail or meeting, what came of it, and when to speak again. */
@Component
public final class Activity extends BusinessObject {
    /** Among colleagues: nobody was in contact with the customer. */
    public static final String NOTE = "note";

    {
        section("跟进", "Follow-up");
    }

    public final Field<String> content =
            longText("content").label("内容", "Content").required().title().searched();
    public final Field<String> kind = choice(
                    "kind",
                    of("call", "电话", "Call").color("blue"),
                    of("visit", "面访", "Visit").color("green"),
                    of("email", "邮件", "E-mail").color("cyan"),
                    of("wechat", "微信", "WeChat").color("lime"),
                    of("meeting", "会议", "Meeting").color("purple"),
                    of("other", "其他", "Other"),
                    of(NOTE, "内部沟通", "Internal note").color("gold"))
            .label("方式", "Kind")
            .required()
            .listed()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf("call")));
    public final Field<Link> about = link("about", Discussed.NAME)
            .label("关于", "About")
            .required()
            .listed()
            .within("activities", "跟进记录", "Follow-ups");
    public final Field<Long> contact =
            reference("contact", "contact").label("联系人", "Contact").listed();
    public final Field<Instant> at =
            dateTime("at").label("时间", "At").required().listed().indexed().byDefault(new DefaultValue.Now());
    public final Field<Instant> nextContactAt =
            dateTime("nextContactAt").label("下次联系时间", "Next contact").listed();
    public final Field<String> outcome = text("outcome", 500).label("结果", "Outcome");
    public final Field<List<Long>> files = files("files").label("附件", "Files");
    public final Field<Location> place = location("place").label("位置", "Place");

    {
        with(new Owned());
    }

    Activity() {
        super("activity", "跟进记录", "Follow-up", "Follow-ups");
        application("customers", "activity");
    }
}
