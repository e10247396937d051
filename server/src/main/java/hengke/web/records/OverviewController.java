package hengke.web.records;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.overview.Figure;
import hengke.kernel.overview.KeyFigures;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The key figures of a record: one call, and one statement for all that is counted. */
@RestController
final class OverviewController {
    private final Reading reading;
    private final RecordJson json;
    private final Access access;
    private final DSLContext database;
    private final List<KeyFigures> all;

    OverviewController(
            Reading reading, RecordJson json, Access access, DSLContext database, ObjectProvider<KeyFigures> all) {
        this.reading = reading;
        this.json = json;
        this.access = access;
        this.database = database;
        this.all = all.orderedStream().toList();
    }

    @GetMapping("/api/records/{object}/{id}/overview")
    ObjectNode overview(
            Actor actor, Language language, @PathVariable("object") String name, @PathVariable("id") long id) {
        ObjectDefinition object = reading.object(actor, name);
        Row row = reading.row(actor, object, id);
        List<Figure> figures = all.stream()
                .filter(each -> each.concerns(object))
                .flatMap(each -> each.of(new KeyFigures.Question(object, row, actor, database)).stream())
                .toList();
        Map<Figure, Integer> counts = counts(actor, figures);
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        ArrayNode shown = answer.putArray("figures");
        for (Figure figure : figures) {
            ObjectNode told = switch (figure) {
                case Figure.OfField(Field<?> field) -> ofField(actor, language, object, row, field);
                case Figure.Counted counted -> counted(counted, language, counts.get(counted));
                case Figure.Told value -> told(value, language);
            };
            if (told != null) {
                shown.add(told);
            }
        }
        return answer;
    }

    /** The handle of the catalog stands for the field as its reader finds it; masked or hidden, it is no figure. */
    private @Nullable ObjectNode ofField(
            Actor actor, Language language, ObjectDefinition object, Row row, Field<?> field) {
        Field<?> known = object.field(field.name()).orElse(null);
        if (known == null || !access.right(actor, object, known).atLeast(FieldRight.READ) || row.get(known) == null) {
            return null;
        }
        JsonNode value =
                json.of(actor, object, List.of(row), List.of(known)).getFirst().path(known.name());
        ObjectNode told = figure(known.name(), known.label().in(language), known.kind(), value);
        told.put("field", known.name());
        return told;
    }

    private static @Nullable ObjectNode counted(Figure.Counted counted, Language language, @Nullable Integer count) {
        if (count == null || count == 0 && !counted.evenNone()) {
            return null;
        }
        ObjectNode told = figure(
                counted.name(),
                counted.label().in(language),
                "integer",
                JsonMapper.shared().getNodeFactory().numberNode(count));
        told.putObject("records")
                .put("object", counted.records().object())
                .set("filter", counted.records().filter());
        return told;
    }

    private static ObjectNode told(Figure.Told value, Language language) {
        ObjectNode told = figure(value.name(), value.label().in(language), value.kind(), value.value());
        if (value.records() != null) {
            told.putObject("records")
                    .put("object", value.records().object())
                    .set("filter", value.records().filter());
        }
        return told;
    }

    private static ObjectNode figure(String name, String label, String kind, JsonNode value) {
        ObjectNode figure = JsonMapper.shared()
                .createObjectNode()
                .put("name", name)
                .put("label", label)
                .put("kind", kind);
        figure.set("value", value);
        return figure;
    }

    /** What cannot be asked for by this person is not counted. */
    private Map<Figure, Integer> counts(Actor actor, List<Figure> figures) {
        List<Figure.Counted> counted = new ArrayList<>();
        List<org.jooq.Field<Integer>> selects = new ArrayList<>();
        for (Figure figure : figures) {
            if (figure instanceof Figure.Counted one) {
                ObjectDefinition object = reading.catalog().object(one.records().object());
                if (!access.may(actor, object, Verb.READ)) {
                    continue;
                }
                try {
                    Criterion which =
                            access.resolve(actor, object, one.records().filter());
                    Criterion seen = access.visibility(actor, object, Verb.READ).criterion();
                    Alias row = Alias.of(object);
                    selects.add(DSL.field(DSL.selectCount()
                            .from(row.table())
                            .where(CriterionSql.of(Criterion.all(which, seen), row))
                            .and(row.living())));
                    counted.add(one);
                } catch (Refusal hidden) {
                    // a field of the filter is hidden from this person, and so is the figure
                }
            }
        }
        Map<Figure, Integer> counts = new LinkedHashMap<>();
        if (!selects.isEmpty()) {
            var found = database.select(selects).fetchSingle();
            for (int i = 0; i < counted.size(); i++) {
                counts.put(counted.get(i), found.get(i, Integer.class));
            }
        }
        return counts;
    }
}
