package hengke.web.today;

import hengke.capability.activity.Activity;
import hengke.capability.activity.OpenMentions;
import hengke.capability.activity.OpenMentions.Mention;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.access.Verb;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Pages;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Writer;
import hengke.web.records.OperationJson;
import hengke.web.records.Reading;
import hengke.web.records.RecordJson;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Follow-ups that speak to me: to be answered where they stand, or put aside. */
@RestController
@RequestMapping("/api/today/mentions")
final class MentionsController {
    private static final int SHOWN = 50;

    private final Activity activity;
    private final OpenMentions mentions;
    private final Reading reading;
    private final Access access;
    private final Pages pages;
    private final RecordJson json;
    private final Writer writer;
    private final LiveOrganisation organisation;
    private final DSLContext database;
    private final Clock clock;

    MentionsController(
            Activity activity,
            OpenMentions mentions,
            Reading reading,
            Access access,
            Pages pages,
            RecordJson json,
            Writer writer,
            LiveOrganisation organisation,
            DSLContext database,
            Clock clock) {
        this.activity = activity;
        this.mentions = mentions;
        this.reading = reading;
        this.access = access;
        this.pages = pages;
        this.json = json;
        this.writer = writer;
        this.organisation = organisation;
        this.database = database;
        this.clock = clock;
    }

    /** What is said in return. */
    record Answer(@Nullable String content) {}

    record Marked(boolean done) {}

    @GetMapping
    ObjectNode open(Actor actor) {
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        ArrayNode items = answer.putArray("items");
        ObjectDefinition object = definition();
        if (!access.may(actor, object, Verb.READ)) {
            return answer;
        }
        List<Mention> waiting = mentions.of(actor.user(), SHOWN);
        List<Field<?>> fields = reading.fields(actor, object);
        List<Row> rows = pages.byIds(
                object,
                access.visibility(actor, object, Verb.READ),
                waiting.stream().map(Mention::activity).toList(),
                fields);
        Map<Long, ObjectNode> told = json.of(actor, object, rows, fields).stream()
                .collect(Collectors.toMap(record -> record.get("id").longValue(), Function.identity()));
        for (Mention mention : waiting) {
            ObjectNode record = told.get(mention.activity());
            if (record != null) {
                items.addObject()
                        .put("id", mention.id())
                        .put("at", mention.at().toString())
                        .set("activity", record);
            }
        }
        return answer;
    }

    /** The answer is a note among colleagues on the same record, and speaks to whoever asked. */
    @PostMapping("/{id}/answer")
    ResponseEntity<Void> answer(Caller caller, @PathVariable("id") long id, @RequestBody Answer answer) {
        String content = answer.content();
        if (content == null || content.isBlank()) {
            throw Refusal.Invalid.at("content", Message.of("records.required"));
        }
        Mention mention = mine(caller.actor(), id);
        Row asked = reading.row(caller.actor(), definition(), mention.activity());
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        values.put(activity.kind, Activity.NOTE);
        values.put(activity.about, asked.get(activity.about));
        values.put(activity.content, speakingTo(asked, content.strip()));
        Writer.Saved saved = writer.save(caller, definition(), Draft.create(values));
        mentions.mark(database, mention, clock.instant());
        return ResponseEntity.noContent()
                .header(OperationJson.HEADER, Long.toString(saved.operation().id()))
                .build();
    }

    /** Puts it aside, or opens it again. */
    @PutMapping("/{id}")
    ResponseEntity<Void> mark(Actor actor, @PathVariable("id") long id, @RequestBody Marked marked) {
        mentions.mark(database, mine(actor, id), marked.done() ? clock.instant() : null);
        return ResponseEntity.noContent().build();
    }

    private Mention mine(Actor actor, long id) {
        return mentions.find(actor.user(), id).orElseThrow(Refusal.NotFound::new);
    }

    private String speakingTo(Row asked, String content) {
        Long author = asked.get(SystemFields.CREATED_BY);
        return author == null
                ? content
                : organisation
                        .get()
                        .person(author)
                        .map(Person::name)
                        .filter(name -> !content.contains("@" + name))
                        .map(name -> "@" + name + " " + content)
                        .orElse(content);
    }

    private ObjectDefinition definition() {
        return reading.catalog().object(activity.name());
    }
}
