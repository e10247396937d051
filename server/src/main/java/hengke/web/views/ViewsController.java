package hengke.web.views;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.BuiltinView;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.views.OfferedViews;
import hengke.kernel.views.SavedView;
import hengke.kernel.views.SavedViews;
import hengke.web.Body;
import hengke.web.records.Reading;
import java.util.List;
import java.util.Set;
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

/**
 * The views of an object: the definition's, one's own, and those that others share. Everybody may share; only the owner
 * and administrators change or delete; everybody pins for themselves.
 */
@RestController
@RequestMapping("/api/views")
final class ViewsController {
    static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 60);
    private static final IntegerType POSITION = new IntegerType(0, 1_000_000);
    static final Set<String> KINDS = Set.of("table", "board");
    private static final int MOST_OF_ONE = 200;

    private final Reading reading;
    private final Access access;
    private final SavedViews views;
    private final OfferedViews offered;
    private final Arrangement arrangement;

    ViewsController(Reading reading, Access access, SavedViews views, OfferedViews offered, Arrangement arrangement) {
        this.reading = reading;
        this.access = access;
        this.views = views;
        this.offered = offered;
        this.arrangement = arrangement;
    }

    @GetMapping
    ObjectNode list(Actor actor, Language language, @RequestParam("object") String name) {
        ObjectDefinition object = reading.object(actor, name);
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        ArrayNode items = answer.putArray("items");
        List<BuiltinView> builtin = offered.of(actor, object);
        builtin.stream()
                .filter(view -> arrangement.makesSense(actor, object, view.filter()))
                .forEach(view -> items.add(json(actor, object, view, builtin.indexOf(view), language)));
        views.of(actor.user(), name).stream()
                .filter(view -> view.owner() == actor.user()
                        || arrangement.makesSense(actor, object, view.settings().get("filter")))
                .forEach(view -> items.add(json(actor, object, view)));
        return answer;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode create(Actor actor, @RequestBody ObjectNode asked) {
        Body body = new Body(asked);
        String name = body.required("object", NAME).orElse("");
        if (name.isEmpty()) {
            body.done();
        }
        ObjectDefinition object = reading.object(actor, name);
        if (views.countOf(actor.user(), name) >= MOST_OF_ONE) {
            throw Refusal.Invalid.at("name", Message.of("web.viewsFull", MOST_OF_ONE));
        }
        SavedView plain = new SavedView(
                0,
                name,
                actor.user(),
                "",
                false,
                0,
                "table",
                JsonMapper.shared().createObjectNode(),
                false);
        SavedView view = changed(actor, object, plain, body);
        return shown(actor, object, views.add(view));
    }

    @PatchMapping("/{id}")
    ObjectNode change(Actor actor, @PathVariable("id") long id, @RequestBody ObjectNode asked) {
        SavedView before = find(actor, id);
        ObjectDefinition object = reading.object(actor, before.object());
        SavedView after = changed(actor, object, before, new Body(asked));
        if (!asked.propertyNames().stream().allMatch("pinned"::equals)) {
            requireKeeper(actor, before);
            views.change(after);
        }
        views.pin(actor.user(), id, after.pinned());
        return shown(actor, object, id);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Actor actor, @PathVariable("id") long id) {
        SavedView view = find(actor, id);
        requireKeeper(actor, view);
        views.delete(id);
    }

    private SavedView changed(Actor actor, ObjectDefinition object, SavedView before, Body body) {
        BooleanType flag = new BooleanType();
        String name =
                before.id() == 0 ? body.required("name", NAME).orElse("") : body.kept("name", NAME, before.name());
        String kind = body.kept("kind", NAME, before.kind());
        if (!KINDS.contains(kind)) {
            body.refuse("kind", Message.of("value.option", "table, board"));
        }
        SavedView after = new SavedView(
                before.id(),
                before.object(),
                before.owner(),
                name,
                body.kept("shared", flag, before.shared()),
                body.kept("position", POSITION, (long) before.position()).intValue(),
                kind,
                arrangement.read(actor, object, body, before.settings()),
                body.kept("pinned", flag, before.pinned()));
        body.done();
        if (body.mentions("filter") || body.mentions("sort")) {
            arrangement.check(actor, object, after.settings());
        }
        return after;
    }

    /** A view whose filter speaks of what this person may not know is as good as not there. */
    private SavedView find(Actor actor, long id) {
        SavedView view = (access.administrator(actor) ? views.findAny(actor.user(), id) : views.find(actor.user(), id))
                .orElseThrow(Refusal.NotFound::new);
        ObjectDefinition object = reading.object(actor, view.object());
        if (view.owner() != actor.user()
                && !arrangement.makesSense(actor, object, view.settings().get("filter"))) {
            throw new Refusal.NotFound();
        }
        return view;
    }

    private void requireKeeper(Actor actor, SavedView view) {
        if (view.owner() != actor.user() && !access.administrator(actor)) {
            throw new Refusal.Forbidden(Message.of("web.viewKeeper"));
        }
    }

    private ObjectNode shown(Actor actor, ObjectDefinition object, long id) {
        return json(actor, object, views.findAny(actor.user(), id).orElseThrow(Refusal.NotFound::new));
    }

    private ObjectNode json(Actor actor, ObjectDefinition object, SavedView view) {
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("id", view.id())
                .put("name", view.name())
                .put("builtin", false)
                .put("mine", view.owner() == actor.user())
                .put("shared", view.shared())
                .put("pinned", view.pinned())
                .put("position", view.position())
                .put("object", view.object())
                .put("kind", view.kind());
        return json.setAll(arrangement.shown(actor, object, view.settings()));
    }

    private ObjectNode json(Actor actor, ObjectDefinition object, BuiltinView view, int position, Language language) {
        ObjectNode settings = JsonMapper.shared().createObjectNode();
        settings.set("filter", view.filter());
        ArrayNode sort = settings.putArray("sort");
        if (view.sort() != null) {
            sort.addObject().put("field", view.sort()).put("descending", false);
        }
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("id", view.id())
                .put("name", view.label().in(language))
                .put("builtin", true)
                .put("mine", false)
                .put("shared", true)
                .put("pinned", false)
                .put("position", position)
                .put("object", object.name())
                .put("kind", "table");
        return json.setAll(arrangement.shown(actor, object, settings));
    }
}
