package hengke.web.receivables;

import hengke.receivables.Ageing.By;
import hengke.web.openapi.ApiPart;
import hengke.web.openapi.Description;
import hengke.web.openapi.RecordShape;
import hengke.web.openapi.Schema;
import hengke.web.openapi.Section;
import hengke.web.openapi.Shape;
import java.util.Arrays;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Describes receivables. */
@Component
@Order(86)
final class ReceivablesDescription implements ApiPart {
    @Override
    public void describe(Description api) {
        Section section = api.section("应收", "Receivables");
        section.get("/api/receivables/ageing", "账龄", "How long what is owed has been due")
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
        section.post("/api/receivables/statements", "上传银行流水", "Takes in a bank's statement")
                .explained(
                        "按表头认出日期、贷方金额、对方户名、摘要、流水号；同一笔只收一次，支出不收。",
                        "Day, amount, name, remark and reference are found by their titles; each entry is taken once, money"
                                + " that went out is not.")
                .form(Shape.body().with("file", Schema.bytes()))
                .answers(api.schema("TakenStatement", RecordShape.of(BankController.TakenJson.class)));
        section.post("/api/receivables/proposals", "认领建议", "Whom entries of the bank are from, and what they pay")
                .explained(
                        "带 customer 时，只说这个客户可能付的是什么。命令 accept 按建议认领。",
                        "With a customer, only what that one may be paying. The command accept goes by the proposals.")
                .body(Shape.body().with("ids", Schema.listOf(Schema.id())).maybe("customer", Schema.id()))
                .answers(api.schema("Proposals", RecordShape.of(BankController.ProposalsJson.class)));
    }

    private static Schema line() {
        return RecordShape.of(ReceivablesController.LineJson.class).with("key", Schema.any());
    }
}
