package hengke.web.reference;

import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.Schema;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes the reference data. */
@Component
@Order(91)
final class ReferenceDescription implements ApiPart {

    @Override
    public void describe(Description api) {
        Schema text = Schema.text();
        Schema district = Schema.tuple(text, text);
        Schema city = Schema.tuple(text, text, Schema.listOf(district));
        Schema province = api.schema(
                "Province",
                Schema.tuple(text, text, Schema.listOf(city))
                        .about("[代码, 名称, 下级列表]", "[code, name, list of those below]"));
        api.section("基础数据", "Reference data")
                .get("/api/reference/regions", "省、市、区", "Provinces, cities and districts")
                .answers(Schema.listOf(province))
                .cached();
    }
}
