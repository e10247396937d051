package hengke.capability.appointment;

import static hengke.kernel.metadata.type.Option.of;

import hengke.capability.activity.Discussed;
import hengke.capability.attachment.Attached;
import hengke.capability.owner.Owned;
import hengke.capability.tag.Tagged;
import hengke.capability.task.Reminder;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.Link;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.StringNode;

/**
 * An appointment: when somebody is where, with whom, about what. One that repeats is a series; an occurrence that differs
 * is an appointment of its own that points at the series and at the day it stands for. {@code event} on the wire.
 */
@Component
public final class Appointment extends BusinessObject {
    public static final String NAME = "event";
    public static final String VISIT = "visit";
    public static final String PLANNED = "planned";
    public static final String DONE = "done";
    public static final String CANCELLED = "cancelled";
    public static final String PRIVATE = "private";

    static final String START_AT = "startAt";
    static final String LAST_AT = "lastAt";
    static final String STATUS = "status";
    static final String KIND = "kind";

    {
        section("日程", "Appointment");
    }

    public final Field<String> title = text("title", 200)
            .label("主题", "Subject")
            .alsoCalled("标题", "日程", "名称", "title")
            .required()
            .title()
            .searched()
            .listed();
    public final Field<String> kind = choice(
                    KIND,
                    of("meeting", "会议", "Meeting").color("blue"),
                    of(VISIT, "拜访", "Visit").color("green"),
                    of("call", "电话", "Call").color("cyan"),
                    of("other", "其他", "Other"))
            .label("类型", "Kind")
            .required()
            .listed()
            .headline()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf("meeting")));
    public final Field<Instant> startAt = dateTime(START_AT)
            .label("开始", "Starts")
            .alsoCalled("开始时间")
            .required()
            .indexed()
            .listed()
            .headline();
    public final Field<Instant> endAt = dateTime("endAt")
            .label("结束", "Ends")
            .alsoCalled("结束时间")
            .help("不填则为一小时；全天日程为当天。", "Left empty, it is an hour; all day, that day.")
            .listed()
            .headline();
    public final Field<Boolean> allDay = flag("allDay").label("全天", "All day");
    public final Field<String> timeZone = text("timeZone", 60)
            .label("时区", "Time zone")
            .help("例如 Asia/Shanghai；不填则用公司的时区。", "For example Asia/Shanghai; left empty, the company's.");
    public final Field<String> place = text("place", 300)
            .label("地点", "Place")
            .alsoCalled("地址", "会议室", "location")
            .listed();
    public final Field<Link> about = link("about", Scheduled.NAME)
            .label("关于", "About")
            .alsoCalled("相关记录", "关联记录")
            .listed()
            .headline()
            .within("events", "日程", "Appointments");
    public final Field<String> status = choice(
                    STATUS,
                    of(PLANNED, "已安排", "Planned").color("blue"),
                    of(DONE, "已完成", "Done").color("green"),
                    of(CANCELLED, "已取消", "Cancelled"))
            .label("状态", "Status")
            .required()
            .indexed()
            .listed()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf(PLANNED)));
    public final Field<String> description = richText("description").label("说明", "Description");

    {
        section("提醒、重复与可见", "Reminders, repetition and visibility");
    }

    public final Field<List<String>> reminders = multiChoice("reminders", Reminder.options())
            .label("提醒", "Reminders")
            .help("提醒负责人和没有谢绝的参与人。", "Reminds the owner and the participants who have not declined.");
    public final Field<String> repeat = text("repeat", 300)
            .label("重复规则", "Repeats")
            .help(
                    "RFC 5545 规则，例如 FREQ=WEEKLY;BYDAY=MO,WE。",
                    "A rule as in RFC 5545, for example FREQ=WEEKLY;BYDAY=MO,WE.");
    public final Field<String> visibility = choice(
                    "visibility",
                    of("normal", "按权限", "By rights"),
                    of(PRIVATE, "私密", "Private").color("orange"))
            .label("可见", "Visibility")
            .help(
                    "私密日程只有负责人和参与人能看到，其他人只看到忙碌。",
                    "A private one is seen by its owner and participants; to others it is busy time.")
            .required()
            .byDefault(new DefaultValue.Constant(StringNode.valueOf("normal")));
    /** The series of which it is an occurrence that differs. */
    public final Field<Long> series = reference("series", NAME)
            .label("所属系列", "Series")
            .derived()
            .indexed()
            .within("exceptions", "例外", "Exceptions");
    /** The day of the series for which it stands. */
    public final Field<LocalDate> originalDay =
            date("originalDay").label("原定日期", "Instead of").derived();
    /** When nothing of it takes place any more; without a value it goes on for ever. */
    public final Field<Instant> lastAt =
            dateTime(LAST_AT).label("最后结束", "Last ends").derived().indexed();

    {
        with(new Owned(), new Tagged(), new Attached(), new Discussed(), new Agenda());
    }

    Appointment() {
        super(NAME, "日程", "Appointment", "Appointments");
        application("collaboration", "calendar");
    }
}
