package hengke.web.records;

import hengke.capability.activity.Activity;
import hengke.kernel.explaining.Account.Records;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Operator;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.overview.Figure;
import hengke.kernel.overview.KeyFigures;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How many records of each object with a list of its own live within a record, e.g. the contacts of a customer. */
@Component
@Order(30)
final class ChildFigures implements KeyFigures {
    private final LiveCatalog catalog;
    private final Activity activity;

    ChildFigures(LiveCatalog catalog, Activity activity) {
        this.catalog = catalog;
        this.activity = activity;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return !catalog.current().children(object).isEmpty();
    }

    @Override
    public List<Figure> of(Question question) {
        List<Figure> figures = new ArrayList<>();
        for (Catalog.Child child : catalog.current().children(question.object())) {
            boolean listed = child.within() && child.object().application() != null;
            if (listed && !child.object().name().equals(activity.name())) {
                ObjectNode filter = JsonMapper.shared()
                        .createObjectNode()
                        .put("field", child.reference().name())
                        .put("op", Operator.EQ.wire());
                if (child.reference().type() instanceof LinkType) {
                    filter.putObject("value")
                            .put("object", question.object().name())
                            .put("id", question.record().id());
                } else {
                    filter.put("value", question.record().id());
                }
                figures.add(new Figure.Counted(
                        child.object().name(),
                        child.object().plural(),
                        new Records(child.object().name(), filter),
                        false));
            }
        }
        return figures;
    }
}
