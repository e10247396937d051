package hengke.web.settings;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.records.NumberRules;
import hengke.web.Body;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Where running numbers stand. */
@RestController
@RequestMapping("/api/settings/numbers")
final class NumbersController {
    private static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 200);
    private static final IntegerType COUNT = new IntegerType(1, Long.MAX_VALUE);

    private final NumberRules rules;
    private final Access access;

    NumbersController(NumberRules rules, Access access) {
        this.rules = rules;
        this.access = access;
    }

    @GetMapping
    Map<String, List<NumberRules.Standing>> standings(Actor actor) {
        access.requireAdministrator(actor);
        return Map.of("items", rules.standings());
    }

    @PostMapping
    Map<String, List<NumberRules.Standing>> goOnFrom(Actor actor, @RequestBody ObjectNode json) {
        access.requireAdministrator(actor);
        Body body = new Body(json);
        String setting = body.required("setting", NAME).orElse("");
        long next = body.required("next", COUNT).orElse(0L);
        body.done();
        rules.goOnFrom(actor.user(), setting, next);
        return standings(actor);
    }
}
