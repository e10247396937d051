package hengke.capability.task;

import static hengke.kernel.metadata.type.Option.of;

import hengke.capability.activity.Discussed;
import hengke.capability.attachment.Attached;
import hengke.capability.owner.Owned;
import hengke.capability.relation.Tree;
import hengke.capability.share.Shared;
import hengke.capability.tag.Tagged;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.Option;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.StringNode;

/** Something somebody has to do. */
@Component
public final class Task extends BusinessObject {
    public static final String NAME = "task";
    public static final String TODO = "todo";
    public static final String DOING = "doing";
    public static final String DONE = "done";
    public static final String CANCELLED = "cancelled";
    /** Still to be done. */
    public static final List<String> OPEN = List.of(TODO, DOING);

    static final String STATUS = "status";
    static final String DUE_AT = "dueAt";
    static final String PARENT = "parent";

    {
        section("任务", "Task");
    }

    public final Field<String> title = text("name", 200)
            .label("任务", "Task")
            .alsoCalled("标题", "名称")
            .required()
            .title()
            .searched()
            .listed();
    public final Field<String> status = choice(
                    STATUS,
                    of(TODO, "待办", "To do").color("blue"),
                    of(DOING, "进行中", "Doing").color("gold"),
                    of(DONE, "已完成", "Done").color("green"),
                    of(CANCELLED, "已取消", "Cancelled"))
            .label("状态", "Status")
            .required()
            .indexed()
            .listed()
            .headline()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf(TODO)));
    public final Field<String> priority = choice(
                    "priority",
                    of("urgent", "紧急", "Urgent").color("red"),
                    of("high", "高", "High").color("orange"),
                    of("normal", "普通", "Normal"),
                    of("low", "低", "Low").color("cyan"))
            .label("优先级", "Priority")
            .required()
            .listed()
            .headline()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf("normal")));
    public final Field<Instant> dueAt = dateTime(DUE_AT)
            .label("截止时间", "Due")
            .alsoCalled("到期时间", "截止日期")
            .indexed()
            .listed()
            .headline();
    public final Field<Link> about = link("about", Tasked.NAME)
            .label("关于", "About")
            .alsoCalled("相关记录", "关联记录")
            .listed()
            .within("tasks", "任务", "Tasks");
    public final Field<Long> parent =
            reference(PARENT, NAME).label("上级任务", "Part of").within("subtasks", "子任务", "Subtasks");
    public final Field<String> description = richText("description").label("说明", "Description");

    {
        section("提醒与重复", "Reminder and repetition");
    }

    public final Field<String> reminder = choice("reminder", Reminder.options())
            .label("提醒", "Reminder")
            .help("提醒负责人和协作人。", "Reminds who is in charge and the team.");
    public final Field<String> repeat = choice(
                    "repeat", Arrays.stream(Repeat.values()).map(Repeat::option).toArray(Option[]::new))
            .label("重复", "Repeats")
            .help("完成后自动产生下一次任务。", "Once it is done the next one is made.");
    public final Field<LocalDate> repeatUntil =
            date("repeatUntil").label("重复至", "Repeats until").help("不填则一直重复。", "Without a day it goes on.");

    {
        section("进展", "Progress");
    }

    public final Field<Long> steps = count("steps", "task-step", "task").label("清单项", "Steps");
    public final Field<Long> stepsDone =
            count("stepsDone", "task-step", "task", TaskStep.isDone()).label("已完成清单项", "Steps done");
    public final Field<Instant> doneAt =
            dateTime("doneAt").label("完成时间", "Done at").derived().listed();
    public final Field<Long> doneBy = user("doneBy").label("完成人", "Done by").derived();
    /** When the reminder is due. */
    public final Field<Instant> remindAt =
            dateTime("remindAt").label("提醒时间", "Reminded at").derived().indexed();
    /** The day repetition is reckoned from, so that what is due on the 31st stays at the ends of months. */
    public final Field<LocalDate> repeatsFrom =
            date("repeatsFrom").label("重复起点", "Repeats from").derived();
    /** The one that was done before this one was made. */
    public final Field<Long> previous =
            reference("previous", NAME).label("上一次", "Done before").derived().indexed();

    {
        with(
                new Owned(),
                new Shared(),
                new Tagged(),
                new Attached(),
                new Discussed(),
                new ToDo(),
                new Tree(parent, null, new Label("子任务", "Subtask")));
    }

    Task() {
        super(NAME, "任务", "Task", "Tasks");
        application("collaboration", "task");
    }
}
