package hengke.kernel.settings;

import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Nearest;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The one door for changes of settings: every value checked, one change after the other, all or nothing, remembered
 * with who made it, and told to every node. Whoever calls has made sure that the person may.
 */
public final class SettingChanges {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final DSLContext dsl;
    private final SettingDefinitions definitions;
    private final Settings settings;
    private final SecretBox secrets;
    private final List<SettingWatch> watches;
    private final Clock clock;

    public SettingChanges(
            DSLContext dsl,
            SettingDefinitions definitions,
            Settings settings,
            SecretBox secrets,
            List<SettingWatch> watches,
            Clock clock) {
        this.dsl = dsl;
        this.definitions = definitions;
        this.settings = settings;
        this.secrets = secrets;
        this.watches = List.copyOf(watches);
        this.clock = clock;
    }

    /**
     * Decides values; what is {@code null} or blank goes back to its default.
     *
     * @param seen the version of the settings the person had before their eyes
     */
    public void change(long by, long seen, Map<String, JsonNode> wanted) {
        Map<Setting<?>, Optional<JsonNode>> values = read(wanted);
        dsl.transaction(transaction -> change(transaction.dsl(), by, seen, values));
        settings.look();
    }

    /** The product itself decides one open value within a transaction of its own, e.g. when it is set up. */
    public static <T> void decide(DSLContext within, Instant at, Setting<T> setting, T value) {
        JsonNode json = setting.type().write(value);
        SettingRows.Change change = new SettingRows.Change(
                setting.name(), Optional.of(json), setting.type().write(setting.initial()), json, false);
        SettingRows.write(within, SettingRows.nextVersion(within), 0, at, List.of(change));
    }

    /** Tells what has changed beside the settings proper. */
    @FunctionalInterface
    public interface Note {
        void changed(String name, String from, String to);
    }

    /** Something that settings keep in tables of their own. */
    @FunctionalInterface
    public interface Deed {
        void make(DSLContext within, Note note);
    }

    /**
     * Changes what is kept beside the settings, by the same rules: one after the other, remembered, told to all nodes.
     *
     * @param seen the version the person had before their eyes
     * @param names of what will change, which nobody may have changed since
     */
    public void beside(long by, long seen, Set<String> names, Deed deed) {
        dsl.transaction(transaction -> {
            DSLContext within = transaction.dsl();
            long version = SettingRows.nextVersion(within);
            requireSeen(within, version, seen, names);
            List<SettingRows.Change> changes = new ArrayList<>();
            deed.make(
                    within,
                    (name, from, to) ->
                            changes.add(SettingRows.Change.beside(name, JSON.stringNode(from), JSON.stringNode(to))));
            SettingRows.write(within, version, by, clock.instant(), changes);
        });
        settings.look();
    }

    private static void requireSeen(DSLContext within, long version, long seen, Collection<String> names) {
        Set<String> overtaken = SettingRows.changedSince(within, seen, names);
        if (!overtaken.isEmpty()) {
            throw new Refusal.Conflict(
                    "stale", Message.of("settings.stale"), Map.of("version", version - 1, "settings", overtaken));
        }
    }

    private void change(DSLContext within, long by, long seen, Map<Setting<?>, Optional<JsonNode>> values) {
        long version = SettingRows.nextVersion(within);
        requireSeen(
                within,
                version,
                seen,
                values.keySet().stream().map(Setting::name).toList());
        SettingValues before = SettingRows.read(within, secrets);
        List<SettingRows.Change> changes = values.entrySet().stream()
                .flatMap(entry -> of(before, entry.getKey(), entry.getValue()).stream())
                .toList();
        SettingValues after = before.with(version, stored(changes));
        List<FieldError> faults = Stream.concat(
                        definitions.groups().stream().flatMap(group -> group.check().apply(after).stream()),
                        unbound(before, values, stored(changes).keySet()))
                .toList();
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
        if (!changes.isEmpty()) {
            SettingRows.write(within, version, by, clock.instant(), changes);
            Set<String> names = stored(changes).keySet();
            watches.forEach(watch -> watch.changed(within, names));
        }
    }

    /** Secrets whose place changes and that are not given anew. */
    private Stream<FieldError> unbound(
            SettingValues before, Map<Setting<?>, Optional<JsonNode>> given, Set<String> changed) {
        return definitions.groups().stream()
                .flatMap(group -> group.settings().stream())
                .filter(setting -> before.decides(setting) && !given.containsKey(setting))
                .filter(setting -> setting.bound().stream().anyMatch(changed::contains))
                .map(setting -> FieldError.of(setting.name(), Message.of("settings.secretAgain")));
    }

    /** What there is to write; nothing where nothing changes. Secrets are written whenever they are given. */
    private <T> Optional<SettingRows.Change> of(SettingValues before, Setting<T> setting, Optional<JsonNode> value) {
        if (setting.secret()) {
            return value.isEmpty() && !before.decides(setting)
                    ? Optional.empty()
                    : Optional.of(new SettingRows.Change(
                            setting.name(), value.map(plain -> secrets.seal(setting.name(), plain)), null, null, true));
        }
        JsonNode initial = setting.type().write(setting.initial());
        JsonNode from = before.json(setting).orElse(initial);
        JsonNode to = value.orElse(initial);
        Optional<JsonNode> kept = Optional.of(to).filter(given -> !given.equals(initial));
        return from.equals(to) && kept.equals(before.stored(setting))
                ? Optional.empty()
                : Optional.of(new SettingRows.Change(setting.name(), kept, from, to, false));
    }

    private static Map<String, Optional<JsonNode>> stored(List<SettingRows.Change> changes) {
        Map<String, Optional<JsonNode>> stored = new LinkedHashMap<>();
        changes.forEach(change -> stored.put(change.name(), change.value()));
        return stored;
    }

    private Map<Setting<?>, Optional<JsonNode>> read(Map<String, JsonNode> wanted) {
        Map<Setting<?>, Optional<JsonNode>> values = new LinkedHashMap<>();
        List<FieldError> faults = new ArrayList<>();
        wanted.forEach((name, json) -> definitions
                .find(name)
                .ifPresentOrElse(
                        setting -> values.put(setting, read(setting, json, faults)),
                        () -> faults.add(FieldError.of(name, unknown(name)))));
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
        return values;
    }

    /** The value in the form its kind writes it. */
    private static <T> Optional<JsonNode> read(Setting<T> setting, JsonNode json, List<FieldError> faults) {
        if (json.isNull() || json.isString() && json.stringValue().isBlank()) {
            return Optional.empty();
        }
        try {
            T value = setting.type().read(json);
            setting.check().apply(value).ifPresent(fault -> faults.add(FieldError.of(setting.name(), fault)));
            return Optional.of(setting.type().write(value));
        } catch (Unreadable unreadable) {
            faults.add(FieldError.of(setting.name(), unreadable.reason()));
            return Optional.empty();
        }
    }

    private Message unknown(String name) {
        return Nearest.of(name, definitions.names())
                .map(near -> Message.of("settings.unknownNear", name, near))
                .orElseGet(() -> Message.of("settings.unknown", name));
    }
}
