package hengke.trade;

import static hengke.kernel.metadata.type.Option.of;

import hengke.capability.approval.Approvable;
import hengke.capability.approval.Approved;
import hengke.capability.sending.Sent;
import hengke.capability.stage.Staged;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.Transitions.Move;
import hengke.kernel.paper.Printed;
import hengke.kernel.problem.Message;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

/** What we offer to a customer, for how much, and until when; each change after it was sent is a new version. */
@Component
public final class Quote extends TradeDocument implements Approvable {
    static final String DRAFT = "draft";
    static final String SENT = "sent";
    static final String ACCEPTED = "accepted";
    static final String DECLINED = "declined";
    static final String EXPIRED = "expired";
    static final String SUPERSEDED = "superseded";

    {
        section("基本信息", "Basics");
    }

    public final Field<String> number = number("Q{yyyyMM}{0000}").title();
    public final Field<String> subject = subject();
    public final Field<Long> customer = customer();
    public final Field<Long> opportunity = opportunity().within("quotes", "报价单", "Quotes");
    public final Field<Long> contact = contact("联系人", "Contact");
    public final Field<String> status = choice(
                    "status",
                    of(DRAFT, "草稿", "Draft").color("gray"),
                    of(SENT, "已发送", "Sent").color("blue"),
                    of(ACCEPTED, "客户已接受", "Accepted").color("green"),
                    of(DECLINED, "客户已拒绝", "Declined").color("red"),
                    of(EXPIRED, "已过期", "Expired").color("orange"),
                    of(SUPERSEDED, "已有新版", "Superseded").color("gray"))
            .label("状态", "Status")
            .required()
            .indexed()
            .listed()
            .headline()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf(DRAFT)));
    public final Field<LocalDate> validUntil = date("validUntil")
            .label("有效期至", "Valid until")
            .help("新建时不填为单据日期后 30 天", "Of a new one 30 days after its date, where nothing is said")
            .indexed()
            .listed()
            .headline();
    public final Field<Long> edition = integer("edition", 1, 10_000)
            .label("版次", "Edition")
            .derived()
            .byDefault(new DefaultValue.Constant(IntNode.valueOf(1)));
    public final Field<Long> previous = reference("previous", "quote")
            .label("上一版", "Previous edition")
            .derived()
            .indexed();

    {
        section("条款", "Terms");
    }

    public final Field<String> terms = longText("terms").label("商务条款", "Terms").alsoCalled("付款方式", "交货方式", "条款");
    public final Field<String> remarks = remarks();

    {
        workedOn(
                new Lined(
                        "quote-line",
                        customer,
                        status,
                        Set.of(DRAFT),
                        List.of(number, customer, validUntil, terms),
                        null),
                new Printed(Papers.quote()),
                new Sent(status, DRAFT, SENT),
                new Approved(),
                new Staged(
                        status,
                        Documents.closing(
                                DRAFT,
                                List.of(SENT, ACCEPTED, DECLINED, EXPIRED, SUPERSEDED),
                                List.of(
                                        new Move(SUPERSEDED, SENT, Set.of(), List.of(), true, false),
                                        new Move(SUPERSEDED, ACCEPTED, Set.of(), List.of(), true, false)))));
    }

    Quote() {
        super("quote", "报价单", "Quote", "Quotes");
    }

    @Override
    public Set<Field<?>> stages() {
        return Set.of(status);
    }

    /** It leaves the house. */
    @Override
    public boolean binds(Row before, Row after) {
        String from = before.get(status);
        return (from == null || from.equals(DRAFT)) && Approvable.at(after.get(status), List.of(SENT, ACCEPTED));
    }

    @Override
    public boolean open(Row row) {
        return DRAFT.equals(row.get(status));
    }

    @Override
    public Optional<Message> stands(Row row) {
        return open(row) ? Optional.empty() : Optional.of(Message.of("trade.quoteStands"));
    }
}
