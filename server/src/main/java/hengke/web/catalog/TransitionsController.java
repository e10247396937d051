package hengke.web.catalog;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.configuration.MoveRules;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Transitions;
import hengke.kernel.metadata.TransitionsJson;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.problem.Refusal;
import hengke.web.Body;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The rules for the moves of a choice, as administrators see and replace them. */
@RestController
@RequestMapping("/api/catalog/{object}/fields/{field}/transitions")
final class TransitionsController {
    private static final IntegerType VERSION = new IntegerType(1, Long.MAX_VALUE);

    private final Access access;
    private final LiveCatalog live;
    private final LiveOrganisation organisation;
    private final MoveRules rules;

    TransitionsController(Access access, LiveCatalog live, LiveOrganisation organisation, MoveRules rules) {
        this.access = access;
        this.live = live;
        this.organisation = organisation;
        this.rules = rules;
    }

    @GetMapping
    ObjectNode one(Actor actor, @PathVariable("object") String objectName, @PathVariable("field") String fieldName) {
        access.requireAdministrator(actor);
        return shown(live.current(), objectName, fieldName);
    }

    @PatchMapping
    ObjectNode replace(
            Actor actor,
            @PathVariable("object") String objectName,
            @PathVariable("field") String fieldName,
            @RequestBody ObjectNode request) {
        access.requireAdministrator(actor);
        ObjectDefinition object = live.current().object(objectName);
        Field<?> field = object.field(fieldName).orElseThrow(Refusal.NotFound::new);
        Body body = new Body(request);
        Long seen = body.optional("version", VERSION).orElse(null);
        Transitions wished = new TransitionsReader(object, field, organisation.get()).read(body);
        body.done();
        return shown(rules.replace(actor, seen, objectName, fieldName, wished), objectName, fieldName);
    }

    private static ObjectNode shown(Catalog catalog, String objectName, String fieldName) {
        ObjectDefinition object = catalog.object(objectName);
        Field<?> field = object.field(fieldName).orElseThrow(Refusal.NotFound::new);
        return TransitionsJson.write(object.transitions().getOrDefault(field.name(), Transitions.FREE))
                .put("version", catalog.version());
    }
}
