package hengke.products;

import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.DecimalNode;

/** A product of which a bundle has some. */
@Component
public final class BundlePart extends BusinessObject {
    public final Field<Long> bundle = reference("bundle", "product")
            .label("套餐", "Bundle")
            .required()
            .within("parts", "套餐内容", "What it consists of");
    public final Field<Long> product = reference("product", "product")
            .label("产品", "Product")
            .required()
            .indexed()
            .listed();
    public final Field<BigDecimal> quantity = decimal("quantity", 3)
            .label("数量", "Quantity")
            .required()
            .listed()
            .byDefault(new DefaultValue.Constant(DecimalNode.valueOf(BigDecimal.ONE)));
    public final Field<String> remarks =
            text("remarks").label("说明", "Remarks").title().listed();

    BundlePart() {
        super("bundle-part", "套餐内容", "Part of a bundle", "Parts of bundles");
    }
}
