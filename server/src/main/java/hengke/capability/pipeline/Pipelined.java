package hengke.capability.pipeline;

import hengke.kernel.metadata.BuiltinView;
import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.Operator;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.DecimalType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextListType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The record goes through the stages of a pipeline until it is won or lost.
 *
 * @param pipeline which one
 * @param stage of all pipelines; {@link #WON} and {@link #LOST} end each of them
 * @param amount what it would bring
 * @param expected when it should be won
 * @param tasks what may be done in stages: the options of {@link #TASKS_DONE}
 * @param shipped the pipelines until the company lays its own over them
 */
public record Pipelined(
        Field<String> pipeline,
        Field<String> stage,
        Field<Money> amount,
        Field<LocalDate> expected,
        List<Option> tasks,
        List<Pipeline> shipped)
        implements Capability {
    /** The stage of what was won. */
    public static final String WON = "won";
    /** The stage of what was lost. */
    public static final String LOST = "lost";
    /** The outcome of what is neither won nor lost. */
    public static final String OPEN = "open";

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** How likely it is won, in percent: the rate of its stage unless somebody knows better. */
    public static final Field<BigDecimal> PROBABILITY = Field.of(
                    "probability",
                    new DecimalType(DecimalType.Form.PERCENT, 2, BigDecimal.ZERO, HUNDRED),
                    "赢单率",
                    "Probability")
            .help("随阶段变化，也可自行修改", "Follows the stage, and may be set by hand")
            .in(SECTION)
            .listed();

    /** How far one counts on it: as its stage says unless somebody knows better. */
    public static final Field<String> FORECAST = Field.of(
                    "forecastCategory", new ChoiceType(Category.options()), "预测类别", "Forecast category")
            .help("随阶段变化，也可自行修改；决定计入销售预测的哪一列", "Follows the stage, and may be set by hand; forecasts add up by it")
            .in(SECTION);

    public static final Field<String> OUTCOME = Field.of(
                    "outcome",
                    new ChoiceType(List.of(
                            Option.of(OPEN, "进行中", "Open").color("blue"),
                            Option.of(WON, "赢单", "Won").color("green"),
                            Option.of(LOST, "输单", "Lost").color("gray"))),
                    "结果",
                    "Outcome")
            .derived()
            .indexed();
    /** Since when it is in its stage. */
    public static final Field<Instant> STAGE_SINCE = Field.of(
                    "stageSince", new DateTimeType(), "进入阶段时间", "In stage since")
            .derived();
    /** When it was won or lost. */
    public static final Field<Instant> CLOSED_AT = Field.of("closedAt", new DateTimeType(), "结单时间", "Closed at")
            .derived()
            .indexed();
    /** So many days may pass in its stage without a contact; absent where the stage has no such limit. */
    public static final Field<Long> ROTTING_DAYS = Field.of(
                    "rottingDays", new IntegerType(1, Pipeline.MOST_DAYS), "停滞天数", "Days until it rots")
            .derived();

    /** The tasks of its stages that are done; those that no stage has any more count for nothing. */
    public static final Field<List<String>> TASKS_DONE = tasksDone(List.of());

    public static final Field<Long> DAYS_IN_STAGE = Field.of(
                    "daysInStage", new IntegerType(0, Long.MAX_VALUE), "本阶段天数", "Days in stage")
            .formula("daysBetween({stageSince}, today())");
    /** From this day on it rots: it has stood in its stage too long, and nobody was in touch. */
    public static final Field<LocalDate> ROTS_ON = Field.of("rotsOn", new DateType(), "停滞日期", "Rots on")
            .formula("addDays(max({stageSince}, coalesce({lastContactAt}, {stageSince})), {rottingDays})");

    @Override
    public String name() {
        return "pipelined";
    }

    @Override
    public List<Field<?>> fields() {
        return List.of(
                PROBABILITY,
                FORECAST,
                OUTCOME,
                STAGE_SINCE,
                CLOSED_AT,
                ROTTING_DAYS,
                DAYS_IN_STAGE,
                ROTS_ON,
                tasksDone(tasks));
    }

    /** No part of the form: tasks are ticked at the path of stages, where one sees whose they are. */
    private static Field<List<String>> tasksDone(List<Option> tasks) {
        return Field.of("tasksDone", new TextListType(new TextListType.Choices(tasks)), "已完成的阶段任务", "Stage tasks done");
    }

    @Override
    public List<BuiltinView> views() {
        ObjectNode open = JsonMapper.shared()
                .createObjectNode()
                .put("field", OUTCOME.name())
                .put("op", Operator.EQ.wire())
                .put("value", OPEN);
        ObjectNode rotting = JsonMapper.shared().createObjectNode();
        ObjectNode late = JsonMapper.shared()
                .createObjectNode()
                .put("field", ROTS_ON.name())
                .put("op", Operator.LE.wire())
                .put("value", "today");
        rotting.putArray("and").add(open.deepCopy()).add(late);
        return List.of(
                new BuiltinView("open", new Label("进行中", "Open"), open, null),
                new BuiltinView("rotting", new Label("停滞", "Rotting"), rotting, null));
    }

    /** What a stage means for the outcome. */
    static String outcome(String stage) {
        return stage.equals(WON) || stage.equals(LOST) ? stage : OPEN;
    }
}
