package hengke.kernel.configuration;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Catalog.Fault;
import hengke.kernel.metadata.Overlay;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.schema.Catalogs;
import hengke.kernel.schema.Obstacle;
import hengke.kernel.schema.OverlayStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one way in which what is in force is changed: by somebody who saw the present, all of it or nothing. */
final class CatalogChanges implements Place {
    private final Catalogs catalogs;
    private final OverlayStore overlays;

    CatalogChanges(Catalogs catalogs, OverlayStore overlays) {
        this.catalogs = catalogs;
        this.overlays = overlays;
    }

    @Override
    public Overlay overlay() {
        return overlays.load();
    }

    @Override
    public Catalog at(Overlay overlay) {
        return catalogs.at(overlay);
    }

    @Override
    public Catalog make(Actor by, @Nullable Long seen, BiFunction<Overlay, Catalog, Overlay> change) {
        return make(by, seen, "", change);
    }

    /** The same, with a word on what it is for. */
    Catalog make(Actor by, @Nullable Long seen, String note, BiFunction<Overlay, Catalog, Overlay> change) {
        Long user = by.system() ? null : by.user();
        Catalogs.Outcome outcome = catalogs.change(user, note, overlay -> {
            requireCurrent(seen, overlay.version());
            return change.apply(overlay, catalogs.at(overlay));
        });
        return switch (outcome) {
            case Catalogs.Changed(Catalog catalog) -> catalog;
            case Catalogs.Faulty(List<Fault> faults) -> throw notPossible(faults);
            case Catalogs.Obstructed(List<Obstacle> obstacles) -> throw notPossible(obstacles);
        };
    }

    /** The catalog under an overlay, or what is wrong with it, as a refusal. */
    Catalog sound(Overlay overlay) {
        return switch (catalogs.build(overlay)) {
            case Catalog.Valid(Catalog catalog) -> catalog;
            case Catalog.Faulty(List<Fault> faults) -> throw notPossible(faults);
        };
    }

    private void requireCurrent(@Nullable Long seen, long version) {
        if (seen == null || seen == version) {
            return;
        }
        Map<String, @Nullable Object> details = new HashMap<>();
        details.put("version", version);
        overlays.latest().ifPresent(latest -> {
            details.put("changedBy", latest.by() == null ? null : new Refusal.Person(latest.by()));
            details.put("changedAt", latest.at().toString());
        });
        throw new Refusal.Conflict("stale", Message.of("catalog.stale"), details);
    }

    private static Refusal notPossible(List<?> reasons) {
        String words = reasons.stream().map(Object::toString).collect(Collectors.joining("\n"));
        return new Refusal.Conflict("notPossible", Message.of("catalog.notPossible", words), Map.of());
    }
}
