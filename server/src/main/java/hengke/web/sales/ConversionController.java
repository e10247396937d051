package hengke.web.sales;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.sales.Conversion;
import hengke.sales.Conversion.Carried;
import hengke.sales.ConversionMapping;
import hengke.sales.Lead;
import hengke.sales.LiveConversion;
import hengke.web.Body;
import hengke.web.records.Reading;
import hengke.web.records.RecordJson;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a lead would become, before it does, and where its values go. */
@RestController
@RequestMapping("/api/conversion")
final class ConversionController {
    private static final IntegerType VERSION = new IntegerType(0, Long.MAX_VALUE);

    private final Conversion conversion;
    private final LiveConversion live;
    private final Lead lead;
    private final Reading reading;
    private final RecordJson json;
    private final Access access;

    ConversionController(
            Conversion conversion, LiveConversion live, Lead lead, Reading reading, RecordJson json, Access access) {
        this.conversion = conversion;
        this.live = live;
        this.lead = lead;
        this.reading = reading;
        this.json = json;
        this.access = access;
    }

    /**
     * One of the records a lead may become.
     *
     * @param creatable whether whoever asks may make such a record
     */
    record Becomes(String object, boolean creatable, List<Value> values) {}

    /** A value of it, and the field of the lead it comes from. */
    record Value(String field, @Nullable String from, JsonNode value) {}

    /** Where the values of all leads go. */
    record Mapping(long version, List<Target> targets) {}

    /** The fields of one object that take values of leads. */
    record Target(String object, List<Taken> fields) {}

    /**
     * One of them.
     *
     * @param from the fields of the lead it is taken from, the first that is filled in
     * @param own whether the company said so
     * @param choices the fields of the lead it could be taken from
     */
    record Taken(String field, List<String> from, boolean own, List<String> choices) {}

    @GetMapping("/of/{lead}")
    Map<String, List<Becomes>> preview(Actor actor, @PathVariable("lead") long id) {
        ObjectDefinition leads = reading.object(actor, lead.name());
        Row row = reading.row(actor, leads, id);
        return Map.of(
                "items",
                conversion.targets().stream()
                        .map(target -> new Becomes(
                                target.name(), access.may(actor, target, Verb.CREATE), values(actor, target, row)))
                        .toList());
    }

    /** Only what the reader may see of the record to come is told. */
    private List<Value> values(Actor actor, ObjectDefinition target, Row row) {
        List<Carried> carried = conversion.carried(actor, target, row, live.get()).stream()
                .filter(each -> access.right(actor, target, each.field()).atLeast(FieldRight.READ))
                .toList();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", 0L);
        carried.forEach(each -> values.put(each.field().name(), each.value()));
        ObjectNode written = json.of(
                        actor,
                        target,
                        List.of(Row.of(values)),
                        carried.stream().<Field<?>>map(Carried::field).toList())
                .getFirst();
        return carried.stream()
                .map(each -> new Value(
                        each.field().name(),
                        each.from() == null ? null : each.from().name(),
                        Objects.requireNonNull(written.get(each.field().name()))))
                .toList();
    }

    @GetMapping("/mapping")
    Mapping mapping(Actor actor) {
        access.requireAdministrator(actor);
        ConversionMapping now = live.get();
        return new Mapping(
                now.version(),
                conversion.targets().stream()
                        .map(target -> new Target(
                                target.name(),
                                target.fields().stream()
                                        .filter(field -> conversion.mapped(target, field))
                                        .map(field -> taken(target, field, now))
                                        .toList()))
                        .toList());
    }

    private Taken taken(ObjectDefinition target, Field<?> field, ConversionMapping now) {
        return new Taken(
                field.name(),
                names(conversion.sources(target, field, now)),
                now.own().getOrDefault(target.name(), Map.of()).containsKey(field.name()),
                names(conversion.sources(field)));
    }

    private static List<String> names(List<Field<?>> fields) {
        return fields.stream().map(Field::name).toList();
    }

    @PutMapping("/mapping")
    Mapping save(Actor actor, @RequestBody ObjectNode asked) {
        Body body = new Body(asked);
        long version = body.required("version", VERSION).orElse(0L);
        ObjectNode own = body.object("own").orElse(asked.objectNode());
        body.done();
        live.save(actor, new ConversionMapping(read(own), version));
        return mapping(actor);
    }

    private static Map<String, Map<String, String>> read(ObjectNode own) {
        Map<String, Map<String, String>> read = new LinkedHashMap<>();
        own.properties().forEach(object -> {
            Map<String, String> fields = read.computeIfAbsent(object.getKey(), _ -> new LinkedHashMap<>());
            if (!(object.getValue() instanceof ObjectNode given)) {
                throw Refusal.Invalid.at("own", Message.of("web.object"));
            }
            given.properties()
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asString("")));
        });
        return read;
    }
}
