package hengke.web.trend;

import hengke.capability.goal.Aim;
import hengke.capability.goal.Measures;
import hengke.capability.trend.Beat;
import hengke.capability.trend.Trends;
import hengke.kernel.access.Actor;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.targets.TargetJson.MeasureJson;
import hengke.web.trend.TrendJson.GrowthJson;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How measures went and go on, and who made them grow; of the records the asker may read. */
@RestController
@RequestMapping("/api/trends")
final class TrendController {
    private final Trends trends;
    private final Measures measures;
    private final LiveOrganisation organisation;

    TrendController(Trends trends, Measures measures, LiveOrganisation organisation) {
        this.trends = trends;
        this.measures = measures;
        this.organisation = organisation;
    }

    @GetMapping
    Map<String, List<MeasureJson>> list(Actor actor, Language language) {
        return Map.of(
                "items",
                measures.of(actor).stream()
                        .map(aim -> MeasureJson.of(aim.measure(), language))
                        .toList());
    }

    @GetMapping("/{measure}")
    TrendJson trend(
            Actor actor,
            Language language,
            @PathVariable("measure") String key,
            @RequestParam(name = "unit", defaultValue = "month") String unit) {
        Aim aim = measures.find(actor, key);
        Beat beat = Beat.of(unit).orElseThrow(() -> Refusal.Invalid.at("unit", Message.of("trend.beat")));
        return TrendJson.of(
                aim.measure(),
                organisation.get().company().currency(),
                trends.course(actor, aim, beat, language),
                trends.dimensions(actor, aim, language),
                language);
    }

    @GetMapping("/{measure}/growth")
    GrowthJson growth(
            Actor actor, Language language, @PathVariable("measure") String key, @RequestParam("by") String by) {
        return GrowthJson.of(trends.growth(actor, measures.find(actor, key), by, language));
    }
}
