package hengke.web.reports;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.report.Kept;
import hengke.kernel.report.ShippedDashboard;
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

/**
 * Dashboards: which reports stand where on a page, and by what the page narrows them together. What a reader does not
 * find of them stays empty.
 */
@RestController
@RequestMapping("/api/dashboards")
final class DashboardsController {
    /** By what a page narrows its reports. */
    static final Set<String> FILTERS = new TreeSet<>(Set.of("period", "person", "department"));

    static final int WIDE = 12;
    static final int HIGH = 200;
    private static final int MOST_TILES = 30;
    private static final TextualType TEXT = new TextualType(TextualType.Form.TEXT, 100);

    private final KeptJson kept;
    private final List<ShippedDashboard> shipped;

    DashboardsController(KeptJson kept, List<ShippedDashboard> shipped) {
        this.kept = kept;
        this.shipped = List.copyOf(shipped);
    }

    @GetMapping
    ObjectNode list(Actor actor, Language language) {
        ObjectNode answer = JsonMapper.shared().createObjectNode();
        ArrayNode items = answer.putArray("items");
        shipped.forEach(each -> items.add(json(each, language)));
        kept.all(actor, Kept.Kind.DASHBOARD).forEach(each -> items.add(kept.json(actor, each)));
        return answer;
    }

    @GetMapping("/{id}")
    ObjectNode one(Actor actor, Language language, @PathVariable("id") String id) {
        return shipped.stream()
                .filter(each -> each.key().equals(id))
                .findFirst()
                .map(each -> whole(json(each, language), each.content()))
                .orElseGet(() -> whole(actor, kept.find(actor, Kept.Kind.DASHBOARD, id)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ObjectNode keep(Actor actor, @RequestBody ObjectNode asked) {
        ObjectNode empty = JsonMapper.shared().createObjectNode();
        empty.putArray("tiles");
        empty.putArray("filters");
        return whole(actor, kept.add(actor, Kept.Kind.DASHBOARD, asked, body -> content(empty, body)));
    }

    @PatchMapping("/{id}")
    ObjectNode change(Actor actor, @PathVariable("id") String id, @RequestBody ObjectNode asked) {
        Kept before = kept.find(actor, Kept.Kind.DASHBOARD, id);
        return whole(actor, kept.change(actor, before, asked, body -> content(before.content(), body)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Actor actor, @PathVariable("id") String id, @RequestParam("version") long version) {
        kept.delete(actor, kept.find(actor, Kept.Kind.DASHBOARD, id), version);
    }

    private static ObjectNode content(ObjectNode before, Body body) {
        ObjectNode content = before.deepCopy();
        if (body.mentions("tiles")) {
            content.set("tiles", tiles(body));
        }
        if (body.mentions("filters")) {
            ArrayNode filters = content.putArray("filters");
            List<String> asked = body.list("filters", TEXT);
            if (!FILTERS.containsAll(asked)) {
                body.refuse("filters", Message.of("report.oneOf", String.join(" ", FILTERS)));
            }
            asked.stream().distinct().forEach(filters::add);
        }
        return content;
    }

    private static ArrayNode tiles(Body body) {
        ArrayNode tiles = JsonMapper.shared().createArrayNode();
        List<Body> asked = body.each("tiles");
        if (asked.size() > MOST_TILES) {
            body.refuse("tiles", Message.of("report.dashboardFull", MOST_TILES));
        }
        for (Body tile : asked) {
            ObjectNode one = tiles.addObject();
            JsonNode report = tile.given("report").orElse(null);
            if (report == null || !(report.isIntegralNumber() || report.isString())) {
                tile.refuse("report", Message.of("report.unknownReport"));
            } else {
                one.set("report", report);
            }
            number(tile, one, "x", 0, WIDE - 1);
            number(tile, one, "y", 0, HIGH * MOST_TILES);
            number(tile, one, "w", 1, WIDE);
            number(tile, one, "h", 1, HIGH);
            tile.optional("title", TEXT).ifPresent(title -> one.put("title", title));
            tile.refuseUnasked();
        }
        return tiles;
    }

    private static void number(Body tile, ObjectNode one, String key, long least, long most) {
        tile.required(key, new IntegerType(least, most)).ifPresent(value -> one.put(key, value));
    }

    private static ObjectNode json(ShippedDashboard each, Language language) {
        return KeptJson.shipped(each.key(), each.name().in(language), "");
    }

    private ObjectNode whole(Actor actor, Kept each) {
        return whole(kept.json(actor, each), each.content());
    }

    private static ObjectNode whole(ObjectNode json, ObjectNode content) {
        json.set("tiles", content.path("tiles"));
        json.set("filters", content.path("filters"));
        return json;
    }
}
