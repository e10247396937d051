package hengke.capability.score;

import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.records.Command;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Rights;
import hengke.kernel.records.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives a level that was set by hand back to the rules. */
@Component
@Order(40)
final class AutomaticLevel implements Command {
    private final Scales scales;
    private final Rights rights;

    AutomaticLevel(Scales scales, Rights rights) {
        this.scales = scales;
        this.rights = rights;
    }

    @Override
    public String name() {
        return "automaticLevel";
    }

    @Override
    public Label label() {
        return new Label("恢复自动评级", "Rate by rule again");
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Scored.class);
    }

    @Override
    public Criterion offered(ObjectDefinition object, Actor actor) {
        boolean ranks = scales.inForce(object).filter(Scoring::ranks).isPresent();
        return ranks && mayEdit(object, actor) ? Criterion.is(Scored.LEVEL_BY, Scored.By.HAND) : Criterion.NEVER;
    }

    private boolean mayEdit(ObjectDefinition object, Actor actor) {
        return rights.right(actor, object, Scales.level(object)) == FieldRight.EDIT;
    }

    @Override
    public List<Verdict> run(Run run) {
        ObjectDefinition object = run.object();
        Actor actor = run.caller().actor();
        if (scales.inForce(object).filter(Scoring::ranks).isEmpty()) {
            return refused(run, new Refusal.Conflict("noScoring", Message.of("score.none", object.label()), Map.of()));
        }
        if (!mayEdit(object, actor)) {
            return refused(run, new Refusal.Forbidden(Message.of("score.mayNotSet")));
        }
        Set<Long> reached = rights.reached(run.database(), actor, object, Verb.EDIT, run.records());
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        values.put(Scored.LEVEL_BY, Scored.By.RULE);
        values.put(Scored.LEVEL_SET_BY, null);
        values.put(Scored.LEVEL_SET_AT, null);
        List<Long> those = run.records().stream().filter(reached::contains).toList();
        List<Verdict> written = run.write(
                those.stream().map(id -> Draft.update(id, null, values)).toList());
        List<Verdict> verdicts = new ArrayList<>();
        for (long id : run.records()) {
            verdicts.add(
                    reached.contains(id)
                            ? written.get(those.indexOf(id))
                            : new Verdict.Refused(
                                    new Refusal.Forbidden(Message.of("records.verb.edit", object.label()))));
        }
        return verdicts;
    }

    private static List<Verdict> refused(Run run, Refusal why) {
        return run.records().stream()
                .<Verdict>map(_ -> new Verdict.Refused(why))
                .toList();
    }
}
