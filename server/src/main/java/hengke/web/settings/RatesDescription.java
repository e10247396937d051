package hengke.web.settings;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes currencies and rates. */
@Component
@Order(93)
final class RatesDescription implements ApiPart {

    @Override
    public void describe(Description api) {
        Schema inUse = api.schema(
                "Currencies",
                Shape.answer()
                        .with("base", Schema.text(3).about("本位币，ISO 4217", "The base currency, ISO 4217"))
                        .with("day", Schema.date().about("公司时区的今天", "Today by the company's clock"))
                        .with("currencies", Schema.listOf(usable())));
        Schema page = api.schema(
                "ExchangeRates",
                Shape.answer()
                        .with("version", Schema.integer())
                        .with("items", Schema.listOf(rate()))
                        .with("next", Schema.date().orNull().about("作为 before 取更早的", "As before: the earlier ones")));
        Section section = api.section("币种与汇率", "Currencies and rates");
        section.get("/api/currencies", "可用的币种与今天的汇率", "The currencies in use and today's rates")
                .answers(inUse);
        section.get("/api/settings/rates/{currency}", "一个币种的汇率，新的在前", "The rates of a currency, newest first")
                .query("before", Schema.date())
                .answers(page)
                .forAdministrators();
        section.post("/api/settings/rates", "录入或更正一天的汇率", "Enter or correct the rate of a day")
                .explained(
                        "从这一天起生效，直到下一条汇率；已折算的金额不变。",
                        "It holds from that day until the next rate; amounts that were converted stay.")
                .body(Shape.body()
                        .with("version", Schema.integer(0, Long.MAX_VALUE))
                        .with("currency", Schema.text(3))
                        .with("from", Schema.date())
                        .with("rate", Schema.decimal()))
                .answers(page)
                .forAdministrators();
        section.delete("/api/settings/rates/{currency}/{from}", "删除一条汇率", "Take a rate out")
                .needs("version", Schema.integer(0, Long.MAX_VALUE))
                .answersNothing()
                .forAdministrators();
        section.post("/api/settings/rates/import", "导入汇率", "Bring a list of rates")
                .explained(
                        "表格或文本，三列：币种、生效日期、汇率。全部正确才写入；有错时 422，errors 的 field 为 lines[行号]。",
                        "A spreadsheet or text of three columns: currency, first day, rate. All or none; what is wrong"
                                + " is said with 422, the field of each error being lines[number].")
                .form(Shape.body().with("file", Schema.bytes()))
                .answers(Shape.answer()
                        .with("added", Schema.integer())
                        .with("corrected", Schema.integer())
                        .with("unchanged", Schema.integer()))
                .forAdministrators();
    }

    private static Shape usable() {
        return Shape.answer()
                .with("currency", Schema.text(3))
                .with("digits", Schema.integer().about("小数位数，按 ISO 4217", "Digits behind the point by ISO 4217"))
                .with("rate", Schema.decimal().orNull().about("一单位合多少本位币", "What one unit is worth in the base"))
                .with("from", Schema.date().orNull());
    }

    private static Shape rate() {
        return Shape.answer()
                .with("currency", Schema.text(3))
                .with("from", Schema.date())
                .with("rate", Schema.decimal())
                .with("at", Schema.moment())
                .with("by", Schema.named("Labelled"));
    }
}
