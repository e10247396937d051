package hengke.kernel.records;

import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.ValueRule;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionMemory;
import hengke.kernel.query.FormCondition;
import hengke.kernel.query.Neighbours;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the conditions of field rules mean, worked out once for each catalog. */
final class FormMeanings {
    private static final Logger log = LoggerFactory.getLogger(FormMeanings.class);

    private final LiveCatalog live;
    private final Map<String, List<Meant>> known = new ConcurrentHashMap<>();

    FormMeanings(LiveCatalog live) {
        this.live = live;
        live.onSwap(_ -> known.clear());
    }

    /** A rule and when it holds. */
    record Meant(ObjectDefinition object, ValueRule rule, Criterion when) {
        boolean holds(Row row) {
            return new CriterionMemory(object, Neighbours.NONE).holds(when, row);
        }
    }

    List<Meant> of(ObjectDefinition object) {
        return object.forms().rules().isEmpty()
                ? List.of()
                : known.computeIfAbsent(
                        live.current().version() + object.name(),
                        _ -> object.forms().rules().stream()
                                .map(rule -> new Meant(object, rule, when(object, rule)))
                                .toList());
    }

    /** A condition that has lost its meaning never holds; what it speaks of cannot be taken away, so this is rare. */
    private Criterion when(ObjectDefinition object, ValueRule rule) {
        if (rule.when() == null) {
            return Criterion.ALWAYS;
        }
        try {
            return FormCondition.read(live.current(), object, rule.when(), "when");
        } catch (Refusal refusal) {
            log.warn("The rule {} of {} never holds: {}", rule.name(), object.name(), refusal.getMessage());
            return Criterion.NEVER;
        }
    }
}
