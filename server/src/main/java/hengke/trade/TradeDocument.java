package hengke.trade;

import hengke.capability.activity.Followed;
import hengke.capability.appointment.Scheduled;
import hengke.capability.attachment.Attached;
import hengke.capability.owner.Owned;
import hengke.capability.share.Shared;
import hengke.capability.tag.Tagged;
import hengke.capability.task.Tasked;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Field;

/** What the papers of a deal have in common: a number, whom and which deal they are for, and how people work on them. */
abstract class TradeDocument extends BusinessObject {
    private final String chinese;
    private final String several;

    TradeDocument(String name, String chinese, String english, String several) {
        super(name, chinese, english, several);
        this.chinese = chinese;
        this.several = several;
        application("sales", name);
    }

    /** What is said at the head of each. */
    protected final Field<String> number(String pattern) {
        return autoNumber("number", pattern)
                .label(chinese + "编号", "Number")
                .alsoCalled(chinese + "号", "编号", name() + " number")
                .unique()
                .searched()
                .listed();
    }

    protected final Field<String> subject() {
        return text("name")
                .label(chinese + "主题", "Subject")
                .alsoCalled("主题", "名称")
                .searched()
                .listed();
    }

    protected final Field<Long> customer() {
        return reference("customer", "customer")
                .label("客户", "Customer")
                .required()
                .listed()
                .headline()
                .within(name() + "s", chinese, several);
    }

    protected final Field<Long> opportunity() {
        return reference("opportunity", "opportunity").label("商机", "Opportunity");
    }

    /** The quote it was made of. */
    protected final Field<Long> quote() {
        return reference("quote", "quote").label("报价单", "Quote").derived().indexed();
    }

    protected final Field<Long> contact(String chineseLabel, String english) {
        return reference("contact", "contact").label(chineseLabel, english).indexed();
    }

    protected final Field<String> remarks() {
        return longText("remarks").label("内部备注", "Internal remarks");
    }

    /** Its lines, paper and moves, and that it has an owner and a team, follow-ups, tags and files. */
    protected final void workedOn(Capability... own) {
        with(own);
        with(new Owned(), new Followed(), new Tasked(), new Scheduled(), new Tagged(), new Attached(), new Shared());
    }
}
