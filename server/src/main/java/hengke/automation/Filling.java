package hengke.automation;

import hengke.automation.Turn.At;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.calendar.WorkingCalendar;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.DateTimeType;
import hengke.kernel.metadata.type.FieldType;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.DraftReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

/** The values a step writes, for each record that takes it; nothing whoever it acts as may not read goes into them. */
@Component
final class Filling {
    static final LocalTime AFTERNOON = LocalTime.of(18, 0);

    private final DraftReader reader;
    private final Access access;
    private final Words words;
    private final WorkingCalendar calendar;
    private final LiveOrganisation organisation;

    Filling(DraftReader reader, Access access, Words words, WorkingCalendar calendar, LiveOrganisation organisation) {
        this.reader = reader;
        this.access = access;
        this.words = words;
        this.calendar = calendar;
        this.organisation = organisation;
    }

    /** By record, the values of fields of an object that is written; what does not fit a record is a refusal of that one. */
    Map<Long, Filled> of(Turn turn, ObjectDefinition target, Map<String, Value> values) {
        Map<Long, Filled> filled = new LinkedHashMap<>();
        Map<Field<?>, @Nullable Object> fixed = fixed(turn.actor(), target, values);
        Map<String, Map<Long, String>> texts = new HashMap<>();
        values.forEach((name, value) -> {
            if (value instanceof Value.Words(String text)) {
                texts.put(name, words.of(turn.actor(), Language.CHINESE, turn.object(), rows(turn), text));
            }
        });
        Map<Long, JsonNode> requests = values.values().stream().anyMatch(Value.Sent.class::isInstance)
                ? Calls.requests(
                        turn.database(),
                        turn.runs().stream().map(at -> at.run().id()).toList())
                : Map.of();
        for (At at : turn.runs()) {
            Map<Field<?>, @Nullable Object> its = new LinkedHashMap<>(fixed);
            Refusal refusal = null;
            for (Map.Entry<String, Value> entry : values.entrySet()) {
                Field<?> field = target.field(entry.getKey()).orElseThrow(() -> noField(entry.getKey()));
                try {
                    switch (entry.getValue()) {
                        case Value.Fixed _ -> {}
                        case Value.Of(String from) -> its.put(field, copied(turn, at.row(), from));
                        case Value.Day day -> its.put(field, day(turn.now(), field, day));
                        case Value.Itself _ ->
                            its.put(field, itself(turn.object(), field, at.run().record()));
                        case Value.Sent(String pointer) ->
                            its.put(
                                    field,
                                    sent(
                                            field.type(),
                                            requests.getOrDefault(at.run().id(), MissingNode.getInstance())
                                                    .at(pointer)));
                        case Value.Words _ -> {
                            String text = Objects.requireNonNull(texts.get(entry.getKey()))
                                    .getOrDefault(at.run().record(), "");
                            its.put(field, text.isBlank() ? null : read(field.type(), text));
                        }
                    }
                } catch (Unreadable unreadable) {
                    refusal = Refusal.Invalid.at(field.name(), unreadable.reason());
                }
            }
            filled.put(at.run().record(), new Filled(its, refusal));
        }
        return filled;
    }

    /** What one record's step writes. */
    record Filled(
            Map<Field<?>, @Nullable Object> values,
            @Nullable Refusal refusal) {}

    /** Those that are the same for every record, checked as somebody's own entries are. */
    Map<Field<?>, @Nullable Object> fixed(Actor actor, ObjectDefinition target, Map<String, Value> values) {
        var body = JsonMapper.shared().createObjectNode();
        values.forEach((name, value) -> {
            if (value instanceof Value.Fixed(var json)) {
                body.set(name, json == null ? body.nullNode() : json);
            }
        });
        return reader.values(actor, target, body);
    }

    private @Nullable Object copied(Turn turn, Row row, String from) {
        Field<?> source = turn.object().field(from).orElseThrow(() -> noField(from));
        if (!access.right(turn.actor(), turn.object(), source).atLeast(FieldRight.READ)) {
            throw noField(from);
        }
        return row.get(source);
    }

    private Object day(Instant now, Field<?> field, Value.Day day) {
        ZoneId zone = organisation.get().company().timeZone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        LocalDate then = day.working() && day.days() > 0
                ? calendar.time().addDays(today, day.days())
                : today.plusDays(day.days());
        return field.type() instanceof DateTimeType
                ? then.atTime(Objects.requireNonNullElse(day.at(), AFTERNOON))
                        .atZone(zone)
                        .toInstant()
                : then;
    }

    static Object itself(ObjectDefinition object, Field<?> field, long record) {
        return field.type() instanceof LinkType ? new Link(object.name(), record) : (Object) record;
    }

    /** Other programs write numbers where we keep texts. */
    private static @Nullable Object sent(FieldType<?> type, JsonNode value) throws Unreadable {
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return type.read(
                type instanceof TextualType && value.isValueNode() ? StringNode.valueOf(value.asString()) : value);
    }

    private static <T> T read(FieldType<T> type, String text) throws Unreadable {
        return type.read(StringNode.valueOf(text));
    }

    static List<Row> rows(Turn turn) {
        return turn.runs().stream().map(At::row).toList();
    }

    static Refusal noField(String name) {
        return Refusal.Invalid.at(name, Message.of("automation.noField", name));
    }
}
