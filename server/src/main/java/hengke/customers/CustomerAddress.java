package hengke.customers;

import static hengke.kernel.metadata.type.Option.of;

import hengke.capability.primary.OnePrimary;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.Address;
import java.util.List;
import org.springframework.stereotype.Component;

/** One of a customer's addresses: where it is registered, works, is invoiced or receives goods. */
@Component
public final class CustomerAddress extends BusinessObject {
    {
        section("地址", "Address");
    }

    public final Field<Long> customer =
            reference("customer", "customer").label("客户", "Customer").required().within("addresses", "地址", "Addresses");
    public final Field<String> kind = choice(
                    "kind",
                    of("registered", "注册地址", "Registered"),
                    of("office", "办公地址", "Office"),
                    of("invoice", "发票地址", "Invoice"),
                    of("delivery", "配送地址", "Delivery"),
                    of("other", "其他", "Other"))
            .label("类别", "Kind")
            .required()
            .listed();
    public final Field<String> label = text("label", 60)
            .label("自定名称", "Own label")
            .help("如：二号仓库", "E.g. second warehouse")
            .listed();
    public final Field<Address> address =
            address("address").label("地址", "Address").required().title().listed();
    public final Field<Boolean> primary =
            flag("primary").label("该类默认", "Default of its kind").listed();
    public final Field<String> recipient =
            text("recipient", 100).label("收件人", "Recipient").personName().listed();
    public final Field<String> phone = phone("phone").label("电话", "Phone").listed();

    {
        with(new OnePrimary(primary, List.of(customer, kind)));
    }

    CustomerAddress() {
        super("address", "地址", "Address", "Addresses");
    }
}
