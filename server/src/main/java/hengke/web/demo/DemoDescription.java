package hengke.web.demo;

import hengke.demo.Demo;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.records.OperationJson;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes loading and removing the demo data. */
@Component
@Order(95)
final class DemoDescription implements ApiPart {

    @Override
    public void describe(Description api) {
        Schema operation = Schema.named("Operation");
        Section section = api.section("演示数据", "Demo data");
        section.get("/api/demo", "是否已载入", "Is it loaded")
                .answers(RecordShape.of(Demo.State.class))
                .forAdministrators();
        section.post("/api/demo", "载入演示数据", "Load the demo data")
                .answers(operation)
                .carries(OperationJson.HEADER)
                .forAdministrators();
        section.delete("/api/demo", "移除演示数据", "Remove the demo data")
                .answers(operation)
                .carries(OperationJson.HEADER)
                .forAdministrators();
    }
}
