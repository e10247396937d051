package hengke.testing;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.query.Criterion;
import hengke.kernel.records.Command;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Verdict;
import java.util.List;
import java.util.Map;

/** A command of customers for tests, given to applications that name it in {@code spring.main.sources}: it sets the level. */
public final class Praise implements Command {
    /** The setting that gives it to an application. */
    public static final String SETTING = "--spring.main.sources=" + Praise.class.getName();

    private static final Field<String> VERDICT = Field.of(
                    "verdict",
                    new ChoiceType(List.of(Option.of("A", "很好", "Very good"), Option.of("B", "好", "Good"))),
                    "评价",
                    "Verdict")
            .required();

    @Override
    public String name() {
        return "praise";
    }

    @Override
    public Label label() {
        return new Label("表扬", "Praise");
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals("customer");
    }

    @Override
    public List<Field<?>> input(ObjectDefinition object) {
        return List.of(VERDICT);
    }

    @Override
    public Criterion offered(ObjectDefinition object, Actor actor) {
        return Criterion.not(Criterion.is(object.field("level").orElseThrow(), "A"));
    }

    @Override
    public List<Verdict> run(Run run) {
        Field<?> level = run.object().field("level").orElseThrow();
        return run.write(run.records().stream()
                .map(id -> Draft.update(id, null, Map.of(level, run.input().need(VERDICT))))
                .toList());
    }
}
