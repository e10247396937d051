package hengke.web.records;

import hengke.capability.activity.Activity;
import hengke.capability.activity.Followed;
import hengke.capability.attachment.Attachment;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.history.ChangeLog;
import hengke.kernel.history.ChangeLog.Part;
import hengke.kernel.history.ChangeLog.Told;
import hengke.kernel.history.Fate;
import hengke.kernel.history.RecordChange;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.problem.Language;
import hengke.kernel.query.Pages;
import hengke.kernel.query.RowReader;
import hengke.kernel.records.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that happened to a record and to what lives within it, newest first, out of one history: a new follow-up
 * and a new file are shown as what they are, the rest as changes.
 */
@RestController
final class TimelineController {
    private static final int PAGE = 30;
    private static final Set<String> CONTACT_DATES =
            Set.of(Followed.NEXT_CONTACT_AT.name(), Followed.LAST_CONTACT_AT.name());

    /** How a new record of these objects is told. */
    private final Map<String, String> kinds;

    private final String activity;

    private final Reading reading;
    private final History history;
    private final RecordJson json;
    private final Labels labels;
    private final Access access;
    private final Pages pages;
    private final DSLContext database;
    private final List<Happenings> happenings;

    TimelineController(
            Activity activity,
            Attachment attachment,
            Reading reading,
            History history,
            RecordJson json,
            Labels labels,
            Access access,
            Pages pages,
            DSLContext database,
            List<Happenings> happenings) {
        this.activity = activity.name();
        this.kinds = Map.of(activity.name(), "activity", attachment.name(), "file");
        this.reading = reading;
        this.history = history;
        this.json = json;
        this.labels = labels;
        this.access = access;
        this.pages = pages;
        this.database = database;
        this.happenings = List.copyOf(happenings);
    }

    @GetMapping("/api/records/{object}/{id}/timeline")
    ObjectNode timeline(
            Caller caller,
            Language language,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @RequestParam(name = "kinds", defaultValue = "activity,change,file,paper") Set<String> wanted,
            @RequestParam(name = "after", required = false) @Nullable Long after) {
        Actor actor = caller.actor();
        ObjectDefinition object = reading.object(actor, name);
        Row row = reading.row(actor, object, id);
        List<Told> story = ChangeLog.story(
                database,
                Family.of(access, reading.catalog(), actor, object, id),
                part(wanted),
                told(wanted),
                after,
                PAGE);
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        List<ObjectNode> items = new ArrayList<>(items(caller, language, object, row, story, told(wanted)));
        Happenings.Span span = span(story, after);
        happenings.stream()
                .filter(each -> wanted.contains(each.kind()) && each.concerns(object))
                .forEach(each -> items.addAll(each.of(actor, object, row, labels.title(actor, object, row), span)));
        items.sort(Comparator.comparing(
                        (ObjectNode item) -> Instant.parse(item.get("at").stringValue()))
                .reversed());
        answer.putArray("items").addAll(items);
        answer.put(
                "next",
                story.size() == PAGE ? Long.toString(story.getLast().change().id()) : null);
        return answer;
    }

    /** From the oldest change of this page to the oldest of the one before; the last page reaches back to the beginning. */
    private Happenings.Span span(List<Told> story, @Nullable Long after) {
        Instant from = story.size() == PAGE ? story.getLast().change().at() : Instant.EPOCH;
        Instant until =
                after == null ? Happenings.NOW : ChangeLog.at(database, after).orElse(Happenings.NOW);
        return new Happenings.Span(from, until);
    }

    /** Objects whose new records are asked for; with changes asked for too, all of them are told apart. */
    private Set<String> told(Set<String> wanted) {
        return kinds.keySet().stream()
                .filter(object -> wanted.contains(kinds.get(object)))
                .collect(Collectors.toSet());
    }

    private static Part part(Set<String> wanted) {
        boolean changes = wanted.contains("change");
        boolean news = wanted.contains("activity") || wanted.contains("file");
        return changes && news ? Part.EVERYTHING : changes ? Part.THE_REST : Part.NEW_ONES;
    }

