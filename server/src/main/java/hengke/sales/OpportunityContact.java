package hengke.sales;

import static hengke.kernel.metadata.type.Option.of;

import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Field;
import org.springframework.stereotype.Component;

/** Somebody who has a say in a deal, and which. */
@Component
public final class OpportunityContact extends BusinessObject {
    public final Field<Long> opportunity = reference("opportunity", "opportunity")
            .label("商机", "Opportunity")
            .required()
            .within("contacts", "参与联系人", "People in the deal");
    public final Field<Long> contact = reference("contact", "contact")
            .label("联系人", "Contact")
            .required()
            .indexed()
            .listed()
            .seenTogether();
    public final Field<String> role = choice(
                    "role",
                    of("decides", "决策者", "Decides").color("red"),
                    of("influences", "影响者", "Influences").color("orange"),
                    of("evaluates", "技术评估", "Evaluates").color("purple"),
                    of("buys", "采购", "Buys").color("blue"),
                    of("uses", "使用者", "Uses").color("cyan"),
                    of("coach", "内部支持者", "Coach").color("green"))
            .label("角色", "Role")
            .required()
            .listed();
    public final Field<String> attitude = choice(
                    "attitude",
                    of("supports", "支持", "Supports").color("green"),
                    of("neutral", "中立", "Neutral").color("gray"),
                    of("opposes", "反对", "Opposes").color("red"))
            .label("态度", "Attitude")
            .listed();
    public final Field<String> concern =
            text("concern").label("关注点", "What matters to them").title().listed();
    public final Field<String> remarks = longText("remarks").label("备注", "Remarks");

    OpportunityContact() {
        super("opportunity-contact", "参与联系人", "Person in a deal", "People in deals");
    }
}
