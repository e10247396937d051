package hengke.web.scoring;

import hengke.capability.score.Scoring;
import hengke.capability.score.Scoring.Band;
import hengke.capability.score.Scoring.Decay;
import hengke.capability.score.Scoring.Group;
import hengke.capability.score.Scoring.Rule;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.web.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads rules of scoring. */
final class ScoringReader {
    static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 60);
    static final IntegerType POINTS = new IntegerType(-1_000, 1_000);
    static final IntegerType CAP = new IntegerType(1, 100_000);
    static final IntegerType HALF_LIFE = new IntegerType(1, 3_650);
    static final IntegerType FROM = new IntegerType(-100_000, 100_000);

    private static final IntegerType VERSION = new IntegerType(0, Long.MAX_VALUE);
    private static final BooleanType FLAG = new BooleanType();

    private ScoringReader() {}

    /** The rules after this body; what it does not mention remains as in the present ones. */
    static Scoring read(Body body, Scoring present) {
        return new Scoring(
                present.object(),
                body.kept("active", FLAG, present.active()),
                body.kept("keepsEarlier", FLAG, present.keepsEarlier()),
                body.mentions("rules") ? rules(body) : present.rules(),
                body.mentions("groups") ? groups(body) : present.groups(),
                body.mentions("bands") ? bands(body) : present.bands(),
                body.kept("version", VERSION, present.version()));
    }

    private static List<Rule> rules(Body body) {
        List<Rule> rules = new ArrayList<>();
        for (Body each : body.each("rules")) {
            Optional<JsonNode> filter = each.given("filter");
            if (filter.isEmpty()) {
                each.refuse("filter", Message.of("score.filterMissing"));
            }
            rules.add(new Rule(
                    each.required("name", NAME).orElse(""),
                    filter.orElseGet(() -> JsonMapper.shared().createObjectNode()),
                    Math.toIntExact(each.required("points", POINTS).orElse(0L)),
                    each.optional("group", NAME).orElse(null),
                    decay(each)));
            each.refuseUnasked();
        }
        return rules;
    }

    private static @Nullable Decay decay(Body rule) {
        Optional<Body> said = rule.inside("decay");
        Decay decay = said.map(each -> new Decay(
                        each.required("since", NAME).orElse(""),
                        Math.toIntExact(each.required("halfLife", HALF_LIFE).orElse(1L))))
                .orElse(null);
        said.ifPresent(Body::refuseUnasked);
        return decay;
    }

    private static List<Group> groups(Body body) {
        List<Group> groups = new ArrayList<>();
        for (Body each : body.each("groups")) {
            groups.add(new Group(
                    each.required("name", NAME).orElse(""),
                    Math.toIntExact(each.required("cap", CAP).orElse(1L))));
            each.refuseUnasked();
        }
        return groups;
    }

    private static List<Band> bands(Body body) {
        List<Band> bands = new ArrayList<>();
        for (Body each : body.each("bands")) {
            bands.add(new Band(
                    Math.toIntExact(each.required("from", FROM).orElse(0L)),
                    each.required("level", NAME).orElse("")));
            each.refuseUnasked();
        }
        return bands;
    }
}
