package hengke.web.products;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Shape;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes prices. */
@Component
@Order(86)
final class PricesDescription implements ApiPart {
    @Override
    public void describe(Description api) {
        api.section("产品与价格", "Products and prices")
                .post("/api/prices", "客户价格：按价格表取价", "What products cost a customer")
                .explained(
                        "依次取指定客户、客户等级或区域、所有客户的价格表，再按优先级；达到的最大起订数量生效；没有价格表时用标准价，币种不同按当日汇率折算。没有价格的产品不列出。",
                        "A book that names the customer comes first, then one for its level or region, then one for"
                                + " everybody, each by priority; the greatest quantity reached counts. Without a book"
                                + " it is the list price, by the day's rate if need be. Products without a price are"
                                + " left out.")
                .body(Shape.body()
                        .maybe("customer", Schema.id())
                        .maybe("currency", Schema.text(3))
                        .maybe("date", Schema.date())
                        .with(
                                "lines",
                                Schema.listOf(Shape.body()
                                                .with("product", Schema.id())
                                                .maybe("quantity", Schema.decimal()))
                                        .with("maxItems", PricesController.MOST)))
                .answers(api.schema(
                        "Prices",
                        RecordShape.of(PricesController.Answer.class)
                                .with(
                                        "lines",
                                        Schema.listOf(RecordShape.of(PricesController.Line.class)
                                                .with("origin", Schema.oneOf("book", "list", "rate"))
                                                .with(
                                                        "book",
                                                        RecordShape.of(PricesController.Book.class)
                                                                .orNull())))));
    }
}
