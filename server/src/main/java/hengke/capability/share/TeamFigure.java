package hengke.capability.share;

import hengke.kernel.explaining.Account.Records;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Operator;
import hengke.kernel.overview.Figure;
import hengke.kernel.overview.KeyFigures;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How many colleagues belong to the team of a record. */
@Component
@Order(50)
final class TeamFigure implements KeyFigures {
    private final Share share;

    TeamFigure(Share share) {
        this.share = share;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Shared.class);
    }

    @Override
    public List<Figure> of(Question question) {
        ObjectNode filter = JsonMapper.shared()
                .createObjectNode()
                .put("field", share.about.name())
                .put("op", Operator.EQ.wire());
        filter.putObject("value")
                .put("object", question.object().name())
                .put("id", question.record().id());
        return List.of(new Figure.Counted("team", new Label("协作人", "Team"), new Records(share.name(), filter), false));
    }
}
