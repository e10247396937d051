package hengke.web.records;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Explanation;
import hengke.kernel.access.FieldRight;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Command;
import hengke.kernel.records.Commands;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Why one, or for administrators anybody, may and may not do what with a record, or with an object at all. */
@RestController
final class AccessController {
    private final Reading reading;
    private final Access access;
    private final Commands commands;
    private final LiveOrganisation organisation;
    private final DSLContext database;

    AccessController(
            Reading reading, Access access, Commands commands, LiveOrganisation organisation, DSLContext database) {
        this.reading = reading;
        this.access = access;
        this.commands = commands;
        this.organisation = organisation;
        this.database = database;
    }

    @GetMapping("/api/records/{object}/{id}/access")
    ObjectNode toRecord(
            Caller caller,
            Language language,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @RequestParam(name = "user", required = false) @Nullable Long user) {
        ObjectDefinition object = reading.object(caller.actor(), name);
        reading.row(caller.actor(), object, id);
        Actor whose = caller.actor();
        if (user != null && user != whose.user()) {
            whose = other(whose, user);
        }
        return json(
                whose,
                object,
                access.explain(database, whose, object, id),
                access.administrator(caller.actor()),
                language);
    }

    @GetMapping("/api/users/{id}/access")
    ObjectNode toObject(
            Caller caller, Language language, @PathVariable("id") long id, @RequestParam("object") String name) {
        Actor whose = other(caller.actor(), id);
        ObjectDefinition object = reading.object(caller.actor(), name);
        return json(whose, object, access.explain(database, whose, object), true, language);
    }

    private Actor other(Actor administrator, long person) {
        access.requireAdministrator(administrator);
        if (organisation.get().person(person).isEmpty()) {
            throw new Refusal.NotFound();
        }
        return organisation.get().actor(person);
    }

    private ObjectNode json(
            Actor whose, ObjectDefinition object, Explanation explanation, boolean hiddenToo, Language language) {
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        ArrayNode verbs = answer.putArray("verbs");
        explanation.verbs().forEach(verb -> {
            ObjectNode each = verbs.addObject().put("verb", verb.verb().wire()).put("allowed", verb.allowed());
            say(each, verb.reasons(), language);
        });
        ArrayNode acts = answer.putArray("commands");
        for (Command command : commands.of(object)) {
            acts.add(act(
                    explanation.command(command.name(), command.offered(object, whose)),
                    command.label().in(language),
                    language));
        }
        explanation
                .acts()
                .forEach(act ->
                        acts.add(act(act, Message.of("access.act." + act.name()).in(language), language)));
        ArrayNode fields = answer.putArray("fields");
        explanation.fields().stream()
                .filter(field -> hiddenToo || field.right() != FieldRight.HIDDEN)
                .forEach(field -> fields.addObject()
                        .put("field", field.field().name())
                        .put("label", field.field().label().in(language))
                        .put("right", field.right().wire())
                        .put("reason", field.reason().in(language)));
        return answer;
    }

    private static ObjectNode act(Explanation.OfAct act, String label, Language language) {
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("command", act.name())
                .put("label", label)
                .put("allowed", act.allowed());
        say(json, act.reasons(), language);
        return json;
    }

    private static void say(ObjectNode json, List<Message> reasons, Language language) {
        ArrayNode said = json.putArray("reasons");
        reasons.forEach(reason -> said.add(reason.in(language)));
    }
}
