package hengke.web.settings;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.problem.Language;
import hengke.kernel.settings.SettingChanges;
import hengke.kernel.settings.SettingHistory;
import hengke.kernel.settings.Settings;
import hengke.web.Body;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the company has decided: everybody reads what concerns everybody, administrators the rest, nobody a secret. */
@RestController
@RequestMapping("/api/settings")
final class SettingsController {
    private static final int PAGE = 50;

    private final Settings settings;
    private final SettingChanges changes;
    private final SettingHistory history;
    private final SettingsJson json;
    private final Access access;
    private final LiveOrganisation organisation;

    SettingsController(
            Settings settings,
            SettingChanges changes,
            SettingHistory history,
            SettingsJson json,
            Access access,
            LiveOrganisation organisation) {
        this.settings = settings;
        this.changes = changes;
        this.history = history;
        this.json = json;
        this.access = access;
        this.organisation = organisation;
    }

    @GetMapping
    ObjectNode all(Actor actor, Language language) {
        return json.all(settings.values(), access.administrator(actor), language);
    }

    @PatchMapping
    ObjectNode change(Actor actor, Language language, @RequestBody ObjectNode asked) {
        access.requireAdministrator(actor);
        Body body = new Body(asked);
        long version = body.required("version", SettingsJson.VERSION).orElse(0L);
        Map<String, JsonNode> wanted = new LinkedHashMap<>();
        body.object("values")
                .ifPresent(
                        values -> values.properties().forEach(entry -> wanted.put(entry.getKey(), entry.getValue())));
        body.done();
        changes.change(actor.user(), version, wanted);
        return all(actor, language);
    }

    @GetMapping("/changes")
    ObjectNode changes(
            Actor actor, Language language, @RequestParam(name = "after", required = false) @Nullable Long after) {
        access.requireAdministrator(actor);
        List<SettingHistory.Entry> found = history.before(after == null ? Long.MAX_VALUE : after, PAGE);
        return json.changes(found, found.size() == PAGE, organisation.get(), language);
    }
}
