package hengke.trade;

import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.Money;
import java.math.BigDecimal;
import tools.jackson.databind.node.DecimalNode;

/**
 * A line of a document: how much of what, for how much. Amounts are in the currency of the document; the price of one may
 * have more digits than the currency. {@link LineAmounts} says how a line is reckoned.
 */
public abstract class TradeLine extends BusinessObject {
    static final String DOCUMENT = "document";
    static final String NET = "net";
    static final String TAX = "tax";
    static final String AMOUNT = "amount";
    static final String COST_AMOUNT = "costAmount";

    public final Field<Long> position =
            integer("position", 1, 100_000).label("行号", "Position").following();
    public final Field<Long> document;
    public final Field<Long> product;
    public final Field<String> title;
    public final Field<String> unit;
    public final Field<BigDecimal> quantity;
    public final Field<BigDecimal> listPrice;
    public final Field<BigDecimal> price;
    public final Field<BigDecimal> discount;
    public final Field<BigDecimal> taxRate;
    public final Field<BigDecimal> floorPrice;
    public final Field<BigDecimal> cost;
    public final Field<Money> net;
    public final Field<Money> tax;
    public final Field<Money> amount;
    public final Field<Money> costAmount;
    public final Field<String> remarks;

    /**
     * @param of the document's object
     * @param chinese what the document is called
     */
    protected TradeLine(String of, String chinese, String english) {
        super(of + "-line", chinese + "明细", english + " line", english + " lines");
        document = reference(DOCUMENT, of)
                .label(chinese, english)
                .required()
                .listed()
                .asLines("lines", "产品明细", "Lines", position);
        product = reference("product", "product")
                .label("产品", "Product")
                .alsoCalled("产品编码")
                .indexed()
                .listed();
        title = text("name")
                .label("名称", "Name")
                .help("不填即为产品名称", "The product's, where nothing is said")
                .alsoCalled("产品名称", "品名")
                .required()
                .title()
                .listed();
        unit = text("unit", 20).label("单位", "Unit").listed();
        quantity = decimal("quantity", 4)
                .label("数量", "Quantity")
                .required()
                .listed()
                .byDefault(new DefaultValue.Constant(DecimalNode.valueOf(BigDecimal.ONE)));
        listPrice = decimal("listPrice", 6).label("参考价", "Suggested price").derived();
        price = decimal("price", 6)
                .label("单价", "Unit price")
                .help("不填即按价格表取价", "By the price books, where nothing is said")
                .required()
                .listed();
        discount = percent("discount", 0, 100)
                .label("优惠（%）", "Discount (%)")
                .help("10 即九折", "Off the price")
                .listed()
                .byDefault(new DefaultValue.Constant(DecimalNode.valueOf(BigDecimal.ZERO)));
        taxRate = percent("taxRate", 0, 100).label("税率", "Tax rate").listed();
        floorPrice = decimal("floorPrice", 6).label("最低价", "Floor price").derived();
        cost = decimal("cost", 6).label("单位成本", "Unit cost").derived();
        net = money(NET).label("不含税金额", "Net").derived();
        tax = money(TAX).label("税额", "Tax").derived();
        amount = money(AMOUNT).label("价税合计", "Amount").derived().listed();
        costAmount = money(COST_AMOUNT).label("成本", "Cost").derived();
        remarks = text("remarks", 500).label("备注", "Remarks");
    }
}
