package hengke.web.settings;

import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.problem.Language;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.Setting.Readers;
import hengke.kernel.settings.SettingDefinitions;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.SettingHistory;
import hengke.kernel.settings.SettingValues;
import hengke.web.catalog.KindJson;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Settings as an input needs them: what kind of value, which one, and what a change does. */
@Component
final class SettingsJson {
    static final IntegerType VERSION = new IntegerType(0, Long.MAX_VALUE);

    private final SettingDefinitions definitions;
    private final LiveCatalog catalog;

    SettingsJson(SettingDefinitions definitions, LiveCatalog catalog) {
        this.definitions = definitions;
        this.catalog = catalog;
    }

    ObjectNode all(SettingValues values, boolean administrator, Language language) {
        ObjectNode json = JsonMapper.shared().createObjectNode().put("version", values.version());
        ArrayNode groups = json.putArray("groups");
        for (SettingGroup group : definitions.groups()) {
            List<Setting<?>> shown = group.settings().stream()
                    .filter(setting -> administrator || setting.readers() == Readers.EVERYBODY)
                    .toList();
            if (!shown.isEmpty()) {
                ArrayNode settings = groups.addObject()
                        .put("name", group.name())
                        .put("label", group.label().in(language))
                        .put("help", text(group.help(), language))
                        .putArray("settings");
                shown.forEach(setting -> settings.add(one(setting, values, administrator, language)));
            }
        }
        return json;
    }

    private <T> ObjectNode one(Setting<T> setting, SettingValues values, boolean administrator, Language language) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.set("field", field(setting, administrator, language));
        json.set("value", setting.secret() ? json.nullNode() : setting.type().write(values.get(setting)));
        return json.put("decided", values.decides(setting))
                .put("secret", setting.secret())
                .put("public", setting.readers() == Readers.EVERYBODY)
                .put("consequence", text(setting.consequence(), language));
    }

    private <T> ObjectNode field(Setting<T> setting, boolean administrator, Language language) {
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("name", setting.name())
                .put("label", setting.label().in(language))
                .put("kind", setting.type().kind())
                .put("help", text(setting.help(), language))
                .put("required", false)
                .put("right", administrator ? "edit" : "read");
        json.set("default", setting.secret() ? json.nullNode() : setting.type().write(setting.initial()));
        Field<T> field = Field.of(
                setting.name(),
                setting.type(),
                setting.label().chinese(),
                setting.label().english());
        KindJson.describe(catalog.current(), language, field, json);
        return setting.unit() == null ? json : json.put("unit", text(setting.unit(), language));
    }

    ObjectNode changes(List<SettingHistory.Entry> found, boolean more, Organisation now, Language language) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        ArrayNode items = json.putArray("items");
        found.forEach(entry -> items.add(change(entry, now, language)));
        json.put("next", more ? Long.toString(found.getLast().id()) : null);
        return json;
    }

    private ObjectNode change(SettingHistory.Entry entry, Organisation now, Language language) {
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("name", entry.name())
                .put("label", label(entry.name(), language))
                .put("secret", entry.secret())
                .put("at", entry.at().toString());
        json.putObject("by")
                .put("id", entry.by())
                .put("label", now.person(entry.by()).map(Person::name).orElse(null));
        json.set("from", entry.from().<JsonNode>map(value -> value).orElse(json.nullNode()));
        json.set("to", entry.to().<JsonNode>map(value -> value).orElse(json.nullNode()));
        return json;
    }

    /** What a setting is called; of what is kept beside them, the group and what it is there. */
    private String label(String name, Language language) {
        return definitions
                .find(name)
                .map(setting -> setting.label().in(language))
                .or(() -> definitions.groups().stream()
                        .filter(group -> name.startsWith(group.name() + "."))
                        .findFirst()
                        .map(group -> group.label().in(language)
                                + " "
                                + name.substring(group.name().length() + 1)))
                .orElse(name);
    }

    private static @Nullable String text(@Nullable Label label, Language language) {
        return label == null ? null : label.in(language);
    }
}
