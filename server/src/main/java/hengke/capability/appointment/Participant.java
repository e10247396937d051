package hengke.capability.appointment;

import static hengke.kernel.metadata.type.Option.of;

import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import java.time.Instant;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.StringNode;

/** A colleague who is asked to an appointment, and what the colleague answered. Those of a series come to every occurrence. */
@Component
public final class Participant extends BusinessObject {
    public static final String OPEN = "open";
    public static final String ACCEPTED = "accepted";
    public static final String DECLINED = "declined";

    {
        section("参与人", "Participant");
    }

    public final Field<Long> appointment = reference("event", Appointment.NAME)
            .label("日程", "Appointment")
            .required()
            .within("participants", "参与人", "Participants");
    public final Field<Long> user =
            user("user").label("参与人", "Participant").required().indexed().listed();
    public final Field<String> answer = choice(
                    "answer",
                    of(OPEN, "未答复", "No answer").color("default"),
                    of(ACCEPTED, "接受", "Accepted").color("green"),
                    of("tentative", "暂定", "Tentative").color("gold"),
                    of(DECLINED, "谢绝", "Declined").color("red"))
            .label("答复", "Answer")
            .required()
            .title()
            .listed()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf(OPEN)));
    public final Field<Instant> answeredAt =
            dateTime("answeredAt").label("答复时间", "Answered at").derived().listed();

    Participant() {
        super("event-participant", "参与人", "Participant", "Participants");
    }
}
