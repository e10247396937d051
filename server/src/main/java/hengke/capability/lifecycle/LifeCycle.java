package hengke.capability.lifecycle;

import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Option;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Goes through the steps of a customer's life, as they are told from what happened.
 *
 * @param status the choice that says by hand how things are
 * @param won its value for who has bought, taken at its word where no source of deals tells
 * @param lost its value for who is lost
 */
public record LifeCycle(Field<String> status, String won, String lost) implements Capability {
    static final String LOST = "lost";

    public static final Field<String> STAGE = Field.of(
                    "lifeStage",
                    new ChoiceType(Stream.concat(
                                    Arrays.stream(Step.values()).map(Step::option),
                                    Stream.of(Option.of(LOST, "流失", "Lost").color("gray")))
                            .toList()),
                    "生命周期",
                    "Life cycle")
            .help(
                    "由实际发生的事推出：建档为客户，有了商机，第一笔成交、第二笔成交，状态为流失时为流失",
                    "Told from what happened: recorded, an opportunity, bought, bought again; lost when the status says so")
            .derived()
            .indexed();
    public static final Field<LocalDate> SINCE = Field.of("stageSince", new DateType(), "进入当前阶段", "In this stage since")
            .derived();
    public static final Field<LocalDate> LOST_ON = Field.of("lostOn", new DateType(), "流失日期", "Lost on")
            .help("最近一次流失的日期；回来以后仍保留", "Of the last time; it stays when the customer is back")
            .derived();
    public static final Field<LocalDate> RETURNED_ON =
            Field.of("returnedOn", new DateType(), "回流日期", "Back on").derived();
    public static final Field<Long> STAGE_DAYS = Field.of(
                    "stageDays", new IntegerType(0, Long.MAX_VALUE), "当前阶段天数", "Days in this stage")
            .formula("daysBetween({stageSince}, today())");
    public static final Field<Long> DAYS_TO_OPPORTUNITY = Field.of(
                    "daysToOpportunity",
                    new IntegerType(0, Long.MAX_VALUE),
                    "首个商机用时（天）",
                    "Days until the first opportunity")
            .formula("daysBetween({customerSince}, {opportunityOn})");
    public static final Field<Long> DAYS_TO_DEAL = Field.of(
                    "daysToDeal", new IntegerType(0, Long.MAX_VALUE), "首次成交用时（天）", "Days until the first deal")
            .formula("daysBetween({customerSince}, {boughtOn})");
    public static final Field<Long> DAYS_TO_REPEAT = Field.of(
                    "daysToRepeat", new IntegerType(0, Long.MAX_VALUE), "复购用时（天）", "Days until the second deal")
            .formula("daysBetween({boughtOn}, {boughtAgainOn})");

    /** What is told from deals and status; the rest is computed from it. */
    static final List<Field<?>> TOLD = Stream.concat(
                    Stream.of(STAGE, SINCE),
                    Stream.concat(
                            Arrays.stream(Step.values()).<Field<?>>map(Step::day), Stream.of(LOST_ON, RETURNED_ON)))
            .toList();

    @Override
    public String name() {
        return "lifeCycle";
    }

    @Override
    public List<Field<?>> fields() {
        return Stream.concat(TOLD.stream(), Stream.of(STAGE_DAYS, DAYS_TO_OPPORTUNITY, DAYS_TO_DEAL, DAYS_TO_REPEAT))
                .toList();
    }
}
