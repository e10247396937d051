package hengke.capability.attachment;

import hengke.kernel.explaining.Account.Records;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Operator;
import hengke.kernel.overview.Figure;
import hengke.kernel.overview.KeyFigures;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How many files a record has. */
@Component
@Order(60)
final class FileFigures implements KeyFigures {
    private final Attachment attachment;

    FileFigures(Attachment attachment) {
        this.attachment = attachment;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Attached.class);
    }

    @Override
    public List<Figure> of(Question question) {
        ObjectNode filter = JsonMapper.shared()
                .createObjectNode()
                .put("field", attachment.about.name())
                .put("op", Operator.EQ.wire());
        filter.putObject("value")
                .put("object", question.object().name())
                .put("id", question.record().id());
        return List.of(new Figure.Counted(
                "files", attachment.definition().plural(), new Records(attachment.name(), filter), false));
    }
}
