package hengke.web.records;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.BuiltinView;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.FieldGuard;
import hengke.kernel.query.Selection;
import hengke.kernel.query.Sort;
import hengke.kernel.views.OfferedViews;
import hengke.kernel.views.SavedView;
import hengke.kernel.views.SavedViews;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The view that a question names, by its id or a definition's own name: its filter narrows, its order holds. One that
 * this person is not offered is as good as not there.
 */
@Component
public final class AskedView {
    private final Reading reading;
    private final Access access;
    private final SavedViews views;
    private final OfferedViews offered;

    AskedView(Reading reading, Access access, SavedViews views, OfferedViews offered) {
        this.offered = offered;
        this.reading = reading;
        this.access = access;
        this.views = views;
    }

    private record Settings(Optional<JsonNode> filter, JsonNode sort) {}

    Selection narrow(Actor actor, Selection selection, JsonNode named) {
        ObjectDefinition object = selection.object();
        Settings settings = find(actor, object, named).orElseThrow(AskedView::unknown);
        Criterion criterion =
                settings.filter().map(filter -> resolved(actor, object, filter)).orElse(Criterion.ALWAYS);
        ArrayNode sort = known(actor, object, settings.sort());
        Selection narrowed = selection.where(criterion);
        return sort.isEmpty()
                ? narrowed
                : narrowed.sorted(reading.resolver(actor).sort(object, Sort.parse(sort)));
    }

    /** Writes into a question what the view says, so that it still asks the same when the view has changed. */
    public void writeOut(Actor actor, ObjectDefinition object, JsonNode named, ObjectNode question) {
        Settings settings = find(actor, object, named).orElseThrow(AskedView::unknown);
        settings.filter().ifPresent(filter -> {
            resolved(actor, object, filter);
            JsonNode asked = question.get("filter");
            question.set(
                    "filter",
                    asked == null
                            ? filter
                            : question.objectNode()
                                    .set("and", question.arrayNode().add(filter).add(asked)));
        });
        ArrayNode sort = known(actor, object, settings.sort());
        if (!question.has("sort") && !sort.isEmpty()) {
            question.set("sort", sort);
        }
    }

    private Optional<Settings> find(Actor actor, ObjectDefinition object, JsonNode named) {
        return named.isIntegralNumber()
                ? views.find(actor.user(), named.longValue())
                        .filter(view -> view.object().equals(object.name()))
                        .map(SavedView::settings)
                        .map(settings -> new Settings(
                                settings.optional("filter").filter(each -> !each.isNull()), settings.path("sort")))
                : offered.of(actor, object).stream()
                        .filter(view -> named.isString() && view.id().equals(named.stringValue()))
                        .findFirst()
                        .map(view -> new Settings(Optional.ofNullable(view.filter()), sort(view)));
    }

    private static ArrayNode sort(BuiltinView view) {
        ArrayNode sort = JsonMapper.shared().createArrayNode();
        if (view.sort() != null) {
            sort.addObject().put("field", view.sort());
        }
        return sort;
    }

    private Criterion resolved(Actor actor, ObjectDefinition object, JsonNode filter) {
        try {
            return reading.resolver(actor).resolve(object, filter);
        } catch (Refusal.Invalid hidden) {
            throw unknown();
        }
    }

    /** The order as far as this person may know its fields. */
    private ArrayNode known(Actor actor, ObjectDefinition object, JsonNode sort) {
        FieldGuard guard = access.guard(actor);
        ArrayNode known = JsonMapper.shared().createArrayNode();
        for (JsonNode each : sort) {
            if (object.field(each.path("field").asString(""))
                    .filter(field -> guard.allows(object, field))
                    .isPresent()) {
                known.add(each);
            }
        }
        return known;
    }

    private static Refusal unknown() {
        return Refusal.Invalid.at("view", Message.of("web.noSuchView"));
    }
}
