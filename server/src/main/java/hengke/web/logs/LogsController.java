package hengke.web.logs;

import hengke.kernel.access.Access;
import hengke.kernel.access.PageRight;
import hengke.kernel.problem.Language;
import hengke.kernel.records.Caller;
import hengke.kernel.transfer.exporting.ExportJob;
import hengke.kernel.transfer.exporting.ExportJob.Encoding;
import hengke.kernel.transfer.exporting.ExportJob.Format;
import hengke.kernel.transfer.exporting.Exports;
import hengke.kernel.transfer.exporting.Wish;
import hengke.web.exports.ExportJson;
import hengke.web.records.OperationJson;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The logs, for administrators: searched page by page, newest first, and taken out as files. */
@RestController
@RequestMapping("/api/logs")
final class LogsController {
    private static final int PAGE = 50;
    private static final int NAME_IN_PATH = 3;

    private final Logs logs;
    private final Access access;
    private final Exports exports;
    private final ExportJson json;

    LogsController(Logs logs, Access access, Exports exports, ExportJson json) {
        this.logs = logs;
        this.access = access;
        this.exports = exports;
        this.json = json;
    }

    @GetMapping({"/operations", "/logins", "/changes", "/administration", "/access"})
    ObjectNode page(
            Caller caller,
            Language language,
            HttpServletRequest request,
            @RequestParam(name = "after", required = false) @Nullable Long after,
            @RequestParam Map<String, String> asked) {
        access.requirePage(caller.actor(), PageRight.LOGS);
        Log log = log(request);
        Map<String, String> searched = searched(asked);
        List<Record> rows = logs.page(log, searched, after, PAGE + 1);
        boolean more = rows.size() > PAGE;
        List<Record> shown = more ? rows.subList(0, PAGE) : rows;
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        answer.putArray("items").addAll(log.told(caller.actor(), language, shown));
        return answer.put("next", more ? Long.toString(shown.getLast().get("id", Long.class)) : null);
    }

    /** In the background, as any export; what it is searched by is given as in an address. */
    @PostMapping({"/operations/export", "/logins/export", "/changes/export", "/administration/export", "/access/export"
    })
    ResponseEntity<ObjectNode> export(
            Caller caller,
            Language language,
            HttpServletRequest request,
            @RequestParam(name = "format", defaultValue = "xlsx") String format,
            @RequestBody ObjectNode searched) {
        access.requirePage(caller.actor(), PageRight.LOGS);
        ObjectNode asked =
                JsonMapper.shared().createObjectNode().put("log", log(request).name());
        asked.set("searched", searched);
        ExportJob job = exports.start(
                caller,
                new Wish(
                        ExportedLogs.NAME,
                        asked,
                        format.equals(Format.CSV.wire()) ? Format.CSV : Format.XLSX,
                        Encoding.UTF_8,
                        language));
        return ResponseEntity.ok()
                .header(OperationJson.HEADER, Long.toString(job.operation().id()))
                .body(json.of(job, language));
    }

    /** {@code /api/logs/logins/export} is about the log of this name. */
    private Log log(HttpServletRequest request) {
        return logs.find(request.getRequestURI().split("/")[NAME_IN_PATH]);
    }

    private static Map<String, String> searched(Map<String, String> asked) {
        Map<String, String> searched = new TreeMap<>(asked);
        searched.remove("after");
        searched.values().removeIf(String::isBlank);
        return searched;
    }
}
