package hengke.web.records;

import hengke.kernel.merging.Merged;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Draft;
import hengke.kernel.records.DraftReader;
import hengke.kernel.records.Stale;
import hengke.kernel.records.Writer;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One record at a time. */
@RestController
@RequestMapping("/api/records/{object}")
final class RecordsController {
    static final String OPERATION = OperationJson.HEADER;

    private final Reading reading;
    private final Writer writer;
    private final DraftReader drafts;
    private final DSLContext database;

    RecordsController(Reading reading, Writer writer, DraftReader drafts, DSLContext database) {
        this.reading = reading;
        this.writer = writer;
        this.drafts = drafts;
        this.database = database;
    }

    @PostMapping
    ResponseEntity<ObjectNode> create(Caller caller, @PathVariable("object") String name, @RequestBody JsonNode body) {
        ObjectDefinition object = reading.object(caller.actor(), name);
        Writer.Saved saved = writer.save(caller, object, drafts.create(caller.actor(), object, body));
        return ResponseEntity.created(
                        URI.create("/api/records/" + name + "/" + saved.row().id()))
                .header(OPERATION, Long.toString(saved.operation().id()))
                .body(told(caller, object, saved));
    }

    @GetMapping("/{id}")
    ObjectNode read(
            Caller caller,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @RequestParam(name = "fields", required = false) @Nullable String fields) {
        ObjectDefinition object = reading.object(caller.actor(), name);
        ObjectNode record = reading.withLines(
                caller.actor(), object, reading.json(caller.actor(), object, present(caller, object, id)));
        return fields == null ? record : only(record, Arrays.asList(fields.split(",")));
    }

    /** A record that went into another one says where it is now, to whoever may see that one. */
    private Row present(Caller caller, ObjectDefinition object, long id) {
        try {
            return reading.rowWithRights(caller.actor(), object, id);
        } catch (Refusal.NotFound gone) {
            long survivor = Merged.survivor(database, object, id).orElseThrow(() -> gone);
            reading.row(caller.actor(), object, survivor);
            throw new Refusal.NotFound(
                    Message.of("merge.goneInto", object.label()),
                    Map.of("mergedInto", Map.of("object", object.name(), "id", survivor)));
        }
    }

    private static ObjectNode only(ObjectNode record, List<String> fields) {
        fields.stream().filter(field -> !record.has(field)).findFirst().ifPresent(field -> {
            throw Refusal.Invalid.at("fields", Message.of("records.unknown", field));
        });
        record.retain(Stream.concat(Stream.of("id", "version", RecordJson.MAY), fields.stream())
                .toList());
        return record;
    }

    @PatchMapping("/{id}")
    ResponseEntity<ObjectNode> change(
            Caller caller,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @RequestBody JsonNode body) {
        ObjectDefinition object = reading.object(caller.actor(), name);
        return saved(caller, object, drafts.update(caller.actor(), object, id, body));
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(
            Caller caller,
            @PathVariable("object") String name,
            @PathVariable("id") long id,
            @RequestParam(name = "version", required = false) @Nullable Long version) {
        ObjectDefinition object = reading.object(caller.actor(), name);
        Writer.Saved saved = save(caller, object, Draft.delete(id, version));
        return ResponseEntity.noContent()
                .header(OPERATION, Long.toString(saved.operation().id()))
                .build();
    }

    @PostMapping("/{id}/restore")
    ResponseEntity<ObjectNode> restore(
            Caller caller, @PathVariable("object") String name, @PathVariable("id") long id) {
        return saved(caller, reading.object(caller.actor(), name), Draft.restore(id));
    }

    private ResponseEntity<ObjectNode> saved(Caller caller, ObjectDefinition object, Draft draft) {
        Writer.Saved saved = save(caller, object, draft);
        return ResponseEntity.ok()
                .header(OPERATION, Long.toString(saved.operation().id()))
                .body(told(caller, object, saved));
    }

    private ObjectNode told(Caller caller, ObjectDefinition object, Writer.Saved saved) {
        return reading.withLines(caller.actor(), object, reading.saved(caller.actor(), object, saved.row()));
    }

    private Writer.Saved save(Caller caller, ObjectDefinition object, Draft draft) {
        try {
            return writer.save(caller, object, draft);
        } catch (Refusal.Conflict conflict) {
            Long id = draft.id();
            throw conflict.code().equals(Stale.CODE) && id != null
                    ? told(caller, object, id, draft, conflict)
                    : conflict;
        }
    }

    /** The conflict in the form of answers: read values with their labels, and lines where some were to be written. */
    private Refusal.Conflict told(
            Caller caller, ObjectDefinition object, long id, Draft draft, Refusal.Conflict conflict) {
        ObjectNode now = reading.json(caller.actor(), object, reading.row(caller.actor(), object, id));
        ObjectNode stored =
                (ObjectNode) Objects.requireNonNull(conflict.details().get("current"));
        Map<String, @Nullable Object> details = new LinkedHashMap<>(conflict.details());
        List<String> lines =
                draft.lines().stream().map(its -> its.kind().relation().name()).toList();
        if (!lines.isEmpty()) {
            reading.withLines(caller.actor(), object, now);
        }
        details.put(
                "current",
                now.retain(Stream.concat(stored.propertyNames().stream(), lines.stream())
                        .toList()));
        return new Refusal.Conflict(Stale.CODE, conflict.reason(), details);
    }
}
