package hengke.web.imports;

import hengke.kernel.access.Access;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.kernel.records.OperationLog;
import hengke.kernel.transfer.importing.ImportJob;
import hengke.kernel.transfer.importing.ImportJob.Mode;
import hengke.kernel.transfer.importing.ImportJob.OnDuplicate;
import hengke.kernel.transfer.importing.ImportLog;
import hengke.kernel.transfer.importing.ImportVerdicts;
import hengke.kernel.transfer.importing.Imports;
import hengke.web.Body;
import hengke.web.records.OperationJson;
import hengke.web.records.Reading;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Files taken in: understood, tried, run, followed. Each person's own; an administrator sees all. */
@RestController
@RequestMapping("/api/imports")
final class ImportsController {
    private static final TextualType TEXT = new TextualType(TextualType.Form.TEXT, 200);
    private static final int PAGE = 50;

    private final Reading reading;
    private final Access access;
    private final Imports imports;
    private final DSLContext database;
    private final ImportJson json;
    private final OperationJson operations;

    ImportsController(
            Reading reading,
            Access access,
            Imports imports,
            DSLContext database,
            ImportJson json,
            OperationJson operations) {
        this.reading = reading;
        this.access = access;
        this.imports = imports;
        this.database = database;
        this.json = json;
        this.operations = operations;
    }

    /** What a run is asked to do, wherever it was asked. */
    private record Wish(
            Map<Integer, String> mapping, Mode mode, List<String> keys, OnDuplicate onDuplicate, boolean dryRun) {}

    @PostMapping
    ResponseEntity<ObjectNode> open(
            Caller caller,
            Language language,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            @RequestParam("object") String name,
            @RequestParam(name = "preview", defaultValue = "false") boolean preview,
            @RequestParam(name = "mode", defaultValue = "insert") String mode,
            @RequestParam(name = "key", required = false) @Nullable String key,
            @RequestParam(name = "onDuplicate", defaultValue = "skip") String onDuplicate,
            @RequestParam(name = "mapping", required = false) @Nullable String mapping,
            @RequestParam(name = "dryRun", defaultValue = "false") boolean dryRun)
            throws IOException {
        ObjectDefinition object = reading.object(caller.actor(), name);
        if (file == null) {
            throw Refusal.Invalid.at("file", Message.of("import.fileMissing"));
        }
        ImportJob job;
        try (var content = file.getInputStream()) {
            job = imports.open(
                    caller, object, content, Objects.requireNonNullElse(file.getOriginalFilename(), "import"));
        }
        if (preview) {
            return ResponseEntity.ok(json.whole(caller.actor(), language, job));
        }
        Wish wish = new Wish(
                mapping == null ? job.mapping() : mapping(job, parsed(mapping)),
                mode(mode),
                key == null ? job.keys() : Arrays.asList(key.split(",")),
                onDuplicate(onDuplicate),
                dryRun);
        ImportJob begun = run(caller, job, wish);
        Long operation = begun.operation();
        ObjectNode answer = operation == null
                ? json.whole(caller.actor(), language, begun)
                : operations.of(OperationLog.find(database, operation).orElseThrow(), language);
        return ResponseEntity.ok().body(answer.put("import", begun.id()));
    }

    @PostMapping("/{id}/run")
    ObjectNode run(Caller caller, Language language, @PathVariable("id") long id, @RequestBody ObjectNode asked) {
        ImportJob job = own(caller, id);
        Body body = new Body(asked);
        Map<Integer, String> mapping =
                body.given("mapping").map(given -> mapping(job, given)).orElse(job.mapping());
        Mode mode = body.optional("mode", TEXT).map(ImportsController::mode).orElse(job.mode());
        List<String> keys = body.mentions("key") ? body.list("key", TEXT) : job.keys();
        OnDuplicate onDuplicate = body.optional("onDuplicate", TEXT)
                .map(ImportsController::onDuplicate)
                .orElse(job.onDuplicate());
        boolean dryRun = body.optional("dryRun", new BooleanType()).orElse(false);
        body.done();
        return json.whole(
                caller.actor(), language, run(caller, job, new Wish(mapping, mode, keys, onDuplicate, dryRun)));
    }

