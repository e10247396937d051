package hengke.web.receivables;

import hengke.receivables.Ageing.By;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import java.util.Arrays;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes receivables. */
@Component
@Order(86)
final class ReceivablesDescription implements ApiPart {
    @Override
    public void describe(Description api) {
        api.section("应收", "Receivables")
                .get("/api/receivables/ageing", "账龄", "How long what is owed has been due")
                .explained(
                        "看得到的未收回款计划，按客户或合同、订单的负责人；金额为本位币。",
                        "Of the open terms in sight, by customer or by who is in charge of the contract or order; in the"
                                + " company's currency.")
                .query("by", Schema.oneOf(Arrays.stream(By.values()).map(By::wire)))
                .answers(api.schema(
                        "Ageing",
                        RecordShape.of(ReceivablesController.AgeingJson.class)
                                .with("total", line())
                                .with("lines", Schema.listOf(line()))));
    }

    private static Schema line() {
        return RecordShape.of(ReceivablesController.LineJson.class).with("key", Schema.any());
    }
}
