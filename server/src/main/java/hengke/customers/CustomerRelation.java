package hengke.customers;

import static hengke.kernel.metadata.type.Option.of;

import hengke.capability.relation.Connects;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.Option;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What two customers are to each other: who supplies whom, who works together, who competes. */
@Component
public final class CustomerRelation extends BusinessObject {
    private static final Option[] KINDS = {
        of("supplier", "上游供应商", "Supplier").color("blue"),
        of("buyer", "下游客户", "Buyer").color("cyan"),
        of("distributor", "下游经销商", "Distributor").color("geekblue"),
        of("principal", "上游厂商", "Manufacturer").color("purple"),
        of("agent", "代理商", "Agent").color("gold"),
        of("represented", "被代理方", "Represented by it").color("orange"),
        of("partner", "合作伙伴", "Partner").color("green"),
        of("competitor", "竞争关系", "Competitor").color("red"),
        of("affiliate", "关联企业", "Affiliate").color("magenta"),
        of("investor", "投资方", "Investor").color("volcano"),
        of("invested", "被投资方", "Invested in").color("lime"),
        of("other", "其他", "Other").color("gray")
    };
    private static final Map<String, String> OPPOSITES = Map.of(
            "supplier", "buyer",
            "buyer", "supplier",
            "distributor", "principal",
            "principal", "distributor",
            "agent", "represented",
            "represented", "agent",
            "investor", "invested",
            "invested", "investor");

    {
        section("关系", "Relation");
    }

    public final Field<Long> from = reference("from", "customer")
            .label("客户", "Customer")
            .required()
            .listed()
            .within("relations", "客户关系", "Relations")
            .seenTogether();
    public final Field<Long> to = reference("to", "customer")
            .label("关联客户", "Related customer")
            .alsoCalled("对方", "对方客户", "related to")
            .required()
            .listed()
            .within("relatedFrom", "被关联", "Related from")
            .seenTogether();
    public final Field<String> kind = choice("kind", KINDS)
            .label("关系", "Relation")
            .help("关联客户是客户的什么", "What the related customer is to the customer")
            .alsoCalled("关系类型", "类型")
            .required()
            .indexed()
            .listed();
    public final Field<String> inverse = choice("inverse", KINDS)
            .label("反向关系", "The other way")
            .help("客户是关联客户的什么；留空则自动对应", "What the customer is to the related one; follows by itself when left empty")
            .listed();
    public final Field<LocalDate> since = date("since").label("开始日期", "Since").listed();
    public final Field<LocalDate> until = date("until").label("结束日期", "Until").listed();
    public final Field<String> note = text("note").label("说明", "Note").title().listed();

    {
        with(new Connects(from, to, kind, inverse, OPPOSITES, since, until));
    }

    CustomerRelation() {
        super("customer-relation", "客户关系", "Customer relation", "Customer relations");
    }
}
