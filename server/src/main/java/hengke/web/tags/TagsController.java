package hengke.web.tags;

import hengke.capability.tag.TagSettings;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.PageRight;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.kernel.records.TagLibrary;
import hengke.kernel.records.TagLibrary.Tag;
import hengke.web.Body;
import hengke.web.records.Reading;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Who may edit an object's records may add tags; renaming, merging and deleting change other people's records and are
 * an administrator's. */
@RestController
@RequestMapping("/api/tags")
final class TagsController {
    static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 50);

    private final Reading reading;
    private final Access access;
    private final TagSettings settings;
    private final DSLContext database;

    TagsController(Reading reading, Access access, TagSettings settings, DSLContext database) {
        this.reading = reading;
        this.access = access;
        this.settings = settings;
        this.database = database;
    }

    @GetMapping
    ObjectNode list(Caller caller, @RequestParam("object") String name) {
        ObjectDefinition object = reading.object(caller.actor(), name);
        Map<String, Long> uses = TagLibrary.uses(database, object);
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        ArrayNode items = answer.putArray("items");
        TagLibrary.of(database, object)
                .forEach(tag -> items.add(json(tag).put("uses", uses.getOrDefault(tag.name(), 0L))));
        return answer.put("mayCreate", mayCreate(caller.actor(), object));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode create(Caller caller, @RequestBody ObjectNode asked) {
        Body body = new Body(asked);
        String object = body.required("object", NAME).orElse("");
        String name = body.required("name", NAME).orElse("");
        String color = body.optional("color", NAME).orElse(null);
        String group = body.optional("group", NAME).orElse(null);
        body.done();
        ObjectDefinition definition = reading.object(caller.actor(), object);
        if (!mayCreate(caller.actor(), definition)) {
            throw new Refusal.Forbidden(Message.of("records.verb.edit", definition.label()));
        }
        return json(TagLibrary.create(
                        database, object, name, color, group, caller.actor().user())
                .orElseThrow(() -> Refusal.Invalid.at("name", Message.of("records.taken", name))));
    }

    @PatchMapping("/{id}")
    ObjectNode change(Caller caller, @PathVariable("id") long id, @RequestBody ObjectNode asked) {
        access.requirePage(caller.actor(), PageRight.TAGS);
        Tag before = tag(id);
        ObjectDefinition object = reading.object(caller.actor(), before.object());
        Body body = new Body(asked);
        Tag after = new Tag(
                id,
                before.object(),
                body.kept("name", NAME, before.name()),
                body.changed("color", NAME, before.color()),
                body.changed("group", NAME, before.group()));
        body.done();
        if (!after.name().equals(before.name())
                && TagLibrary.of(database, object).stream()
                        .anyMatch(tag -> tag.name().equals(after.name()))) {
            throw Refusal.Invalid.at("name", Message.of("records.taken", after.name()));
        }
        database.transaction(transaction -> TagLibrary.change(transaction.dsl(), object, before, after));
        return json(after);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Caller caller, @PathVariable("id") long id) {
        access.requirePage(caller.actor(), PageRight.TAGS);
        remove(caller, tag(id), null);
    }

    @PostMapping("/{id}/merge")
    ObjectNode merge(Caller caller, @PathVariable("id") long id, @RequestBody ObjectNode asked) {
        access.requirePage(caller.actor(), PageRight.TAGS);
        Body body = new Body(asked);
        long into = body.required("into", new IntegerType(1, Long.MAX_VALUE)).orElse(0L);
        body.done();
        Tag tag = tag(id);
        Tag other = tag(into);
        if (id == into || !other.object().equals(tag.object())) {
            throw Refusal.Invalid.at("into", Message.of("problem.notFound"));
        }
        remove(caller, tag, other.name());
        return json(other);
    }

    private void remove(Caller caller, Tag tag, @Nullable String instead) {
        ObjectDefinition object = reading.object(caller.actor(), tag.object());
        database.transaction(transaction -> TagLibrary.remove(transaction.dsl(), object, tag, instead));
    }

    private Tag tag(long id) {
        return TagLibrary.find(database, id).orElseThrow(Refusal.NotFound::new);
    }

    private boolean mayCreate(Actor actor, ObjectDefinition object) {
        return settings.mayAdd(actor)
                && (access.may(actor, object, Verb.EDIT) || access.may(actor, object, Verb.CREATE));
    }

    private static ObjectNode json(Tag tag) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("id", tag.id())
                .put("object", tag.object())
                .put("name", tag.name())
                .put("color", tag.color())
                .put("group", tag.group());
    }
}
