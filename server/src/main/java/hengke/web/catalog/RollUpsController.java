package hengke.web.catalog;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.RollUpStates;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How far the roll-ups of an object are computed for records that were there before them. */
@RestController
@RequestMapping("/api/catalog/{object}/rollups")
final class RollUpsController {
    private final Access access;
    private final LiveCatalog live;
    private final RollUpStates states;

    RollUpsController(Access access, LiveCatalog live, RollUpStates states) {
        this.access = access;
        this.live = live;
        this.states = states;
    }

    @GetMapping
    ObjectNode all(Actor actor, @PathVariable("object") String name) {
        access.requireAdministrator(actor);
        ObjectNode json = JsonMapper.shared().createObjectNode();
        ArrayNode items = json.putArray("items");
        states.of(live.current().object(name))
                .forEach(state -> items.addObject()
                        .put("field", state.field())
                        .put("done", state.done())
                        .put("percent", state.percent()));
        return json;
    }

    @PostMapping("/{field}/recompute")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void again(Actor actor, @PathVariable("object") String name, @PathVariable("field") String field) {
        access.requireAdministrator(actor);
        ObjectDefinition object = live.current().object(name);
        states.again(object, object.field(field).orElseThrow(Refusal.NotFound::new));
    }
}
