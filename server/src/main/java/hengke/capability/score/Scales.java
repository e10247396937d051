package hengke.capability.score;

import hengke.capability.score.Scoring.Band;
import hengke.capability.score.Scoring.Decay;
import hengke.capability.score.Scoring.Rule;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Sources;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.DaysSince;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What rules of scoring mean now. One rule that makes no sense any more stops them all: to leave it out would give
 * every record another score in silence.
 */
@Component
public final class Scales {
    private final LiveScorings live;
    private final LiveCatalog catalog;
    private final Access access;

    Scales(LiveScorings live, LiveCatalog catalog, Access access) {
        this.live = live;
        this.catalog = catalog;
        this.access = access;
    }

    /** The scale in force for an object; empty without rules, and while one of them makes no sense. */
    Optional<Scale> of(ObjectDefinition object) {
        return inForce(object)
                .filter(scoring -> faults(object, scoring).isEmpty())
                .map(scoring -> scale(object, scoring));
    }

    Optional<Scoring> inForce(ObjectDefinition object) {
        return object.has(Scored.class) ? live.find(object).filter(Scoring::active) : Optional.empty();
    }

    Scale scale(ObjectDefinition object, Scoring scoring) {
        return new Scale(
                object,
                scoring,
                level(object),
                scoring.rules().stream().map(rule -> criterion(object, rule)).toList(),
                ages(object, scoring));
    }

    private Map<Integer, DaysSince> ages(ObjectDefinition object, Scoring scoring) {
        Map<Integer, DaysSince> ages = new HashMap<>();
        for (int i = 0; i < scoring.rules().size(); i++) {
            Decay decay = scoring.rules().get(i).decay();
            if (decay != null) {
                ages.put(i, age(object, decay).orElseThrow(Refusal.NotFound::new));
            }
        }
        return ages;
    }

    private Optional<DaysSince> age(ObjectDefinition object, Decay decay) {
        return object.field(decay.since()).flatMap(field -> DaysSince.of(catalog.current(), object, field));
    }

    private Criterion criterion(ObjectDefinition object, Rule rule) {
        return access.resolve(Actor.SYSTEM, object, rule.asked());
    }

    /** The field that holds the level of an object's records. */
    static Field<String> level(ObjectDefinition object) {
        return object.capabilities().stream()
                .filter(Scored.class::isInstance)
                .map(capability -> ((Scored) capability).level())
                .findFirst()
                .orElseThrow();
    }

    /** The levels there are, as the company has them now. */
    public static List<Option> levels(ObjectDefinition object) {
        return object.field(level(object).name())
                .filter(field -> field.type() instanceof ChoiceType)
                .map(field -> ((ChoiceType) field.type()).options())
                .orElseGet(List::of);
    }

    /** What of the rules makes no sense. */
    public List<FieldError> faults(ObjectDefinition object, Scoring scoring) {
        List<FieldError> faults = new ArrayList<>();
        for (int i = 0; i < scoring.rules().size(); i++) {
            Rule rule = scoring.rules().get(i);
            Decay decay = rule.decay();
            Message fault = fault(object, rule);
            if (decay != null && age(object, decay).isEmpty()) {
                faults.add(FieldError.of("rules[" + i + "].decay", Message.of("score.notDated", named(object, decay))));
            } else if (fault != null) {
                faults.add(FieldError.of("rules[" + i + "].filter", fault));
            }
        }
        List<Band> bands = scoring.bands();
        for (int i = 0; i < bands.size(); i++) {
            String level = bands.get(i).level();
            if (levels(object).stream().noneMatch(option -> option.value().equals(level))) {
                faults.add(FieldError.of("bands[" + i + "].level", Message.of("score.noLevel", level)));
            }
        }
        return faults;
    }

    private static Object named(ObjectDefinition object, Decay decay) {
        return object.field(decay.since()).<Object>map(Field::label).orElse(decay.since());
    }

    private @Nullable Message fault(ObjectDefinition object, Rule rule) {
        try {
            return speaksOfScore(object, criterion(object, rule)) ? Message.of("score.circular") : null;
        } catch (Refusal refusal) {
            return refusal.reason();
        }
    }

    /** A score that followed from the level it leads to would never come to rest. */
    private boolean speaksOfScore(ObjectDefinition object, Criterion criterion) {
        return switch (criterion) {
            case Criterion.And(List<Criterion> terms) -> terms.stream().anyMatch(term -> speaksOfScore(object, term));
            case Criterion.Or(List<Criterion> terms) -> terms.stream().anyMatch(term -> speaksOfScore(object, term));
            case Criterion.Not(Criterion term) -> speaksOfScore(object, term);
            case Criterion.Test(Field<?> field, var _) ->
                ofScore(object, field)
                        || Sources.of(catalog.current(), object, field).stream()
                                .anyMatch(source -> source.object().name().equals(object.name())
                                        && ofScore(object, source.field()));
            case Criterion.Always _,
                    Criterion.Never _,
                    Criterion.Through _,
                    Criterion.Exists _,
                    Criterion.Under _,
                    Criterion.Known _ -> false;
        };
    }

    private static boolean ofScore(ObjectDefinition object, Field<?> field) {
        return field.equals(level(object)) || new Scored(level(object)).fields().contains(field);
    }
}