    private ImportJob run(Caller caller, ImportJob job, Wish wish) {
        return imports.start(caller, job, wish.mapping(), wish.mode(), wish.keys(), wish.onDuplicate(), wish.dryRun());
    }

    private static JsonNode parsed(String mapping) {
        try {
            return JsonMapper.shared().readTree(mapping);
        } catch (JacksonException e) {
            throw Refusal.Invalid.at("mapping", Message.of("problem.unreadable"));
        }
    }

    /** By column number or by title; null and "" leave a column out. */
    private static Map<Integer, String> mapping(ImportJob job, JsonNode given) {
        if (!given.isObject()) {
            throw Refusal.Invalid.at("mapping", Message.of("web.object"));
        }
        Map<String, Integer> columns = new TreeMap<>();
        job.layout().withArray("columns").forEach(column -> {
            int index = column.path("index").asInt();
            columns.putIfAbsent(column.path("title").asString(), index);
            columns.put(Integer.toString(index), index);
        });
        Map<Integer, String> mapping = new TreeMap<>();
        given.properties().forEach(entry -> {
            Integer column = columns.get(entry.getKey());
            if (column == null) {
                throw Refusal.Invalid.at("mapping", Message.of("import.notFound", entry.getKey()));
            }
            if (entry.getValue().isString() && !entry.getValue().stringValue().isBlank()) {
                mapping.put(column, entry.getValue().stringValue());
            }
        });
        return mapping;
    }

    private static Mode mode(String asked) {
        return choice(Mode.class, "mode", asked);
    }

    private static OnDuplicate onDuplicate(String asked) {
        return choice(OnDuplicate.class, "onDuplicate", asked);
    }

    private static <E extends Enum<E>> E choice(Class<E> type, String key, String asked) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(asked))
                .findFirst()
                .orElseThrow(() -> Refusal.Invalid.at(
                        key,
                        Message.of(
                                "value.option",
                                Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT))));
    }

    @PostMapping("/{id}/sheet")
    ObjectNode sheet(Caller caller, Language language, @PathVariable("id") long id, @RequestBody ObjectNode asked) {
        Body body = new Body(asked);
        String sheet = body.required("sheet", TEXT).orElse("");
        body.done();
        return json.whole(caller.actor(), language, imports.chooseSheet(caller.actor(), own(caller, id), sheet));
    }

    @PostMapping("/{id}/cancel")
    ObjectNode cancel(Caller caller, Language language, @PathVariable("id") long id) {
        own(caller, id);
        ImportLog.askCancel(database, id);
        return json.whole(caller.actor(), language, own(caller, id));
    }

    @GetMapping("/{id}")
    ObjectNode read(Caller caller, Language language, @PathVariable("id") long id) {
        return json.whole(caller.actor(), language, own(caller, id));
    }

    @GetMapping
    ObjectNode list(
            Caller caller,
            Language language,
            @RequestParam(name = "mine", defaultValue = "true") boolean mine,
            @RequestParam(name = "after", required = false) @Nullable Long after) {
        boolean all = !mine && access.administrator(caller.actor());
        List<ImportJob> jobs =
                ImportLog.page(database, all ? null : caller.actor().user(), after, PAGE);
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        answer.putArray("items")
                .addAll(jobs.stream().map(job -> json.summary(job, language)).toList());
        return answer.put(
                "next", jobs.size() == PAGE ? Long.toString(jobs.getLast().id()) : null);
    }

    @GetMapping("/{id}/rows")
    ObjectNode rows(
            Caller caller,
            Language language,
            @PathVariable("id") long id,
            @RequestParam(name = "verdict", required = false) @Nullable String verdict,
            @RequestParam(name = "after", defaultValue = "0") int after) {
        ImportJob job = own(caller, id);
        var results = ImportVerdicts.of(database, id, verdict, after, PAGE);
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        answer.set("items", json.rows(caller.actor(), language, job, results));
        return answer.put(
                "next",
                results.size() == PAGE ? Integer.toString(results.getLast().row()) : null);
    }

    private ImportJob own(Caller caller, long id) {
        return Optional.of(id)
                .flatMap(each -> ImportLog.find(database, each))
                .filter(job -> job.actor() == caller.actor().user() || access.administrator(caller.actor()))
                .orElseThrow(Refusal.NotFound::new);
    }
}
