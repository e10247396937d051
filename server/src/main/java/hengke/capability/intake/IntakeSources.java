package hengke.capability.intake;

import hengke.capability.intake.IntakeSource.Design;
import hengke.capability.intake.IntakeSource.Kind;
import hengke.capability.intake.IntakeSource.Question;
import hengke.kernel.access.Actor;
import hengke.kernel.audit.AdministrationLog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.JsonType;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.metadata.type.LocationType;
import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.records.Writer;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The ways by which records come from outside, as people manage them. */
@Component
public final class IntakeSources {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int KEY_BYTES = 18;
    private static final Set<String> SCHEMES = Set.of("https", "http");
    private static final String ROW = "select id, key, kind, name, object, active, design, version from intake_source ";

    private final DSLContext database;
    private final LiveCatalog catalog;
    private final Writer writer;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    IntakeSources(DSLContext database, LiveCatalog catalog, Writer writer, Clock clock) {
        this.database = database;
        this.catalog = catalog;
        this.writer = writer;
        this.clock = clock;
    }

    public List<IntakeSource> all() {
        return database.fetch(ROW + "order by id").map(IntakeSources::read);
    }

    public Optional<IntakeSource> find(long id) {
        return find(database, id);
    }

    static Optional<IntakeSource> find(DSLContext within, long id) {
        return within.fetchOptional(ROW + "where id = ?", id).map(IntakeSources::read);
    }

    /** One that takes submissions. */
    public Optional<IntakeSource> open(String key, Kind kind) {
        return database.fetchOptional(ROW + "where key = ? and kind = ? and active", key, kind.wire())
                .map(IntakeSources::read);
    }

    /** Lays a source over the one at the version that was seen; a new one gets its address. */
    public IntakeSource save(Actor by, IntakeSource next) {
        check(next);
        return writer.inTransaction(within -> {
            IntakeSource before =
                    next.version() == 0 ? null : find(within, next.id()).orElseThrow(Refusal.NotFound::new);
            if (before != null && before.version() != next.version()) {
                throw new Refusal.Conflict("stale", Message.of("identity.stale"), Map.of("version", before.version()));
            }
            IntakeSource saved = read(
                    before == null
                            ? within.fetchSingle(
                                    """
                                    insert into intake_source
                                        (key, kind, name, object, active, design, updated_at, updated_by)
                                    values (?, ?, ?, ?, ?, cast(? as jsonb), cast(? as timestamptz), ?)
                                    returning id, key, kind, name, object, active, design, version
                                    """,
                                    newKey(),
                                    next.kind().wire(),
                                    next.name(),
                                    next.object(),
                                    next.active(),
                                    JSON.writeValueAsString(next.design()),
                                    clock.instant(),
                                    by.user())
                            : within.fetchSingle(
                                    """
                                    update intake_source set name = ?, active = ?, design = cast(? as jsonb),
                                        version = version + 1, updated_at = cast(? as timestamptz), updated_by = ?
                                    where id = ? and version = ?
                                    returning id, key, kind, name, object, active, design, version
                                    """,
                                    next.name(),
                                    next.active(),
                                    JSON.writeValueAsString(next.design()),
                                    clock.instant(),
                                    by.user(),
                                    next.id(),
                                    next.version()));
            AdministrationLog.record(
                    within,
                    by,
                    clock.instant(),
                    new AdministrationLog.Subject("intake", saved.id(), saved.name()),
                    before == null ? null : logged(before),
                    logged(saved));
            return saved;
        });
    }

    private static ObjectNode logged(IntakeSource source) {
        return JSON.createObjectNode()
                .put("name", source.name())
                .put("active", source.active())
                .set("design", JSON.valueToTree(source.design()));
    }

    private String newKey() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The fields of an object that an answer or a constant may fill. */
    public static boolean fillable(Field<?> field) {
        return field.computation() == null
                && !field.traits().is(Trait.SYSTEM)
                && !field.traits().is(Trait.DERIVED)
                && !(field.type() instanceof IdListType
                        || field.type() instanceof LinkType
                        || field.type() instanceof LocationType
                        || field.type() instanceof JsonType);
    }

    private void check(IntakeSource next) {
        List<FieldError> errors = new ArrayList<>();
        ObjectDefinition object = catalog.current()
                .find(next.object())
                .filter(each -> each.has(Captured.class))
                .orElseThrow(() -> Refusal.Invalid.at("object", Message.of("intake.object", next.object())));
        Design design = next.design();
        if (design.redirect() instanceof String redirect && !address(redirect)) {
            errors.add(FieldError.of("redirect", Message.of("intake.redirect")));
        }
        if (design.questions().stream().noneMatch(question -> question.field() != null)) {
            errors.add(FieldError.of("questions", Message.of("intake.noField")));
        }
        Set<String> keys = new HashSet<>();
        Set<String> fields = new HashSet<>();
        for (int i = 0; i < design.questions().size(); i++) {
            Question question = design.questions().get(i);
            String at = "questions[" + i + "].";
            if (!keys.add(question.key())) {
                errors.add(FieldError.of(at + "key", Message.of("intake.twice", question.key())));
            }
            String name = question.field();
            if (name != null) {
                Optional<Field<?>> field = object.field(name)
                        .filter(IntakeSources::fillable)
                        .filter(each -> !(each.type() instanceof IdType));
                if (field.isEmpty()) {
                    errors.add(FieldError.of(at + "field", Message.of("intake.field", name)));
                } else if (!fields.add(name)) {
                    errors.add(FieldError.of(
                            at + "field", Message.of("intake.twice", field.get().label())));
                }
            }
        }
        design.constants()
                .forEach((name, value) -> constant(object, name, value)
                        .ifPresent(reason -> errors.add(FieldError.of("constants." + name, reason))));
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
    }

    /** What is wrong with a constant, if anything. */
    private static Optional<Message> constant(ObjectDefinition object, String name, Object value) {
        Field<?> field = object.field(name).filter(IntakeSources::fillable).orElse(null);
        if (field == null) {
            return Optional.of(Message.of("intake.field", name));
        }
        try {
            value(field.type(), JSON.valueToTree(value));
            return Optional.empty();
        } catch (Unreadable e) {
            return Optional.of(e.reason());
        }
    }

    static <T> T value(FieldType<T> type, JsonNode value) throws Unreadable {
        return type.read(value);
    }

    private static boolean address(String redirect) {
        try {
            URI uri = URI.create(redirect);
            return uri.getScheme() instanceof String scheme
                    && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
                    && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static IntakeSource read(Record row) {
        return new IntakeSource(
                need(row, "id", Long.class),
                need(row, "key", String.class),
                Kind.valueOf(need(row, "kind", String.class).toUpperCase(Locale.ROOT)),
                need(row, "name", String.class),
                need(row, "object", String.class),
                need(row, "active", Boolean.class),
                JSON.readValue(need(row, "design", JSONB.class).data(), Design.class),
                need(row, "version", Long.class));
    }

    private static <T> T need(Record row, String column, Class<T> type) {
        @Nullable T value = row.get(column, type);
        return Objects.requireNonNull(value, column);
    }
}
