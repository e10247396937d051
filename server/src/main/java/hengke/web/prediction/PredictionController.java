package hengke.web.prediction;

import hengke.capability.prediction.LivePredictions;
import hengke.capability.prediction.PredictionSettings;
import hengke.capability.prediction.Sayings;
import hengke.capability.prediction.TrainedModels;
import hengke.capability.prediction.Training;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Language;
import hengke.web.Body;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What was learnt from records that have ended, and what it is worth. */
@RestController
@RequestMapping("/api/predictions")
final class PredictionController {
    private static final int VERSIONS = 20;
    private static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 100);
    private static final IntegerType VERSION = new IntegerType(0, Long.MAX_VALUE);

    private final PredictionSettings settings;
    private final LivePredictions live;
    private final Training training;
    private final Sayings sayings;
    private final Access access;
    private final DSLContext database;

    PredictionController(
            PredictionSettings settings,
            LivePredictions live,
            Training training,
            Sayings sayings,
            Access access,
            DSLContext database) {
        this.settings = settings;
        this.live = live;
        this.training = training;
        this.sayings = sayings;
        this.access = access;
        this.database = database;
    }

    @GetMapping
    Map<String, List<PredictionJson>> list(Actor actor, Language language) {
        access.requireAdministrator(actor);
        return Map.of(
                "items",
                settings.objects().stream()
                        .map(object -> shown(object, language))
                        .toList());
    }

    @GetMapping("/{object}")
    PredictionJson one(Actor actor, Language language, @PathVariable("object") String name) {
        access.requireAdministrator(actor);
        return shown(settings.object(name), language);
    }

    /** Leaves clues out; one learns anew in the background. */
    @PutMapping("/{object}")
    PredictionJson change(
            Actor actor, Language language, @PathVariable("object") String name, @RequestBody ObjectNode json) {
        access.requireAdministrator(actor);
        ObjectDefinition object = settings.object(name);
        Body body = new Body(json);
        List<String> leftOut = body.list("leftOut", NAME);
        long version = body.required("version", VERSION).orElse(0L);
        body.done();
        settings.leaveOut(actor, object, leftOut, version);
        return shown(object, language);
    }

    /** Learns anew in the background. */
    @PostMapping("/{object}/learn")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void learn(Actor actor, @PathVariable("object") String name) {
        access.requireAdministrator(actor);
        training.promise(settings.object(name), actor.user());
    }

    private PredictionJson shown(ObjectDefinition object, Language language) {
        return PredictionJson.of(
                object,
                settings.clues(object),
                live.of(object),
                TrainedModels.standing(database, object),
                TrainedModels.of(database, object, VERSIONS),
                sayings,
                language);
    }
}
