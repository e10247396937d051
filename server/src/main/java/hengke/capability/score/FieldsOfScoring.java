package hengke.capability.score;

import hengke.kernel.configuration.SpeaksOfFields;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Sources.Source;
import hengke.kernel.query.Mentioned;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The fields that rules of scoring ask about: without one of them every score would stand still. */
@Component
final class FieldsOfScoring implements SpeaksOfFields {
    private final LiveScorings live;

    FieldsOfScoring(LiveScorings live) {
        this.live = live;
    }

    @Override
    public String area() {
        return "scoring";
    }

    @Override
    public Map<Label, Set<Source>> parts(Catalog catalog) {
        Map<Label, Set<Source>> parts = new LinkedHashMap<>();
        for (Scoring scoring : live.all()) {
            catalog.find(scoring.object())
                    .ifPresent(object -> scoring.rules()
                            .forEach(rule -> parts.put(
                                    named(object, rule.name()), Mentioned.in(catalog, object, rule.asked()))));
        }
        return parts;
    }

    private static Label named(ObjectDefinition object, String rule) {
        return new Label(object.label().chinese() + " · " + rule, object.label().english() + " · " + rule);
    }
}
