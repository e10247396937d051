package hengke.web.records;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Resolver;
import hengke.kernel.query.Selection;
import hengke.kernel.query.Selection.Counting;
import hengke.kernel.query.Sort;
import hengke.kernel.search.TitleFilter;
import hengke.web.Body;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Which records somebody asks for, how many, in which order, and which fields of them. */
@Component
final class AskedSelection {
    private static final TextualType TEXT = new TextualType(TextualType.Form.TEXT, 200);
    private static final TextualType CURSOR = new TextualType(TextualType.Form.TEXT, 10_000);
    private static final int USUAL = 50;

    private final Reading reading;
    private final Access access;
    private final AskedView view;

    AskedSelection(Reading reading, Access access, AskedView view) {
        this.reading = reading;
        this.access = access;
        this.view = view;
    }

    /** Reads the rest of a question, and refuses what no question has. */
    Selection of(Actor actor, ObjectDefinition object, Body body) {
        boolean deleted = body.optional("deleted", new BooleanType()).orElse(false);
        Counting counting =
                body.optional("count", TEXT).map(AskedSelection::counting).orElse(Counting.NONE);
        long limit = body.optional("limit", new IntegerType(1, Selection.MOST)).orElse((long) USUAL);
        String after = body.optional("after", CURSOR).orElse(null);
        Optional<String> search = body.optional("search", TEXT);
        List<Field<?>> fields = fields(actor, object, body);
        Optional<JsonNode> named = body.given("view");
        Optional<JsonNode> filter = body.given("filter");
        Optional<JsonNode> sort = body.given("sort");
        boolean rights = body.optional(RecordJson.MAY, new BooleanType()).orElse(false);
        body.done();

        Resolver resolver = reading.resolver(actor);
        Selection selection = Selection.of(object, access.visibility(actor, object, deleted ? Verb.DELETE : Verb.READ))
                .reading(fields)
                .limit((int) limit)
                .after(after)
                .counting(counting)
                .inRecycleBin(deleted);
        if (rights) {
            selection = selection.marking(reading.acts(actor, object));
        }
        if (named.isPresent()) {
            selection = view.narrow(actor, selection, named.get());
        }
        if (filter.isPresent()) {
            selection = TitleFilter.helped(selection.where(resolver.resolve(object, filter.get())));
        }
        if (sort.isPresent()) {
            selection = selection.sorted(resolver.sort(object, Sort.parse(sort.get())));
        }
        return search.isPresent() ? reading.search(actor, selection, search.get()) : selection;
    }

    private static Counting counting(String asked) {
        return switch (asked) {
            case "none", "capped", "exact" -> Counting.valueOf(asked.toUpperCase(Locale.ROOT));
            default -> throw Refusal.Invalid.at("count", Message.of("value.option", "none, capped, exact"));
        };
    }

    /** The fields asked for, or all one may see; a masked one comes masked, a hidden one is as good as not there. */
    private List<Field<?>> fields(Actor actor, ObjectDefinition object, Body body) {
        if (!body.mentions("fields")) {
            return reading.fields(actor, object);
        }
        Set<Field<?>> fields = new LinkedHashSet<>(List.of(SystemFields.ID, SystemFields.VERSION));
        for (String each : body.list("fields", TEXT)) {
            object.field(each)
                    .filter(field -> access.right(actor, object, field).atLeast(FieldRight.MASKED))
                    .<Field<?>>map(field -> access.guard(actor).seen(object, field))
                    .ifPresentOrElse(fields::add, () -> body.refuse("fields", Message.of("records.unknown", each)));
        }
        return new ArrayList<>(fields);
    }
}
