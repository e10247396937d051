package hengke.customers;

import static hengke.kernel.metadata.type.Option.of;

import hengke.capability.relation.Connects;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.StringNode;

/**
 * A contact's place at a customer other than the present employer, whom the contact itself names: where somebody worked
 * before, or whom somebody advises or holds shares of. Without an end it lasts.
 */
@Component
public final class ContactPost extends BusinessObject {
    {
        section("任职", "Post");
    }

    public final Field<Long> contact = reference("contact", "contact")
            .label("联系人", "Contact")
            .required()
            .listed()
            .within("posts", "任职经历", "Posts");
    public final Field<Long> customer = reference("customer", "customer")
            .label("客户", "Customer")
            .alsoCalled("单位", "公司", "company")
            .required()
            .indexed()
            .listed()
            .seenTogether();
    public final Field<String> kind = choice(
                    "kind",
                    of("employee", "任职", "Employed").color("blue"),
                    of("adviser", "顾问", "Adviser").color("cyan"),
                    of("shareholder", "股东", "Shareholder").color("gold"),
                    of("director", "董事/监事", "Director").color("purple"),
                    of("partTime", "兼职", "Part-time").color("green"),
                    of("other", "其他", "Other").color("gray"))
            .label("类别", "Kind")
            .required()
            .listed()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf("employee")));
    public final Field<String> title =
            text("title", 100).label("职务", "Job title").title().listed();
    public final Field<String> department =
            text("department", 100).label("部门", "Department").listed();
    public final Field<LocalDate> since = date("since").label("到任日期", "From").listed();
    public final Field<LocalDate> until = date("until")
            .label("离任日期", "To")
            .help("留空表示至今", "Still lasting when left empty")
            .listed();

    {
        with(new Connects(contact, customer, kind, null, Map.of(), since, until));
    }

    ContactPost() {
        super("contact-post", "任职经历", "Post", "Posts");
    }
}
