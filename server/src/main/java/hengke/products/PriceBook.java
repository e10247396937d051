package hengke.products;

import hengke.capability.activity.Discussed;
import hengke.customers.Customer;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.Option;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;

/** Prices that hold for some customers, or for a time. */
@Component
public final class PriceBook extends BusinessObject {
    {
        section("基本信息", "Basics");
    }

    public final Field<String> title = text("name")
            .label("价格表名称", "Name")
            .alsoCalled("价格表", "名称", "price book")
            .required()
            .unique()
            .title()
            .searched()
            .listed();
    public final Field<Boolean> active =
            flag("active").label("启用", "In use").listed().byDefault(new DefaultValue.Constant(BooleanNode.TRUE));
    public final Field<LocalDate> from =
            date("validFrom").label("生效日期", "Valid from").listed();
    public final Field<LocalDate> until = date("validUntil")
            .label("失效日期", "Valid until")
            .help("含当天", "This day included")
            .listed();
    public final Field<Long> priority = integer("priority", 1, 999)
            .label("优先级", "Priority")
            .help("几张价格表同样适用时，数字小的先用", "Of books that fit alike the smaller number comes first")
            .required()
            .listed()
            .byDefault(new DefaultValue.Constant(IntNode.valueOf(100)));

    {
        section("适用客户", "For which customers");
    }

    public final Field<List<Long>> customers = references("customers", "customer")
            .label("指定客户", "These customers")
            .help("全部留空即适用于所有客户", "All left empty: for every customer");
    public final Field<List<String>> levels;
    public final Field<String> region =
            region("region").label("客户区域", "Customers of this region").listed();

    {
        section("说明", "Remarks");
    }

    public final Field<String> remarks = longText("remarks").label("备注", "Remarks");

    PriceBook(Customer customer) {
        super("price-book", "价格表", "Price book", "Price books");
        application("sales", "price-book");
        section("适用客户", "For which customers");
        with(new Discussed());
        levels = multiChoice("levels", levelsOf(customer))
                .label("客户等级", "Customers of these levels")
                .listed();
    }

    private static Option[] levelsOf(Customer customer) {
        return customer.level.type() instanceof ChoiceType choice
                ? choice.options().toArray(Option[]::new)
                : new Option[0];
    }
}
