package hengke.capability.score;

import hengke.capability.score.Scoring.Band;
import hengke.capability.score.Scoring.Group;
import hengke.capability.score.Scoring.Rule;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.audit.AdministrationLog;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.records.Writer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The rules of scoring as administrators manage them: checked, written down, and in force on every node. */
@Component
public final class Scorings {
    static final int MOST_RULES = 100;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LiveScorings live;
    private final Scales scales;
    private final Writer writer;
    private final LiveCatalog catalog;
    private final Access access;
    private final Rescore rescore;
    private final Clock clock;

    Scorings(
            LiveScorings live,
            Scales scales,
            Writer writer,
            LiveCatalog catalog,
            Access access,
            Rescore rescore,
            Clock clock) {
        this.live = live;
        this.scales = scales;
        this.writer = writer;
        this.catalog = catalog;
        this.access = access;
        this.rescore = rescore;
        this.clock = clock;
    }

    /** The objects that can be scored. */
    public List<ObjectDefinition> objects() {
        return catalog.current().objects().stream()
                .filter(object -> object.has(Scored.class))
                .toList();
    }

    /** The object of this name, if it can be scored. */
    public ObjectDefinition object(String name) {
        return objects().stream()
                .filter(object -> object.name().equals(name))
                .findFirst()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** The rules of an object; of one that has none yet, none. */
    public Scoring of(ObjectDefinition object) {
        return live.find(object)
                .orElseGet(() -> new Scoring(object.name(), false, true, List.of(), List.of(), List.of(), 0));
    }

    /** Puts rules in the place of those seen at the version given; the records follow in the background. */
    public void change(Actor by, Scoring scoring) {
        access.requireAdministrator(by);
        ObjectDefinition object = object(scoring.object());
        check(object, scoring);
        writer.inTransaction(within -> {
            live.change(within);
            Scoring before = LiveScorings.find(within, object).orElse(null);
            long version = before == null ? 0 : before.version();
            if (version != scoring.version()) {
                throw new Refusal.Conflict("stale", Message.of("identity.stale"), Map.of("version", version));
            }
            within.execute("""
                    insert into scoring (object, definition, updated_at, updated_by)
                    values (?, cast(? as jsonb), cast(? as timestamptz), ?)
                    on conflict (object) do update set definition = excluded.definition,
                        version = scoring.version + 1, updated_at = excluded.updated_at, updated_by = excluded.updated_by
                    """, object.name(), JSON.writeValueAsString(scoring), clock.instant(), by.user());
            note(within, by, object, before, scoring);
            return version;
        });
        live.refresh();
        rescore.promise(object);
    }

    /** What is wrong with rules; throws, each at its field. */
    public void check(ObjectDefinition object, Scoring scoring) {
        List<FieldError> errors = new ArrayList<>(scales.faults(object, scoring));
        if (scoring.rules().size() > MOST_RULES) {
            errors.add(FieldError.of("rules", Message.of("score.tooMany", MOST_RULES)));
        }
        if (scoring.active() && scoring.rules().isEmpty()) {
            errors.add(FieldError.of("rules", Message.of("score.noRules")));
        }
        Set<String> names = new HashSet<>();
        Set<String> groups = new HashSet<>();
        for (int i = 0; i < scoring.groups().size(); i++) {
            Group group = scoring.groups().get(i);
            if (!groups.add(group.name())) {
                errors.add(FieldError.of("groups[" + i + "].name", Message.of("score.twice", group.name())));
            }
        }
        for (int i = 0; i < scoring.rules().size(); i++) {
            Rule rule = scoring.rules().get(i);
            if (!names.add(rule.name())) {
                errors.add(FieldError.of("rules[" + i + "].name", Message.of("score.twice", rule.name())));
            }
            if (rule.group() != null && !groups.contains(rule.group())) {
                errors.add(FieldError.of("rules[" + i + "].group", Message.of("score.noGroup", rule.group())));
            }
        }
        bands(scoring.bands(), errors);
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
    }

    private static void bands(List<Band> bands, List<FieldError> errors) {
        Set<String> levels = new HashSet<>();
        Set<Integer> froms = new HashSet<>();
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            if (!levels.add(band.level())) {
                errors.add(FieldError.of("bands[" + i + "].level", Message.of("score.levelTwice")));
            }
            if (!froms.add(band.from())) {
                errors.add(FieldError.of("bands[" + i + "].from", Message.of("score.fromTwice", band.from())));
            }
        }
    }

    private void note(DSLContext within, Actor by, ObjectDefinition object, @Nullable Scoring before, Scoring after) {
        AdministrationLog.record(
                within,
                by,
                clock.instant(),
                new AdministrationLog.Subject("scoring", 0L, object.label().chinese()),
                before == null ? null : logged(before),
                logged(after));
    }

    private static ObjectNode logged(Scoring scoring) {
        ObjectNode json = JSON.valueToTree(scoring);
        json.remove("version");
        return json;
    }
}
