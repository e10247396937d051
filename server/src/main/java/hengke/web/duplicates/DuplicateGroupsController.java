package hengke.web.duplicates;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.duplicates.CertainGroups;
import hengke.kernel.duplicates.DuplicateGroups;
import hengke.kernel.duplicates.DuplicateGroups.Found;
import hengke.kernel.duplicates.DuplicateScan;
import hengke.kernel.duplicates.DuplicateSettings;
import hengke.kernel.duplicates.ScanLog;
import hengke.kernel.duplicates.ScanLog.Scan;
import hengke.kernel.merging.Merge;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Pages;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Commands;
import hengke.kernel.settings.Settings;
import hengke.web.Body;
import hengke.web.records.Reading;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
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

/** The duplicate centre: searches, their groups, and what is not the same. Open to whoever may merge the object. */
@RestController
@RequestMapping("/api/duplicates/{object}")
final class DuplicateGroupsController {
    private static final int PAGE = 20;
    private static final double PARTS = 100;
    private static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);

    private final Reading reading;
    private final Access access;
    private final DuplicateScan scan;
    private final DuplicateGroups groups;
    private final CertainGroups certain;
    private final Settings settings;
    private final Pages pages;
    private final DSLContext database;

    DuplicateGroupsController(
            Reading reading,
            Access access,
            DuplicateScan scan,
            DuplicateGroups groups,
            CertainGroups certain,
            Settings settings,
            Pages pages,
            DSLContext database) {
        this.reading = reading;
        this.access = access;
        this.scan = scan;
        this.groups = groups;
        this.certain = certain;
        this.settings = settings;
        this.pages = pages;
        this.database = database;
    }

    /** How far the last search is, and how many groups there are to see. */
    @GetMapping
    ObjectNode state(Caller caller, @PathVariable("object") String name) {
        ObjectDefinition object = object(caller.actor(), name);
        return state(caller.actor(), object);
    }

    @PostMapping("/scan")
    ObjectNode start(Caller caller, @PathVariable("object") String name) {
        ObjectDefinition object = object(caller.actor(), name);
        requireWriting(caller);
        scan.start(caller.actor(), object);
        return state(caller.actor(), object);
    }

    @PostMapping("/cancel")
    ObjectNode cancel(Caller caller, @PathVariable("object") String name) {
        ObjectDefinition object = object(caller.actor(), name);
        requireWriting(caller);
        scan.cancel(object);
        return state(caller.actor(), object);
    }

    @GetMapping("/groups")
    ObjectNode groups(
            Caller caller,
            @PathVariable("object") String name,
            @RequestParam(name = "after", required = false) @Nullable String after) {
        ObjectDefinition object = object(caller.actor(), name);
        List<Found> found = groups.page(caller.actor(), object, 0, after, PAGE);
        Map<Long, ObjectNode> records = records(caller.actor(), object, found);
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        ArrayNode items = answer.putArray("items");
        for (Found group : found) {
            if (group.reasons().isEmpty()) {
                continue; // what speaks for it is hidden from this person, and so is that it is so
            }
            ObjectNode item = items.addObject()
                    .put("id", group.id())
                    .put("score", group.score())
                    .put("certain", certain(group))
                    .put("unseen", group.unseen());
            ArrayNode reasons = item.putArray("reasons");
            group.reasons()
                    .forEach((field, weight) ->
                            reasons.addObject().put("field", field.name()).put("weight", weight));
            ArrayNode members = item.putArray("records");
            group.records().forEach(id -> Optional.ofNullable(records.get(id)).ifPresent(members::add));
        }
        answer.put("next", found.size() < PAGE ? null : found.getLast().cursor());
        return answer;
    }

    /** These are not the same: their group is shown no more. With {@code ignored: false} that is taken back. */
    @PostMapping("/ignored")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ignore(Caller caller, @PathVariable("object") String name, @RequestBody ObjectNode asked) {
        ObjectDefinition object = object(caller.actor(), name);
        requireWriting(caller);
        Body body = new Body(asked);
        List<Long> ids = body.list("ids", ID).stream().distinct().toList();
        boolean ignored = body.optional("ignored", new BooleanType()).orElse(true);
        body.done();
        if (ids.size() < 2 || ids.size() > Commands.MOST_TOGETHER) {
            throw Refusal.Invalid.at("ids", Message.of("merge.ids", Commands.MOST_TOGETHER));
        }
        if (ignored) {
            groups.ignore(caller.actor(), object, ids);
        } else {
            groups.ignoreNoMore(caller.actor(), object, ids);
        }
    }

    /** Merges the next groups that need no looking at, or with {@code dryRun} says what it would do. */
    @PostMapping("/merge")
    ObjectNode mergeCertain(Caller caller, @PathVariable("object") String name, @RequestBody ObjectNode asked) {
        ObjectDefinition object = object(caller.actor(), name);
        requireWriting(caller);
        Body body = new Body(asked);
        String after = body.optional("after", new TextualType(TextualType.Form.TEXT, 100))
                .orElse(null);
        boolean dryRun = body.optional("dryRun", new BooleanType()).orElse(false);
        body.done();
        CertainGroups.Part part = certain.part(caller, object, after, dryRun);
        return JsonMapper.shared()
                .createObjectNode()
                .put("merged", part.merged())
                .put("records", part.records())
                .put("conflicting", part.conflicting())
                .put("refused", part.refused())
                .put("next", part.next());
    }

    /** An object that this person may merge; who may not merge it has no business here. */
    private ObjectDefinition object(Actor actor, String name) {
        ObjectDefinition object = reading.object(actor, name);
        access.require(actor, object, Verb.READ);
        if (!Merge.mergeable(object)) {
            throw Refusal.Invalid.at("object", Message.of("merge.noDuplicates", object.label()));
        }
        if (!access.mayRun(actor, object, Merge.NAME)) {
            throw new Refusal.Forbidden(Message.of("access.pageClosed"));
        }
        return object;
    }

    private static void requireWriting(Caller caller) {
        if (!caller.actor().mayWrite()) {
            throw new Refusal.Forbidden(Message.of("identity.tokenMayNot"));
        }
    }

    private boolean certain(Found group) {
        return group.whole() && group.unseen() == 0 && group.score() >= settings.get(DuplicateSettings.CERTAIN) / PARTS;
    }

    private Map<Long, ObjectNode> records(Actor actor, ObjectDefinition object, List<Found> found) {
        List<Long> ids =
                found.stream().flatMap(group -> group.records().stream()).toList();
        List<Row> rows =
                pages.byIds(object, access.visibility(actor, object, Verb.READ), ids, reading.fields(actor, object));
        Map<Long, ObjectNode> records = new HashMap<>();
        rows.forEach(row -> records.put(row.need(SystemFields.ID), reading.json(actor, object, row)));
        return records;
    }

    private ObjectNode state(Actor actor, ObjectDefinition object) {
        ObjectNode answer = JsonMapper.shared().createObjectNode().put("groups", groups.count(actor, object));
        Optional<Scan> last = ScanLog.find(database, object);
        if (last.isEmpty()) {
            answer.putNull("scan");
            return answer;
        }
        Scan found = last.get();
        answer.putObject("scan")
                .put("status", found.status())
                .put("phase", found.phase())
                .put("percent", percent(found))
                .put("records", found.total())
                .put("startedAt", found.startedAt().toString())
                .put(
                        "finishedAt",
                        Optional.ofNullable(found.finishedAt())
                                .map(Instant::toString)
                                .orElse(null));
        return answer;
    }

    /** Reading is most of the work; the parts that are compared then are of equal size. */
    private static int percent(Scan found) {
        if (!found.running()) {
            return 100;
        }
        return switch (found.phase()) {
            case "keys" -> (int) (70 * found.done() / Math.max(1, found.total()));
            case "pairs" -> 70 + (int) (25 * found.position() / ScanLog.PARTS);
            default -> 95;
        };
    }
}
