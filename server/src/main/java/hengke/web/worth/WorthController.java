package hengke.web.worth;

import hengke.capability.worth.Cuts;
import hengke.capability.worth.LiveWorth;
import hengke.capability.worth.PurchaseSources;
import hengke.capability.worth.Worth;
import hengke.capability.worth.WorthDefinition;
import hengke.capability.worth.WorthPreview;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.kernel.records.Caller;
import hengke.web.Body;
import hengke.web.worth.WorthJson.CutsJson;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** How worth is told, as administrators see, try and change it. */
@RestController
@RequestMapping("/api/worth/{object}")
final class WorthController {
    private final Worth worth;
    private final LiveWorth live;
    private final PurchaseSources sources;
    private final WorthPreview preview;
    private final Access access;
    private final LiveCatalog catalog;
    private final DSLContext database;

    WorthController(
            Worth worth,
            LiveWorth live,
            PurchaseSources sources,
            WorthPreview preview,
            Access access,
            LiveCatalog catalog,
            DSLContext database) {
        this.worth = worth;
        this.live = live;
        this.sources = sources;
        this.preview = preview;
        this.access = access;
        this.catalog = catalog;
        this.database = database;
    }

    /** How customers would fall into segments. */
    record Tried(CutsJson cuts, List<Falling> segments) {}

    /** Those of one segment. */
    record Falling(String segment, String label, long customers, String amount) {}

    @GetMapping
    WorthJson shown(Actor actor, Language language, @PathVariable("object") String name) {
        access.requireAdministrator(actor);
        ObjectDefinition object = worth.valued(name);
        return WorthJson.of(
                catalog.current(),
                object,
                live.of(object),
                sources.of(object).broken(),
                Cuts.newest(database, name).orElse(null),
                language);
    }

    @PatchMapping
    WorthJson decide(
            Caller caller, Language language, @PathVariable("object") String name, @RequestBody ObjectNode json) {
        access.requireAdministrator(caller.actor());
        worth.decide(caller, read(worth.valued(name), json));
        return shown(caller.actor(), language, name);
    }

    /** What would come of other decisions; nothing is changed. */
    @PostMapping("/preview")
    Tried preview(Actor actor, Language language, @PathVariable("object") String name, @RequestBody ObjectNode json) {
        access.requireAdministrator(actor);
        ObjectDefinition object = worth.valued(name);
        WorthDefinition definition = read(object, json);
        worth.check(object, definition);
        WorthPreview.Preview found = preview.of(object, definition);
        return new Tried(
                CutsJson.of(found.cuts()),
                found.segments().entrySet().stream()
                        .map(each -> new Falling(
                                each.getKey().value(),
                                each.getKey().label().in(language),
                                each.getValue().customers(),
                                each.getValue().amount().toPlainString()))
                        .toList());
    }

    /** Reckons every customer anew in the background. */
    @PostMapping("/run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void run(Actor actor, @PathVariable("object") String name) {
        access.requireAdministrator(actor);
        worth.valued(name);
        worth.promise();
    }

    private WorthDefinition read(ObjectDefinition object, ObjectNode json) {
        Body body = new Body(json);
        WorthDefinition definition = WorthReader.read(body, live.of(object));
        body.done();
        return definition;
    }
}
