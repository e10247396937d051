package hengke.capability.layout;

import static hengke.kernel.metadata.type.Option.of;

import hengke.capability.tag.Tagged;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Field;
import org.springframework.stereotype.Component;

/** A text that papers and their terms are made of, written once and kept edition by edition. */
@Component
public final class Clause extends BusinessObject {
    {
        section("基本信息", "Basics");
    }

    public final Field<String> title = text("name", 100)
            .label("条款名称", "Name")
            .alsoCalled("条款", "clause")
            .required()
            .unique()
            .title()
            .searched()
            .listed();
    public final Field<String> category = choice(
                    "category",
                    of("payment", "付款", "Payment").color("blue"),
                    of("delivery", "交付与验收", "Delivery and acceptance").color("cyan"),
                    of("warranty", "质保与售后", "Warranty").color("green"),
                    of("confidentiality", "保密", "Confidentiality").color("purple"),
                    of("liability", "违约责任", "Liability").color("red"),
                    of("disputes", "争议解决", "Disputes").color("orange"),
                    of("other", "其他", "Other").color("gray"))
            .label("分类", "Category")
            .alsoCalled("条款分类")
            .required()
            .indexed()
            .listed();
    public final Field<String> text = richText("text")
            .label("条款正文", "Text")
            .help(
                    "花括号中写字段名即合并其值，如 {customer.name}、{company}",
                    "A field's name in braces stands for its value: {customer.name}, {company}")
            .required();
    public final Field<Long> edition = integer("edition", 1, 1_000_000)
            .label("版次", "Edition")
            .help("正文每次改动加一", "One more with each change of the text")
            .derived()
            .listed();
    public final Field<String> remarks = longText("remarks").label("使用说明", "When to use it");

    {
        with(new Tagged());
    }

    Clause() {
        super("clause", "条款", "Clause", "Clauses");
        application("sales", "price-book");
    }
}
