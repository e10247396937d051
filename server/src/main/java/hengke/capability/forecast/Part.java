package hengke.capability.forecast;

import hengke.capability.goal.Measure;
import hengke.capability.goal.Measure.Counted;
import hengke.capability.pipeline.Category;
import hengke.capability.pipeline.Pipelined;
import hengke.capability.prediction.Predicted;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Operator;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What of the open records of a period a forecast adds up, by the day on which each is expected to be won. */
public enum Part {
    COMMIT(Category.COMMIT),
    BEST_CASE(Category.BEST_CASE),
    PIPELINE(Category.PIPELINE),
    OMITTED(Category.OMITTED),
    /** Each by its probability, which follows its stage; without what is omitted. */
    BY_STAGE(null),
    /** Each by what the model in use says; without what is omitted. */
    BY_MODEL(null);

    private static final JsonMapper JSON = JsonMapper.shared();

    private final @Nullable Category category;

    Part(@Nullable Category category) {
        this.category = category;
    }

    public String wire() {
        return category == null ? this == BY_STAGE ? "byStage" : "byModel" : category.wire();
    }

    /** Those of one category. */
    static Optional<Part> of(Category category) {
        return Arrays.stream(values()).filter(each -> each.category == category).findFirst();
    }

    /** As something that people achieve, so that teams have their parts of it and departments add it up. */
    Optional<Measure> measure(ObjectDefinition object) {
        Pipelined fields = object.capability(Pipelined.class).orElseThrow();
        if (this == BY_MODEL && !object.has(Predicted.class)) {
            return Optional.empty();
        }
        String name = name().toLowerCase(Locale.ROOT);
        Counted counted = new Counted(object.name(), filter(), fields.expected(), fields.amount(), null, percent());
        return Optional.of(Measure.of("forecast." + name, new Label(name, name), counted));
    }

    private @Nullable Field<BigDecimal> percent() {
        return switch (this) {
            case BY_STAGE -> Pipelined.PROBABILITY;
            case BY_MODEL -> Predicted.PROBABILITY;
            case COMMIT, BEST_CASE, PIPELINE, OMITTED -> null;
        };
    }

    private ObjectNode filter() {
        ObjectNode filter = JSON.createObjectNode();
        ArrayNode all = filter.putArray("and");
        all.add(test(Pipelined.OUTCOME, Operator.EQ, Pipelined.OPEN));
        all.add(
                category == null
                        ? test(Pipelined.FORECAST, Operator.NE, Category.OMITTED.wire())
                        : test(Pipelined.FORECAST, Operator.EQ, category.wire()));
        if (this == BY_MODEL) {
            all.add(test(Predicted.BY, Operator.EQ, Predicted.By.MODEL));
        }
        return filter;
    }

    private static ObjectNode test(Field<?> field, Operator operator, String value) {
        return JSON.createObjectNode()
                .put("field", field.name())
                .put("op", operator.wire())
                .put("value", value);
    }
}
