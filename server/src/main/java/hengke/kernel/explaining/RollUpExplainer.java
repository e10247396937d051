package hengke.kernel.explaining;

import hengke.kernel.metadata.Computation;
import hengke.kernel.metadata.Computation.RollUp;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Operator;
import hengke.kernel.problem.Message;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What is summed up of other records opens those records. */
@Component
final class RollUpExplainer implements Explainer {
    private final LiveCatalog catalog;

    RollUpExplainer(LiveCatalog catalog) {
        this.catalog = catalog;
    }

    @Override
    public boolean explains(ObjectDefinition object, Field<?> field) {
        return field.computation() instanceof RollUp;
    }

    @Override
    public Account account(Question question) {
        if (!(question.field().computation() instanceof RollUp rollUp)) {
            throw new IllegalArgumentException(question.field() + " sums nothing up");
        }
        ObjectDefinition child = catalog.current().object(rollUp.child());
        var records = new Account.Records(
                child.name(), filter(rollUp, question.record().id()));
        return new Account(null, List.of(new Account.Line(text(rollUp, child), null, null, records)), null);
    }

    private static Message text(RollUp rollUp, ObjectDefinition child) {
        String key = "explaining." + rollUp.how().name().toLowerCase(Locale.ROOT);
        return rollUp.how() == Computation.Summing.COUNT
                ? Message.of(key, child.plural())
                : child.field(rollUp.field() == null ? "" : rollUp.field())
                        .map(field -> Message.of(key, child.plural(), field.label()))
                        .orElseGet(() -> Message.of("explaining.count", child.plural()));
    }

    private static ObjectNode filter(RollUp rollUp, long id) {
        ObjectNode here = JsonMapper.shared()
                .createObjectNode()
                .put("field", rollUp.reference())
                .put("op", Operator.EQ.wire())
                .put("value", id);
        if (rollUp.filter() == null) {
            return here;
        }
        ObjectNode both = JsonMapper.shared().createObjectNode();
        both.putArray("and").add(here).add(rollUp.filter());
        return both;
    }
}
