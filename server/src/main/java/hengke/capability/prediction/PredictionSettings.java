package hengke.capability.prediction;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.audit.AdministrationLog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.records.Writer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What administrators say about what is learnt: which clues are not to be looked at. */
@Component
public final class PredictionSettings {
    private final Evidence evidence;
    private final LivePredictions live;
    private final Training training;
    private final Writer writer;
    private final Access access;
    private final Clock clock;

    PredictionSettings(
            Evidence evidence, LivePredictions live, Training training, Writer writer, Access access, Clock clock) {
        this.evidence = evidence;
        this.live = live;
        this.training = training;
        this.writer = writer;
        this.access = access;
        this.clock = clock;
    }

    /** The objects of which one learns. */
    public List<ObjectDefinition> objects() {
        return evidence.objects();
    }

    /** The object of this name, if one learns of it. */
    public ObjectDefinition object(String name) {
        return objects().stream()
                .filter(object -> object.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** Everything that may be looked at. */
    public List<Clue> clues(ObjectDefinition object) {
        return evidence.of(object);
    }

    /** Leaves these clues out, and no others; one learns anew in the background. */
    public void leaveOut(Actor by, ObjectDefinition object, Collection<String> names, long seen) {
        access.requireAdministrator(by);
        Set<String> known = new TreeSet<>(clues(object).stream().map(Clue::name).toList());
        Set<String> leftOut = new TreeSet<>(names);
        List<FieldError> errors = new ArrayList<>();
        leftOut.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> errors.add(FieldError.of("leftOut", Message.of("prediction.noClue", name))));
        if (leftOut.containsAll(known)) {
            errors.add(FieldError.of("leftOut", Message.of("prediction.everything")));
        }
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
        writer.inTransaction(within -> {
            live.change(within);
            Serving before = live.within(within, object);
            if (before.version() != seen) {
                throw new Refusal.Conflict("stale", Message.of("identity.stale"), Map.of("version", before.version()));
            }
            TrainedModels.begin(within, object);
            TrainedModels.leaveOut(within, object, List.copyOf(leftOut));
            AdministrationLog.record(
                    within,
                    by,
                    clock.instant(),
                    new AdministrationLog.Subject("prediction", null, object.name()),
                    logged(new TreeSet<>(before.leftOut())),
                    logged(leftOut));
            return leftOut;
        });
        live.refresh();
        training.promise(object, by.user());
    }

    private static ObjectNode logged(Set<String> leftOut) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        leftOut.forEach(json.putArray("leftOut")::add);
        return json;
    }
}
