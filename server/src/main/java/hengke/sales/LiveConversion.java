package hengke.sales;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.audit.AdministrationLog;
import hengke.kernel.events.Broadcast;
import hengke.kernel.events.LiveValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.records.Writer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The mapping of leads in force on every node, and its changes by administrators. */
@Component
public final class LiveConversion {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Map<String, String>>> OWN = new TypeReference<>() {};

    private final LiveValue<ConversionMapping> live;
    private final Conversion conversion;
    private final Writer writer;
    private final Access access;
    private final Clock clock;

    LiveConversion(
            Conversion conversion,
            Writer writer,
            Access access,
            DSLContext database,
            Clock clock,
            Broadcast broadcast) {
        live = new LiveValue<>("conversion", database, clock, broadcast, LiveConversion::read);
        this.conversion = conversion;
        this.writer = writer;
        this.access = access;
        this.clock = clock;
    }

    public ConversionMapping get() {
        return live.get();
    }

    /** Lays this mapping over the one at the version that was seen. */
    public void save(Actor by, ConversionMapping next) {
        access.requireAdministrator(by);
        check(next);
        writer.inTransaction(within -> {
            live.change(within);
            ConversionMapping before = live.within(within);
            if (before.version() != next.version()) {
                throw new Refusal.Conflict("stale", Message.of("identity.stale"), Map.of("version", before.version()));
            }
            within.execute("""
                    insert into conversion_mapping (definition, updated_at, updated_by)
                    values (cast(? as jsonb), cast(? as timestamptz), ?)
                    on conflict (single) do update set definition = excluded.definition,
                        version = conversion_mapping.version + 1, updated_at = excluded.updated_at,
                        updated_by = excluded.updated_by
                    """, JSON.writeValueAsString(next.own()), clock.instant(), by.user());
            AdministrationLog.record(
                    within,
                    by,
                    clock.instant(),
                    new AdministrationLog.Subject("conversion", null, "lead"),
                    JSON.valueToTree(before.own()),
                    JSON.valueToTree(next.own()));
            return next;
        });
        live.refresh();
    }

    private void check(ConversionMapping next) {
        List<FieldError> errors = new ArrayList<>();
        next.own().forEach((name, fields) -> {
            Optional<ObjectDefinition> object = conversion.targets().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst();
            fields.forEach((target, source) -> {
                String at = "own." + name + "." + target;
                Optional<Field<?>> field = object.flatMap(each -> each.field(target))
                        .filter(each -> conversion.mapped(object.orElseThrow(), each));
                if (field.isEmpty()) {
                    errors.add(FieldError.of(at, Message.of("sales.unmapped")));
                } else if (!source.isEmpty()
                        && conversion.sources(field.get()).stream()
                                .noneMatch(each -> each.name().equals(source))) {
                    errors.add(FieldError.of(at, Message.of("sales.otherKind")));
                }
            });
        });
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
    }

    private static ConversionMapping read(DSLContext within) {
        return within.fetchOptional("select definition, version from conversion_mapping")
                .map(row -> new ConversionMapping(
                        JSON.readValue(row.get("definition", JSONB.class).data(), OWN), row.get("version", Long.class)))
                .orElse(ConversionMapping.NONE);
    }
}
