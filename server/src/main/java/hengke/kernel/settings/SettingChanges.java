package hengke.kernel.settings;

import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Nearest;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;

/**
 * The one door for changes of settings: every value checked, one change after the other, all or nothing, remembered
 * with who made it, and told to every node. Whoever calls has made sure that the person may.
 */
public final class SettingChanges {
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

    private void change(DSLContext within, long by, long seen, Map<Setting<?>, Optional<JsonNode>> values) {
        long version = SettingRows.nextVersion(within);
        Set<String> overtaken = SettingRows.changedSince(
                within, seen, values.keySet().stream().map(Setting::name).toList());
        if (!overtaken.isEmpty()) {
            throw new Refusal.Conflict(
                    "stale", Message.of("settings.stale"), Map.of("version", version - 1, "settings", overtaken));
        }
        SettingValues before = SettingRows.read(within, secrets);
        List<SettingRows.Change> changes = values.entrySet().stream()
                .flatMap(entry -> of(before, entry.getKey(), entry.getValue()).stream())
                .toList();
        SettingValues after = before.with(version, stored(changes));
        List<FieldError> faults = definitions.groups().stream()
                .flatMap(group -> group.check().apply(after).stream())
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
