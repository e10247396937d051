package hengke.capability.prediction;

import hengke.capability.pipeline.LivePipelines;
import hengke.capability.pipeline.Pipeline;
import hengke.capability.pipeline.Pipelined;
import hengke.capability.pipeline.StageLog;
import hengke.capability.pipeline.StageLog.Reached;
import hengke.kernel.learning.ShrunkRate;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;

/**
 * How often what came to a stage was won in the end, by the company's own history; where that is short, the rate that
 * was set for the stage counts as if {@link ShrunkRate#TRUST} cases had shown it.
 */
public record StageRates(List<Stage> stages) {
    static final StageRates NONE = new StageRates(List.of());

    public StageRates {
        stages = List.copyOf(stages);
    }

    /** The experience with one stage of one pipeline. */
    public record Stage(String pipeline, String stage, ShrunkRate rate) {}

    static StageRates of(DSLContext database, ObjectDefinition object, LivePipelines pipelines) {
        if (!object.has(Pipelined.class)) {
            return NONE;
        }
        List<Reached> reached = StageLog.reached(database, object);
        List<Stage> stages = new ArrayList<>();
        for (Pipeline pipeline : pipelines.of(object).all()) {
            for (Pipeline.Stage stage : pipeline.stages()) {
                Optional<Reached> seen = reached.stream()
                        .filter(each -> Objects.equals(each.pipeline(), pipeline.key())
                                && each.stage().equals(stage.key()))
                        .findFirst();
                stages.add(new Stage(
                        pipeline.key(),
                        stage.key(),
                        new ShrunkRate(
                                seen.map(Reached::decided).orElse(0L),
                                seen.map(Reached::won).orElse(0L),
                                stage.rate().doubleValue() / 100)));
            }
        }
        return new StageRates(stages);
    }

    /** The experience with where this record stands. */
    Optional<Stage> find(ObjectDefinition object, Row row) {
        return object.capability(Pipelined.class)
                .flatMap(fields -> stages.stream()
                        .filter(each -> each.pipeline().equals(row.get(fields.pipeline()))
                                && each.stage().equals(row.get(fields.stage())))
                        .findFirst());
    }

    /** What the company calls a pipeline. */
    public static Label pipelineLabel(ObjectDefinition object, String pipeline) {
        return label(object, object.capability(Pipelined.class).map(Pipelined::pipeline), pipeline);
    }

    /** What the company calls a stage. */
    public static Label stageLabel(ObjectDefinition object, String stage) {
        return label(object, object.capability(Pipelined.class).map(Pipelined::stage), stage);
    }

    private static Label label(ObjectDefinition object, Optional<Field<String>> choice, String value) {
        return choice.flatMap(field -> object.field(field.name()))
                .filter(field -> field.type() instanceof ChoiceType)
                .flatMap(field -> ((ChoiceType) field.type())
                        .options().stream()
                                .filter(option -> option.value().equals(value))
                                .findFirst())
                .map(Option::label)
                .orElseGet(() -> new Label(value, value));
    }
}
