package hengke.web.exports;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.PageRight;
import hengke.kernel.files.StoredFile;
import hengke.kernel.files.StoredFiles;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.kernel.records.OperationLog;
import hengke.kernel.transfer.exporting.ExportJob;
import hengke.kernel.transfer.exporting.ExportJob.Encoding;
import hengke.kernel.transfer.exporting.ExportJob.Format;
import hengke.kernel.transfer.exporting.ExportLog;
import hengke.kernel.transfer.exporting.ExportedRecords;
import hengke.kernel.transfer.exporting.Exports;
import hengke.kernel.transfer.exporting.Wish;
import hengke.web.Body;
import hengke.web.records.AskedView;
import hengke.web.records.OperationJson;
import hengke.web.records.Reading;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Lists taken out as files: asked for, followed, fetched. Each person's own; an administrator sees that they were. */
@RestController
@RequestMapping("/api/exports")
final class ExportsController {
    private static final TextualType TEXT = new TextualType(TextualType.Form.TEXT, 200);
    static final int MOST_IDS = 10_000;
    private static final int PAGE = 50;

    private final Reading reading;
    private final Access access;
    private final AskedView view;
    private final Exports exports;
    private final StoredFiles files;
    private final DSLContext database;
    private final ExportJson json;

    ExportsController(
            Reading reading,
            Access access,
            AskedView view,
            Exports exports,
            StoredFiles files,
            DSLContext database,
            ExportJson json) {
        this.reading = reading;
        this.access = access;
        this.view = view;
        this.exports = exports;
        this.files = files;
        this.database = database;
        this.json = json;
    }

    @PostMapping
    ResponseEntity<ObjectNode> start(Caller caller, Language language, @RequestBody ObjectNode given) {
        Body body = new Body(given);
        ObjectDefinition object =
                reading.object(caller.actor(), body.required("object", TEXT).orElse(""));
        Format format = choice(body, "format", Format.values(), Format::wire).orElse(Format.XLSX);
        Encoding encoding =
                choice(body, "encoding", Encoding.values(), Encoding::wire).orElse(Encoding.UTF_8);
        ObjectNode asked = asked(caller.actor(), object, body);
        ExportJob job = exports.start(caller, new Wish(ExportedRecords.NAME, asked, format, encoding, language));
        return ResponseEntity.ok()
                .header(OperationJson.HEADER, Long.toString(job.operation().id()))
                .body(json.of(job, language));
    }

    /** The question as it is kept: checked for its keys here, for its meaning where it is run. */
    private ObjectNode asked(Actor actor, ObjectDefinition object, Body body) {
        ObjectNode asked = JsonMapper.shared().createObjectNode().put("object", object.name());
        List<Long> ids = body.list("ids", new IntegerType(1, Long.MAX_VALUE));
        List<String> fields = body.list("fields", TEXT);
        Optional<JsonNode> named = body.given("view");
        body.given("filter").ifPresent(filter -> asked.set("filter", filter));
        body.given("sort").ifPresent(sort -> asked.set("sort", sort));
        body.optional("search", TEXT).ifPresent(search -> asked.put("search", search));
        if (ids.size() > MOST_IDS) {
            body.refuse("ids", Message.of("value.tooMany", MOST_IDS));
        }
        body.done();
        if (body.mentions("ids")) {
            ids.forEach(asked.putArray("ids")::add);
        }
        if (!fields.isEmpty()) {
            fields.forEach(asked.putArray("fields")::add);
        }
        named.ifPresent(name -> view.writeOut(actor, object, name, asked));
        return asked;
    }

    private static <E> Optional<E> choice(Body body, String key, E[] values, Function<E, String> wire) {
        Optional<String> given = body.optional(key, TEXT);
        Optional<E> chosen = given.flatMap(text -> Stream.of(values)
                .filter(value -> wire.apply(value).equals(text))
                .findFirst());
        if (given.isPresent() && chosen.isEmpty()) {
            body.refuse(
                    key, Message.of("value.option", Stream.of(values).map(wire).collect(Collectors.joining(", "))));
        }
        return chosen;
    }

    @GetMapping
    ObjectNode list(
            Caller caller,
            Language language,
            @RequestParam(name = "mine", defaultValue = "true") boolean mine,
            @RequestParam(name = "after", required = false) @Nullable Long after) {
        boolean all = !mine && access.opens(caller.actor(), PageRight.EXPORTS);
        List<ExportJob> jobs =
                ExportLog.page(database, all ? null : caller.actor().user(), after, PAGE);
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        answer.putArray("items")
                .addAll(jobs.stream().map(job -> json.of(job, language)).toList());
        return answer.put(
                "next", jobs.size() == PAGE ? Long.toString(jobs.getLast().id()) : null);
    }

    @GetMapping("/{id}")
    ObjectNode read(Caller caller, Language language, @PathVariable("id") long id) {
        return json.of(seen(caller, id), language);
    }

    @PostMapping("/{id}/cancel")
    ObjectNode cancel(Caller caller, Language language, @PathVariable("id") long id) {
        if (!seen(caller, id).operation().belongsTo(caller.actor())) {
            access.requireAdministrator(caller.actor());
        }
        OperationLog.askCancel(database, seen(caller, id).operation().id());
        return json.of(seen(caller, id), language);
    }

    @GetMapping("/{id}/file")
    ResponseEntity<InputStreamResource> file(Caller caller, @PathVariable("id") long id) {
        StoredFile file = exports.file(caller, seen(caller, id)).orElseThrow(Refusal.NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .contentLength(file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, file.disposition(false))
                .cacheControl(CacheControl.noStore())
                .body(new InputStreamResource(files.open(file)));
    }

    private ExportJob seen(Caller caller, long id) {
        return ExportLog.find(database, id)
                .filter(job ->
                        job.operation().belongsTo(caller.actor()) || access.opens(caller.actor(), PageRight.EXPORTS))
                .orElseThrow(Refusal.NotFound::new);
    }
}
