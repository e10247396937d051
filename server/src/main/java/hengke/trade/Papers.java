package hengke.trade;

import hengke.kernel.paper.Layout;
import hengke.kernel.paper.Layout.Facts;
import hengke.kernel.paper.Layout.Lines;
import hengke.kernel.paper.Layout.Signatures;
import hengke.kernel.paper.Layout.Sums;
import hengke.kernel.paper.Layout.Text;
import hengke.kernel.paper.Layout.Title;
import java.util.List;

/** How quotes and orders look on paper until a company decides otherwise. */
final class Papers {
    private static final List<String> COLUMNS =
            List.of("name", "quantity", "unit", "price", "discount", "taxRate", "amount", "remarks");
    private static final Sums SUMS = new Sums(List.of("net", "tax", "total"), "total");
    private static final Signatures PARTIES = new Signatures(List.of("甲方：{customer.name}", "乙方：{company}"));

    private Papers() {}

    static Layout quote() {
        return new Layout(
                List.of(
                        new Title("报价单"),
                        new Facts(List.of(
                                "number",
                                "date",
                                "customer",
                                "validUntil",
                                "contact",
                                "contact.phone",
                                "name",
                                "owner")),
                        new Lines("lines", COLUMNS),
                        SUMS,
                        new Text("商务条款", "{terms}"),
                        PARTIES),
                "{company} · {number}");
    }

    static Layout contract() {
        return new Layout(
                List.of(
                        new Title("{name}"),
                        new Facts(List.of("number", "signedOn", "customer", "contact", "startDate", "endDate")),
                        new Text("", "甲方：{customer.name}\n乙方：{company}\n双方经协商一致，订立本合同。"),
                        new Lines("lines", COLUMNS),
                        new Sums(List.of("net", "tax", "amount"), "amount"),
                        new Text("付款条款", "{paymentTerms}"),
                        new Text("其他条款", "{terms}"),
                        PARTIES),
                "{company} · {number}");
    }

    static Layout order() {
        return new Layout(
                List.of(
                        new Title("销售订单"),
                        new Facts(List.of(
                                "number",
                                "date",
                                "customer",
                                "deliveryDate",
                                "contact",
                                "recipient",
                                "phone",
                                "deliveryAddress")),
                        new Lines("lines", COLUMNS),
                        SUMS,
                        new Text("商务条款", "{terms}"),
                        PARTIES),
                "{company} · {number}");
    }
}
