package hengke.capability.activity;

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
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How close the contact is: the last one, the next one, and how many there were of late. */
@Component
@Order(10)
final class ContactFigures implements KeyFigures {
    private static final int DAYS = 90;

    private final Activity activity;

    ContactFigures(Activity activity) {
        this.activity = activity;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Followed.class);
    }

    @Override
    public List<Figure> of(Question question) {
        ObjectNode filter = JsonMapper.shared().createObjectNode();
        ArrayNode all = filter.putArray("and");
        all.addObject()
                .put("field", activity.about.name())
                .put("op", Operator.EQ.wire())
                .putObject("value")
                .put("object", question.object().name())
                .put("id", question.record().id());
        all.addObject()
                .put("field", activity.at.name())
                .put("op", Operator.DURING.wire())
                .putObject("value")
                .put("last", DAYS)
                .put("unit", "day");
        all.addObject().put("field", activity.kind.name()).put("op", "ne").put("value", Activity.NOTE);
        return List.of(
                new Figure.OfField(Followed.LAST_CONTACT_AT),
                new Figure.OfField(Followed.NEXT_CONTACT_AT),
                new Figure.OfField(Followed.IDLE_DAYS),
                new Figure.Counted(
                        "followUps",
                        new Label("近 90 天跟进", "Follow-ups in 90 days"),
                        new Records(activity.name(), filter),
                        true));
    }
}
