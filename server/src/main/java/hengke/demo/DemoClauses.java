package hengke.demo;

import hengke.capability.layout.Clause;
import hengke.kernel.metadata.Field;
import hengke.kernel.records.Draft;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The texts that the invented company's contracts are made of. */
@Component
final class DemoClauses {
    private final Clause clause;

    DemoClauses(Clause clause) {
        this.clause = clause;
    }

    private record Text(String title, String category, String html) {}

    private static final List<Text> TEXTS = List.of(
            new Text(
                    "分期付款",
                    "payment",
                    "<p>{customer.name}按以下节点向{company}付款：</p><ol><li>合同签订后 7 日内付 30%；</li>"
                            + "<li>验收合格后 15 日内付 65%；</li><li>质保期满后付 5%。</li></ol>"),
            new Text("交付与验收", "delivery", "<p>{company}交付后，{customer.name}应在 10 个工作日内验收；逾期未提出书面异议的，视为验收合格。</p>"),
            new Text("质量保证", "warranty", "<p>质保期自验收合格之日起 12 个月。质保期内因质量问题产生的维修费用由{company}承担。</p>"),
            new Text("保密", "confidentiality", "<p>双方对在履行本合同中知悉的对方商业秘密负有保密义务，本合同终止后 <b>3 年</b>内仍然有效。</p>"),
            new Text("争议解决", "disputes", "<p>因本合同产生的争议，双方协商解决；协商不成的，提交{company}所在地人民法院诉讼解决。</p>"));

    void write(DemoNetwork.Sink sink) {
        sink.write(
                clause,
                TEXTS.stream()
                        .map(text -> {
                            Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
                            values.put(clause.title, text.title() + "（演示）");
                            values.put(clause.category, text.category());
                            values.put(clause.text, text.html());
                            return Draft.create(values);
                        })
                        .toList());
    }
}
