package hengke.kernel.settings;

import hengke.kernel.metadata.type.Unreadable;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** What a company has decided at one moment, laid over the defaults: an immutable value with a version. */
public final class SettingValues {
    private static final Logger log = LoggerFactory.getLogger(SettingValues.class);

    private final long version;
    private final Map<String, JsonNode> stored;
    private final SecretBox secrets;
    private final Map<Setting<?>, Object> read = new ConcurrentHashMap<>();

    SettingValues(long version, Map<String, JsonNode> stored, SecretBox secrets) {
        this.version = version;
        this.stored = Map.copyOf(stored);
        this.secrets = secrets;
    }

    public long version() {
        return version;
    }

    /** What holds: what was decided, else the default. */
    @SuppressWarnings("unchecked") // put below with the type of its setting
    public <T> T get(Setting<T> setting) {
        return (T) read.computeIfAbsent(setting, _ -> decided(setting).orElse(setting.initial()));
    }

    /** Has somebody decided other than the default? */
    public boolean decides(Setting<?> setting) {
        return stored.containsKey(setting.name());
    }

    /** The value as JSON; of a secret, none. */
    <T> Optional<JsonNode> json(Setting<T> setting) {
        return setting.secret() ? Optional.empty() : Optional.of(setting.type().write(get(setting)));
    }

    /** The stored form of a setting's value. */
    Optional<JsonNode> stored(Setting<?> setting) {
        return Optional.ofNullable(stored.get(setting.name()));
    }

    /** The same with other stored values; an empty one goes back to the default. */
    SettingValues with(long newVersion, Map<String, Optional<JsonNode>> changes) {
        Map<String, JsonNode> changed = new HashMap<>(stored);
        changes.forEach(
                (name, value) -> value.ifPresentOrElse(given -> changed.put(name, given), () -> changed.remove(name)));
        return new SettingValues(newVersion, changed, secrets);
    }

    /** A value that the setting does not take any more, e.g. after an upgrade, is as good as none. */
    private <T> Optional<T> decided(Setting<T> setting) {
        JsonNode value = stored.get(setting.name());
        if (value == null) {
            return Optional.empty();
        }
        try {
            JsonNode plain = setting.secret() ? secrets.open(setting.name(), value) : value;
            return Optional.of(setting.type().read(plain));
        } catch (Unreadable | SecretBox.Sealed e) {
            log.warn("The stored value of the setting {} cannot be used; the default holds", setting.name());
            return Optional.empty();
        }
    }
}
