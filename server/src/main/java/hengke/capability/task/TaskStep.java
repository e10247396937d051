package hengke.capability.task;

import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Operator;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line of the checklist of a task. */
@Component
public final class TaskStep extends BusinessObject {
    private static final String CHECKED = "done";

    {
        section("清单项", "Step");
    }

    public final Field<String> title =
            text("name", 200).label("清单项", "Step").required().title().listed();
    public final Field<Long> task =
            reference("task", Task.NAME).label("任务", "Task").required().within("steps", "清单", "Checklist");
    public final Field<Boolean> done = flag(CHECKED).label("完成", "Done").listed();
    public final Field<Instant> doneAt =
            dateTime("doneAt").label("完成时间", "Done at").derived().listed();
    public final Field<Long> doneBy =
            user("doneBy").label("完成人", "Done by").derived().listed();

    TaskStep() {
        super("task-step", "清单项", "Step", "Steps");
    }

    static JsonNode isDone() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("field", CHECKED)
                .put("op", Operator.EQ.wire())
                .put("value", true);
    }
}
