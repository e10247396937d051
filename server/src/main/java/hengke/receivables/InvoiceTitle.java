package hengke.receivables;

import hengke.capability.primary.OnePrimary;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Field;
import java.util.List;
import org.springframework.stereotype.Component;

/** To whom and how a customer wants invoices made out. */
@Component
public final class InvoiceTitle extends BusinessObject {
    {
        section("开票信息", "Invoice details");
    }

    public final Field<Long> customer = reference("customer", "customer")
            .label("客户", "Customer")
            .required()
            .within("invoiceTitles", "开票信息", "Invoice details");
    public final Field<String> title = text("title")
            .label("发票抬头", "Made out to")
            .alsoCalled("抬头", "单位名称")
            .required()
            .title()
            .listed();
    public final Field<String> taxNumber =
            text("taxNumber", 30).label("税号", "Tax number").alsoCalled("纳税人识别号").listed();
    public final Field<String> addressPhone =
            text("addressPhone", 300).label("地址电话", "Address and phone").listed();
    public final Field<String> bankAccount =
            text("bankAccount", 300).label("开户行及账号", "Bank and account").listed();
    public final Field<String> email = email("email").label("收票邮箱", "Send to").listed();
    public final Field<Boolean> primary = flag("primary").label("默认", "Default").listed();

    {
        with(new OnePrimary(primary, List.of(customer)));
    }

    InvoiceTitle() {
        super("invoice-title", "开票信息", "Invoice details", "Invoice details");
    }
}
