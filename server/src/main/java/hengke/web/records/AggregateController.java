package hengke.web.records;

import hengke.kernel.access.Access;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.query.Aggregate;
import hengke.kernel.query.Aggregate.Dimension;
import hengke.kernel.query.Aggregate.Measure;
import hengke.kernel.query.Aggregates;
import hengke.kernel.query.Aggregation;
import hengke.kernel.query.Resolver;
import hengke.kernel.query.Selection;
import hengke.kernel.query.Summary;
import hengke.kernel.records.Caller;
import hengke.kernel.search.TitleFilter;
import hengke.web.Body;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Counts, sums and averages in groups. */
@RestController
final class AggregateController {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Reading reading;
    private final Access access;
    private final Aggregates aggregates;
    private final RecordJson records;

    AggregateController(Reading reading, Access access, Aggregates aggregates, RecordJson records) {
        this.reading = reading;
        this.access = access;
        this.aggregates = aggregates;
        this.records = records;
    }

    @PostMapping("/api/records/{object}/aggregate")
    ObjectNode aggregate(Caller caller, @PathVariable("object") String name, @RequestBody ObjectNode asked) {
        ObjectDefinition object = reading.object(caller.actor(), name);
        Body body = new Body(asked);
        Optional<JsonNode> filter = body.given("filter");
        List.of("groups", "measures", "sort", "limit").forEach(body::given);
        body.done();
        Resolver resolver = reading.resolver(caller.actor());
        Selection selection = Selection.of(object, access.visibility(caller.actor(), object, Verb.READ));
        if (filter.isPresent()) {
            selection = TitleFilter.helped(selection.where(resolver.resolve(object, filter.get())));
        }
        Aggregate aggregate = resolver.aggregate(object, Aggregation.parse(asked));
        Summary summary = aggregates.summary(selection, aggregate);

        ObjectNode answer = JSON.createObjectNode();
        ArrayNode rows = answer.putArray("rows");
        rows.addAll(keys(caller, object, aggregate, summary));
        for (int i = 0; i < summary.groups().size(); i++) {
            put(
                    (ObjectNode) rows.get(i),
                    aggregate.measures(),
                    summary.groups().get(i).values());
        }
        put(answer.putObject("totals"), aggregate.measures(), summary.totals());
        return answer.put("more", summary.more());
    }

    /** The groups' values, read as records are read, so that people and references come with their names. */
    private List<ObjectNode> keys(Caller caller, ObjectDefinition object, Aggregate aggregate, Summary summary) {
        List<ObjectNode> keys = new ArrayList<>();
        summary.groups().forEach(_ -> keys.add(JSON.createObjectNode()));
        for (int place = 0; place < aggregate.dimensions().size(); place++) {
            Dimension dimension = aggregate.dimensions().get(place);
            int at = place;
            if (dimension.bucket() instanceof Aggregate.Bucket.Whole) {
                List<Row> rows = summary.groups().stream()
                        .map(group -> row(dimension.field(), group.keys().get(at)))
                        .toList();
                List<ObjectNode> read =
                        records.of(caller.actor(), dimension.owner(object), rows, List.of(dimension.field()));
                for (int i = 0; i < keys.size(); i++) {
                    keys.get(i)
                            .set(
                                    dimension.name(),
                                    read.get(i).get(dimension.field().name()));
                }
            } else {
                for (int i = 0; i < keys.size(); i++) {
                    Object key = summary.groups().get(i).keys().get(at);
                    keys.get(i).put(dimension.name(), key == null ? null : key.toString());
                }
            }
        }
        return keys;
    }

    private static Row row(Field<?> field, @Nullable Object value) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", 0L);
        values.put(field.name(), value);
        return Row.of(values);
    }

    private static void put(ObjectNode into, List<Measure> measures, List<? extends @Nullable Object> values) {
        for (int i = 0; i < measures.size(); i++) {
            String name = measures.get(i).name();
            switch (values.get(i)) {
                case null -> into.putNull(name);
                case Long count -> into.put(name, count);
                case Integer count -> into.put(name, count);
                case BigDecimal number -> into.put(name, number.toPlainString());
                case Object other -> into.put(name, other.toString());
            }
        }
    }
}
