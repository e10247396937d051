package hengke.web.reports;

import hengke.kernel.access.Actor;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.report.Kept;
import hengke.kernel.report.Question;
import hengke.kernel.report.ShippedReport;
import hengke.web.Body;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reports that are kept: one's own, those that others share, and those the product brings along. */
@RestController
@RequestMapping("/api/reports")
final class KeptReportsController {
    static final Set<String> CHARTS = new TreeSet<>(Set.of(
            "table", "pivot", "bar", "stacked", "line", "area", "pie", "funnel", "gauge", "kpi", "scatter", "map",
            "heat"));

    private final KeptJson kept;
    private final List<ShippedReport> shipped;

    KeptReportsController(KeptJson kept, List<ShippedReport> shipped) {
        this.kept = kept;
        this.shipped = List.copyOf(shipped);
    }

    @GetMapping
    ObjectNode list(Actor actor, Language language) {
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        ArrayNode items = answer.putArray("items");
        shipped.stream()
                .filter(report -> kept.reads(actor, report.object()))
                .forEach(report -> items.add(json(report, language)));
        kept.all(actor, Kept.Kind.REPORT).forEach(report -> items.add(json(actor, report)));
        return answer;
    }

    @GetMapping("/{id}")
    ObjectNode one(Actor actor, Language language, @PathVariable("id") String id) {
        return shipped.stream()
                .filter(report -> report.key().equals(id) && kept.reads(actor, report.object()))
                .findFirst()
                .map(report -> whole(json(report, language), report.question(language), report.chart()))
                .orElseGet(() -> whole(actor, kept.find(actor, Kept.Kind.REPORT, id)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode keep(Actor actor, @RequestBody ObjectNode asked) {
        ObjectNode nothing = JsonMapper.shared().createObjectNode();
        return whole(actor, kept.add(actor, Kept.Kind.REPORT, asked, body -> content(actor, nothing, body)));
    }

    @PatchMapping("/{id}")
    ObjectNode change(Actor actor, @PathVariable("id") String id, @RequestBody ObjectNode asked) {
        Kept before = kept.find(actor, Kept.Kind.REPORT, id);
        return whole(actor, kept.change(actor, before, asked, body -> content(actor, before.content(), body)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Actor actor, @PathVariable("id") String id, @RequestParam("version") long version) {
        kept.delete(actor, kept.find(actor, Kept.Kind.REPORT, id), version);
    }

    /** A question has to make sense at all; whether it does to a reader is seen when it is asked. */
    private ObjectNode content(Actor actor, ObjectNode before, Body body) {
        ObjectNode content = before.deepCopy();
        body.object("question").ifPresent(question -> content.set("question", question));
        body.object("chart").ifPresent(chart -> content.set("chart", chart));
        if (!CHARTS.contains(content.path("chart").path("kind").asString(""))) {
            body.refuse("chart", Message.of("report.chart"));
        }
        if (content.path("question") instanceof ObjectNode question
                && kept.reads(actor, Question.parse(question).object())) {
            return content;
        }
        throw Refusal.Invalid.at("question.object", Message.of("report.object"));
    }

    private ObjectNode json(Actor actor, Kept report) {
        return about(kept.json(actor, report), report.object(), report.content().path("chart"));
    }

    private static ObjectNode json(ShippedReport report, Language language) {
        ObjectNode json = KeptJson.shipped(
                report.key(), report.name().in(language), report.folder().in(language));
        return about(json, report.object(), report.chart());
    }

    private static ObjectNode about(ObjectNode json, String object, JsonNode chart) {
        json.put("object", object);
        json.putObject("chart").put("kind", chart.path("kind").asString("table"));
        return json;
    }

    private ObjectNode whole(Actor actor, Kept report) {
        return whole(
                json(actor, report),
                report.content().path("question"),
                report.content().path("chart"));
    }

    private static ObjectNode whole(ObjectNode json, JsonNode question, JsonNode chart) {
        json.set("chart", chart);
        json.set("question", question);
        return json;
    }
}
