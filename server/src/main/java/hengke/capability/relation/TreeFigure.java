package hengke.capability.relation;

import hengke.kernel.explaining.Account.Records;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.overview.Figure;
import hengke.kernel.overview.KeyFigures;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** How many lie below a record in its tree, e.g. the subsidiaries of a company. */
@Component
@Order(40)
final class TreeFigure implements KeyFigures {
    @Override
    public boolean concerns(ObjectDefinition object) {
        return Tree.of(object).isPresent();
    }

    @Override
    public List<Figure> of(Question question) {
        return Tree.of(question.object()).stream()
                .<Figure>map(tree -> new Figure.Counted(
                        "below",
                        new Label(
                                "下级" + question.object().label().chinese(),
                                question.object().plural().english() + " below"),
                        new Records(
                                question.object().name(),
                                JsonMapper.shared()
                                        .createObjectNode()
                                        .put("field", tree.above().name())
                                        .put("op", "under")
                                        .put("value", question.record().id())),
                        false))
                .toList();
    }
}
