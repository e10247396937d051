package hengke.web.scoring;

import hengke.capability.score.RescoreState;
import hengke.capability.score.Scales;
import hengke.capability.score.ScorePreview;
import hengke.capability.score.Scoring;
import hengke.capability.score.Scorings;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.web.Body;
import hengke.web.scoring.ScoringJson.PreviewJson;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Rules of scoring as administrators see and change them. */
@RestController
@RequestMapping("/api/scoring")
final class ScoringController {
    private final Scorings scorings;
    private final Scales scales;
    private final ScorePreview previews;
    private final Access access;
    private final DSLContext database;

    ScoringController(Scorings scorings, Scales scales, ScorePreview previews, Access access, DSLContext database) {
        this.scorings = scorings;
        this.scales = scales;
        this.previews = previews;
        this.access = access;
        this.database = database;
    }

    @GetMapping
    Map<String, List<ScoringJson>> list(Actor actor, Language language) {
        access.requireAdministrator(actor);
        return Map.of(
                "items",
                scorings.objects().stream()
                        .map(object -> shown(object, language))
                        .toList());
    }

    @GetMapping("/{object}")
    ScoringJson one(Actor actor, Language language, @PathVariable("object") String name) {
        access.requireAdministrator(actor);
        return shown(scorings.object(name), language);
    }

    @PutMapping("/{object}")
    ScoringJson change(
            Actor actor, Language language, @PathVariable("object") String name, @RequestBody ObjectNode json) {
        access.requireAdministrator(actor);
        scorings.change(actor, read(scorings.object(name), json));
        return one(actor, language, name);
    }

    /** What these rules would change; nothing is changed. */
    @PostMapping("/{object}/preview")
    PreviewJson preview(Actor actor, @PathVariable("object") String name, @RequestBody ObjectNode json) {
        access.requireAdministrator(actor);
        ObjectDefinition object = scorings.object(name);
        Scoring scoring = read(object, json);
        scorings.check(object, scoring);
        return ScoringJson.of(previews.of(actor, object, scoring));
    }

    private Scoring read(ObjectDefinition object, ObjectNode json) {
        Body body = new Body(json);
        Scoring scoring = ScoringReader.read(body, scorings.of(object));
        body.done();
        return scoring;
    }

    private ScoringJson shown(ObjectDefinition object, Language language) {
        Scoring scoring = scorings.of(object);
        return ScoringJson.of(
                object,
                scoring,
                scoring.active() ? scales.faults(object, scoring) : List.of(),
                RescoreState.find(database, object.name()).orElse(null),
                language);
    }
}
