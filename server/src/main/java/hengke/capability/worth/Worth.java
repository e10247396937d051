package hengke.capability.worth;

import hengke.capability.worth.PurchaseSources.Broken;
import hengke.kernel.access.Access;
import hengke.kernel.audit.AdministrationLog;
import hengke.kernel.jobs.Background;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Writer;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
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

/** How worth is told, as administrators decide it: checked against the catalog, written down, in force on every node. */
@Component
public final class Worth {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final LiveWorth live;
    private final PurchaseSources sources;
    private final Writer writer;
    private final Access access;
    private final Background background;
    private final Clock clock;

    Worth(LiveWorth live, PurchaseSources sources, Writer writer, Access access, Background background, Clock clock) {
        this.live = live;
        this.sources = sources;
        this.writer = writer;
        this.access = access;
        this.background = background;
        this.clock = clock;
    }

    /** Decides anew, having seen the version given; every customer is then reckoned in the background. */
    public void decide(Caller by, WorthDefinition definition) {
        access.requireAdministrator(by.actor());
        ObjectDefinition object = valued(definition.object());
        check(object, definition);
        writer.inTransaction(within -> {
            live.change(within);
            WorthDefinition before = LiveWorth.read(within).get(object.name());
            long seen = before == null ? 0 : before.version();
            if (seen != definition.version()) {
                throw new Refusal.Conflict("stale", Message.of("identity.stale"), Map.of("version", seen));
            }
            store(within, by, definition);
            AdministrationLog.record(
                    within,
                    by.actor(),
                    clock.instant(),
                    new AdministrationLog.Subject("worth", null, object.label().chinese()),
                    before == null ? null : logged(before),
                    logged(definition));
            return definition;
        });
        live.refresh();
        promise();
    }

    /** Every customer anew, in the background. */
    public void promise() {
        background.promiseOnce(WorthClock.REVALUE, Duration.ZERO);
    }

    private void store(DSLContext within, Caller by, WorthDefinition definition) {
        within.execute(
                """
                insert into worth_definition (object, definition, version, updated_at, updated_by)
                values (?, cast(? as jsonb), 1, cast(? as timestamptz), ?)
                on conflict (object) do update set definition = excluded.definition,
                    version = worth_definition.version + 1, updated_at = excluded.updated_at,
                    updated_by = excluded.updated_by""",
                definition.object(),
                JSON.writeValueAsString(definition),
                clock.instant(),
                by.actor().user());
    }

    private static ObjectNode logged(WorthDefinition definition) {
        ObjectNode json = JSON.valueToTree(definition);
        json.remove("version");
        return json;
    }

    /** The object of this name, if its records buy. */
    public ObjectDefinition valued(String name) {
        return writer.catalog()
                .current()
                .find(name)
                .filter(object -> object.has(Valued.class))
                .orElseThrow(Refusal.NotFound::new);
    }

    /** What is wrong with a definition; throws, each at its field. */
    public void check(ObjectDefinition object, WorthDefinition definition) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < definition.sources().size(); i++) {
            PurchaseSource source = definition.sources().get(i);
            if (!named.add(source.object())) {
                errors.add(FieldError.of("sources[" + i + "].object", Message.of("worth.twice")));
            }
        }
        List<PurchaseSource> own = definition.sources();
        for (Broken broken :
                sources.resolve(writer.catalog().current(), object, definition).broken()) {
            int at = own.indexOf(broken.source());
            if (at >= 0) {
                errors.add(FieldError.of("sources[" + at + "]." + broken.at(), broken.reason()));
            }
        }
        rising("recency", definition.recency(), true, errors);
        rising("frequency", definition.frequency(), false, errors);
        rising("monetary", definition.monetary(), false, errors);
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
    }

    private static void rising(String at, @Nullable List<BigDecimal> cuts, boolean falling, List<FieldError> errors) {
        if (cuts == null) {
            return;
        }
        boolean fits = cuts.size() == Cuts.SCORES - 1 && cuts.stream().allMatch(cut -> cut.signum() >= 0);
        for (int i = 1; fits && i < cuts.size(); i++) {
            int step = cuts.get(i).compareTo(cuts.get(i - 1));
            fits = falling ? step < 0 : step > 0;
        }
        if (!fits) {
            errors.add(FieldError.of(at, Message.of(falling ? "worth.falling" : "worth.rising")));
        }
    }
}
