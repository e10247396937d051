package hengke.web.organisation;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.SharingRule;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.Body;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a sharing rule and checks it: an object that stands for itself, a filter that means something, somebody to share with. */
@Component
final class SharingRuleReader {
    private final LiveCatalog catalog;
    private final Access access;

    SharingRuleReader(LiveCatalog catalog, Access access) {
        this.catalog = catalog;
        this.access = access;
    }

    /** The rule after this body; what it does not mention remains as in the present one. */
    SharingRule read(Actor actor, Body body, @Nullable SharingRule present) {
        String name = present == null
                ? body.required("name", Kinds.NAME).orElse("")
                : body.kept("name", Kinds.NAME, present.name());
        String object = present == null
                ? body.required("object", Kinds.NAME).orElse("")
                : body.kept("object", Kinds.NAME, present.object());
        JsonNode filter = body.given("filter")
                .orElseGet(() -> present == null || body.mentions("filter")
                        ? JsonMapper.shared().nullNode()
                        : present.filter());
        String right = present == null
                ? body.required("right", Kinds.NAME).orElse("")
                : body.kept("right", Kinds.NAME, present.edit() ? "edit" : "read");
        if (!Set.of("read", "edit").contains(right)) {
            body.refuse("right", Message.of("web.sharingRight"));
        }
        SharingRule rule = new SharingRule(
                present == null ? 0 : present.id(),
                name,
                object,
                filter,
                right.equals("edit"),
                ids(body, "people", Kinds.PERSON, present == null ? Set.of() : present.people()),
                ids(body, "departments", Kinds.DEPARTMENT, present == null ? Set.of() : present.departments()),
                ids(body, "roles", Kinds.ID, present == null ? Set.of() : present.roles()),
                body.kept("active", Kinds.FLAG, present == null || present.active()),
                present == null ? 0 : body.kept("version", Kinds.ID, present.version()));
        check(actor, body, rule);
        return rule;
    }

    private static Set<Long> ids(Body body, String key, FieldType<Long> type, Set<Long> present) {
        return body.mentions(key) ? Set.copyOf(body.list(key, type)) : present;
    }

    private void check(Actor actor, Body body, SharingRule rule) {
        if (rule.people().isEmpty()
                && rule.departments().isEmpty()
                && rule.roles().isEmpty()) {
            body.refuse("people", Message.of("web.sharingWithNobody"));
        }
        Optional<ObjectDefinition> object =
                catalog.current().find(rule.object()).filter(found -> found.application() != null);
        if (object.isEmpty()) {
            body.refuse("object", Message.of("web.noSuchObject", rule.object()));
        } else if (rule.filter().isNull()) {
            body.refuse("filter", Message.of("web.sharingFilter"));
        } else {
            try {
                access.resolve(actor, object.get(), rule.filter());
            } catch (Refusal refusal) {
                body.refuse("filter", refusal.reason());
            }
        }
    }
}
