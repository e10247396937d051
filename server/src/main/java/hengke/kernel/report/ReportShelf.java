package hengke.kernel.report;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.problem.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody finds of reports and dashboards: those the product brings along, their own, and those that others share.
 * A report is found by whoever may read what it is about.
 */
@Component
public final class ReportShelf {
    private final KeptReports kept;
    private final List<ShippedReport> reports;
    private final List<ShippedDashboard> dashboards;
    private final LiveCatalog catalog;
    private final Access access;

    ReportShelf(
            KeptReports kept,
            List<ShippedReport> reports,
            List<ShippedDashboard> dashboards,
            LiveCatalog catalog,
            Access access) {
        this.kept = kept;
        this.reports = List.copyOf(reports);
        this.dashboards = List.copyOf(dashboards);
        this.catalog = catalog;
        this.access = access;
    }

    /**
     * One that was found.
     *
     * @param kept as it is kept; null for one that the product brings along
     * @param shown the reports it shows: itself, or those of its tiles from the top
     */
    public record Found(String name, @Nullable Kept kept, List<Tile> shown) {
        public Found {
            shown = List.copyOf(shown);
        }
    }

    /**
     * A report as it is shown somewhere.
     *
     * @param title as it is called there
     * @param report null where this reader does not find it
     */
    public record Tile(String title, @Nullable Drawn report) {}

    /** A question and how its answer is drawn. */
    public record Drawn(String name, ObjectNode question, JsonNode chart) {}

    /** What somebody finds by this id, in their language. */
    public Optional<Found> find(Actor actor, Kept.Kind kind, String id, Language language) {
        return switch (kind) {
            case REPORT ->
                drawn(actor, id, language)
                        .map(report -> new Found(
                                report.name(),
                                kept(actor, kind, id).orElse(null),
                                List.of(new Tile(report.name(), report))));
            case DASHBOARD -> dashboard(actor, id, language);
        };
    }

    private Optional<Found> dashboard(Actor actor, String id, Language language) {
        Optional<Found> shipped = dashboards.stream()
                .filter(each -> each.key().equals(id))
                .findFirst()
                .map(each -> new Found(each.name().in(language), null, tiles(actor, each.content(), language)));
        return shipped.isPresent()
                ? shipped
                : kept(actor, Kept.Kind.DASHBOARD, id)
                        .map(each -> new Found(each.name(), each, tiles(actor, each.content(), language)));
    }

    private List<Tile> tiles(Actor actor, ObjectNode content, Language language) {
        List<JsonNode> placed = new ArrayList<>(
                StreamSupport.stream(content.path("tiles").spliterator(), false).toList());
        placed.sort(Comparator.<JsonNode>comparingInt(tile -> tile.path("y").asInt(0))
                .thenComparingInt(tile -> tile.path("x").asInt(0)));
        return placed.stream()
                .map(tile -> {
                    Drawn report = drawn(actor, tile.path("report").asString(""), language)
                            .orElse(null);
                    String title = tile.path("title").asString("");
                    return new Tile(title.isEmpty() && report != null ? report.name() : title, report);
                })
                .toList();
    }

    private Optional<Drawn> drawn(Actor actor, String id, Language language) {
        Optional<Drawn> shipped = reports.stream()
                .filter(each -> each.key().equals(id) && reads(actor, each.object()))
                .findFirst()
                .map(each -> new Drawn(each.name().in(language), each.question(language), each.chart()));
        return shipped.isPresent()
                ? shipped
                : kept(actor, Kept.Kind.REPORT, id)
                        .map(each -> new Drawn(
                                each.name(),
                                (ObjectNode) each.content().path("question"),
                                each.content().path("chart")));
    }

    /** One that somebody keeps. */
    public Optional<Kept> kept(Actor actor, Kept.Kind kind, String id) {
        return number(id)
                .flatMap(number -> kept.find(actor.user(), kind, number))
                .filter(each -> finds(actor, each));
    }

    /** All that is kept and found, by folder and name. */
    public List<Kept> kept(Actor actor, Kept.Kind kind) {
        return kept.of(actor.user(), kind).stream()
                .filter(each -> finds(actor, each))
                .toList();
    }

    private boolean finds(Actor actor, Kept each) {
        return each.owner() == actor.user() || each.object().isEmpty() || reads(actor, each.object());
    }

    /** Does somebody read what a report is about? */
    public boolean reads(Actor actor, String object) {
        return catalog.current()
                .find(object)
                .filter(found -> access.may(actor, found, Verb.READ))
                .isPresent();
    }

    /** May somebody change one that is kept, and decide who finds it? */
    public boolean keeps(Actor actor, Kept each) {
        return each.owner() == actor.user() || access.administrator(actor);
    }

    private static Optional<Long> number(String id) {
        try {
            return Optional.of(Long.parseLong(id));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
