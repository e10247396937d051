package hengke.products;

import static hengke.kernel.metadata.type.Option.of;

import hengke.capability.activity.Discussed;
import hengke.capability.attachment.Attached;
import hengke.capability.tag.Tagged;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.Option;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.StringNode;

/** Something that is sold: goods, a service, or several of them together. */
@Component
public final class Product extends BusinessObject {
    static final String BUNDLE = "bundle";

    /** Where a company begins; administrators edit the tree. */
    private static final List<Option> CATEGORIES = List.of(
            of("goods", "商品", "Goods"),
            of("equipment", "设备", "Equipment").under("goods"),
            of("material", "材料", "Material").under("goods"),
            of("spare", "配件", "Spare parts").under("goods"),
            of("software", "软件", "Software"),
            of("licence", "许可", "Licence").under("software"),
            of("subscription", "订阅", "Subscription").under("software"),
            of("service", "服务", "Service"),
            of("implementation", "实施", "Implementation").under("service"),
            of("maintenance", "维保", "Maintenance").under("service"),
            of("training", "培训", "Training").under("service"));

    {
        section("基本信息", "Basics");
    }

    public final Field<String> title = text("name")
            .label("产品名称", "Name")
            .alsoCalled("产品", "名称", "品名", "product")
            .required()
            .title()
            .searched()
            .listed();
    public final Field<String> code = autoNumber("code", "P{00000}")
            .label("产品编码", "Code")
            .alsoCalled("编码", "货号", "sku", "product code")
            .unique()
            .searched()
            .listed();
    public final Field<String> edition = text("edition", 60)
            .label("规格/版本", "Edition")
            .alsoCalled("规格", "型号", "版本", "version")
            .listed();
    public final Field<String> category = treeChoice("category", CATEGORIES)
            .label("产品分类", "Category")
            .alsoCalled("分类", "类别", "series")
            .indexed()
            .listed();
    public final Field<String> kind = choice(
                    "kind",
                    of("single", "单品", "Single"),
                    of(BUNDLE, "套餐", "Bundle").color("purple"))
            .label("类型", "Kind")
            .help("添加了套餐内容即为套餐", "What consists of other products is a bundle")
            .required()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf("single")));
    public final Field<String> unit = choice(
                    "unit",
                    of("piece", "个", "Piece"),
                    of("set", "套", "Set"),
                    of("unit", "台", "Unit"),
                    of("box", "箱", "Box"),
                    of("kilogram", "千克", "Kilogram"),
                    of("metre", "米", "Metre"),
                    of("hour", "小时", "Hour"),
                    of("day", "人天", "Day"),
                    of("user", "用户", "User"),
                    of("month", "月", "Month"),
                    of("year", "年", "Year"))
            .label("单位", "Unit")
            .alsoCalled("计量单位")
            .listed()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf("piece")));
    public final Field<Boolean> active = flag("active")
            .label("在售", "On sale")
            .alsoCalled("状态", "上架")
            .indexed()
            .listed()
            .byDefault(new DefaultValue.Constant(BooleanNode.TRUE));
    public final Field<LocalDate> from =
            date("validFrom").label("上市日期", "On sale from").alsoCalled("上架日期");
    public final Field<LocalDate> until =
            date("validUntil").label("停售日期", "On sale until").alsoCalled("下架日期");

    {
        section("价格", "Price");
    }

    public final Field<Money> price = money("price")
            .label("标准价", "List price")
            .alsoCalled("单价", "价格", "售价", "sales price", "price")
            .required()
            .listed()
            .headline();
    public final Field<Money> floorPrice = money("floorPrice")
            .label("最低价", "Floor price")
            .help("低于此价需要审批", "Below it, approval is needed")
            .alsoCalled("底价");
    public final Field<Money> cost = money("cost").label("成本价", "Cost").alsoCalled("成本", "采购价");
    public final Field<BigDecimal> taxRate = percent("taxRate", 0, 100)
            .label("税率", "Tax rate")
            .alsoCalled("增值税率", "VAT")
            .required()
            .listed()
            .byDefault(new DefaultValue.Constant(DecimalNode.valueOf(new BigDecimal("13"))));
    public final Field<BigDecimal> margin = formula(
                    "margin",
                    new DecimalType(DecimalType.Form.PERCENT, 2, new BigDecimal("-1000000"), new BigDecimal("1000000")),
                    "round(({price} - {cost}) * 100 / {price}, 2)")
            .label("毛利率", "Margin");

    {
        section("说明", "Description");
    }

    public final Field<String> description =
            longText("description").label("产品说明", "Description").alsoCalled("描述", "备注", "说明");

    {
        with(new Tagged(), new Attached(), new Discussed());
    }

    Product() {
        super("product", "产品", "Product", "Products");
        application("sales", "product");
    }
}
