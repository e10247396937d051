package hengke.capability.birthday;

import hengke.kernel.metadata.BuiltinView;
import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.Operator;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextualType;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The record is of a person whose birthday is remembered, by the solar or the lunar calendar. */
public record Celebrated() implements Capability {
    public static final String LUNAR = "lunar";
    static final String SOLAR = "solar";
    private static final Label PERSONAL = new Label("个人", "Personal");

    public static final Field<LocalDate> BIRTHDAY = Field.of("birthday", new DateType(), "生日", "Birthday")
            .in(PERSONAL)
            .alsoCalled("公历生日", "出生日期", "date of birth");
    public static final Field<String> CALENDAR = Field.of(
                    "birthdayCalendar",
                    new ChoiceType(List.of(
                            Option.of(SOLAR, "公历", "Solar calendar"), Option.of(LUNAR, "农历", "Lunar calendar"))),
                    "生日按",
                    "Birthday by")
            .in(PERSONAL)
            .byDefault(new DefaultValue.Constant(StringNode.valueOf(SOLAR)));
    public static final Field<String> LUNAR_BIRTHDAY = Field.of(
                    "lunarBirthday", new TextualType(TextualType.Form.TEXT, 20), "农历生日", "Lunar birthday")
            .in(PERSONAL)
            .alsoCalled("阴历生日")
            .help(
                    "如 八月十五、闰六月初三、腊月三十；生日按农历而这里不填时，由公历生日推算。",
                    "Such as 八月十五; left empty, it follows from the birthday where that goes by the lunar calendar.");
    public static final Field<LocalDate> NEXT = Field.of("nextBirthday", new DateType(), "下次生日", "Next birthday")
            .in(PERSONAL)
            .derived()
            .indexed();

    @Override
    public String name() {
        return "celebrated";
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(BIRTHDAY, CALENDAR, LUNAR_BIRTHDAY, NEXT);
    }

    @Override
    public List<BuiltinView> views() {
        ObjectNode soon =
                JsonMapper.shared().createObjectNode().put("field", NEXT.name()).put("op", Operator.DURING.wire());
        soon.putObject("value").put("next", 7).put("unit", "day");
        return List.of(new BuiltinView("birthdays", new Label("近期生日", "Birthdays within 7 days"), soon, NEXT.name()));
    }
}
