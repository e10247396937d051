package hengke.products;

import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.Money;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.DecimalNode;

/** What a product costs by a price book, from a quantity on. */
@Component
public final class Price extends BusinessObject {
    public final Field<Long> book = reference("priceBook", "price-book")
            .label("价格表", "Price book")
            .required()
            .within("prices", "价格", "Prices");
    public final Field<Long> product = reference("product", "product")
            .label("产品", "Product")
            .required()
            .indexed()
            .listed()
            .seenTogether();
    public final Field<BigDecimal> fromQuantity = decimal("fromQuantity", 3)
            .label("起订数量", "From quantity")
            .help("达到此数量按此价", "The price from this quantity on")
            .required()
            .listed()
            .byDefault(new DefaultValue.Constant(DecimalNode.valueOf(BigDecimal.ONE)));
    public final Field<Money> price =
            money("price").label("单价", "Unit price").alsoCalled("价格").required().listed();
    public final Field<Money> floorPrice =
            money("floorPrice").label("最低价", "Floor price").listed();
    public final Field<String> remarks = text("remarks").label("说明", "Remarks").title();

    Price() {
        super("price", "价格", "Price", "Prices");
    }
}