    private List<ObjectNode> items(
            Caller caller, Language language, ObjectDefinition object, Row row, List<Told> story, Set<String> told) {
        Actor actor = caller.actor();
        List<RecordChange> changes = story.stream().map(Told::change).toList();
        Link self = new Link(object.name(), row.id());
        Labels.Known others = labels.known(
                actor,
                changes.stream()
                        .map(change -> new Link(change.object(), change.record()))
                        .filter(link -> !link.equals(self))
                        .toList(),
                List.of());
        Map<Link, ObjectNode> records = records(actor, changes, told);
        Map<RecordChange, ObjectNode> described = described(actor, language, changes);
        Set<Long> followedUp = followedUp(changes);
        List<ObjectNode> items = new ArrayList<>();
        for (Told each : story) {
            RecordChange change = each.change();
            ObjectNode item = Objects.requireNonNull(described.get(change));
            Link link = new Link(change.object(), change.record());
            ObjectNode record = isNew(change, told) ? records.get(link) : null;
            if (record == null && (silent(change, item) || echoes(change, followedUp))) {
                continue;
            }
            item.putObject("record")
                    .put("object", link.object())
                    .put("id", link.id())
                    .put("label", link.equals(self) ? labels.title(actor, object, row) : others.record(link));
            String kind = record == null ? "change" : Objects.requireNonNull(kinds.get(change.object()));
            item.put("kind", kind);
            if (record != null) {
                item.set(kind, record);
                item.remove("changes");
            }
            Fate fate = each.fate();
            boolean own = access.administrator(actor) || fate != null && fate.actor() == actor.user();
            item.put("undoable", fate != null && own && fate.undoable());
            item.put("through", fate == null ? null : fate.through());
            items.add(item);
        }
        return items;
    }

    private static boolean isNew(RecordChange change, Set<String> told) {
        return change.action().equals("create") && told.contains(change.object());
    }

    /** What the product keeps by itself is no news. */
    private boolean silent(RecordChange change, ObjectNode item) {
        if (!change.action().equals("update")) {
            return false;
        }
        ObjectDefinition object = reading.catalog().object(change.object());
        for (var shown : item.withArray("changes")) {
            Field<?> field = object.field(shown.get("field").stringValue()).orElse(null);
            if (field == null || !field.traits().is(Trait.DERIVED)) {
                return false;
            }
        }
        return true;
    }

    /** The dates that a follow-up sets are told by the follow-up. */
    private static boolean echoes(RecordChange change, Set<Long> followedUp) {
        return change.action().equals("update")
                && followedUp.contains(change.operation())
                && CONTACT_DATES.containsAll(change.after().propertyNames());
    }

    /** The operations among these in which a follow-up was written, nearly always seen beside what it set. */
    private Set<Long> followedUp(List<RecordChange> changes) {
        Set<Long> followedUp = changes.stream()
                .filter(change -> change.object().equals(activity))
                .map(RecordChange::operation)
                .collect(Collectors.toSet());
        Set<Long> unsure = changes.stream()
                .filter(change -> change.action().equals("update"))
                .filter(change -> CONTACT_DATES.containsAll(change.after().propertyNames()))
                .map(RecordChange::operation)
                .filter(operation -> !followedUp.contains(operation))
                .collect(Collectors.toSet());
        if (!unsure.isEmpty()) {
            followedUp.addAll(ChangeLog.touching(database, unsure, activity));
        }
        return followedUp;
    }

    /** The new records as they are now; those deleted since are told as changes. */
    private Map<Link, ObjectNode> records(Actor actor, List<RecordChange> changes, Set<String> told) {
        Map<String, List<Long>> ids = new LinkedHashMap<>();
        changes.stream()
                .filter(change -> isNew(change, told))
                .forEach(change -> ids.computeIfAbsent(change.object(), _ -> new ArrayList<>())
                        .add(change.record()));
        Map<Link, ObjectNode> records = new HashMap<>();
        ids.forEach((name, its) -> {
            ObjectDefinition object = reading.catalog().object(name);
            List<Field<?>> fields = reading.fields(actor, object);
            var reader = new RowReader(fields, access.changing(actor, object));
            List<Row> rows = pages.byIds(object, access.visibility(actor, object, Verb.READ), its, reader);
            json.of(actor, object, rows, fields)
                    .forEach(record ->
                            records.put(new Link(name, record.get("id").longValue()), record));
        });
        return records;
    }

    private Map<RecordChange, ObjectNode> described(Actor actor, Language language, List<RecordChange> changes) {
        Map<RecordChange, ObjectNode> described = new HashMap<>();
        changes.stream().collect(Collectors.groupingBy(RecordChange::object)).forEach((name, its) -> {
            List<ObjectNode> items =
                    history.json(actor, language, reading.catalog().object(name), its);
            for (int i = 0; i < items.size(); i++) {
                described.put(its.get(i), items.get(i));
            }
        });
        return described;
    }
}
