package hengke.kernel.schema;

import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Catalog.Fault;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.Overlay;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Makes the catalog of this installation, changes it while it runs, and follows the changes of other nodes. */
public final class Catalogs {
    private final List<BusinessObject> shipped;
    private final OverlayStore overlays;
    private final SchemaSync schema;
    private final LiveCatalog live;

    /** What became of a change. */
    public sealed interface Outcome permits Changed, Faulty, Obstructed {}

    /** The new catalog is in force here, and stored for the other nodes. */
    public record Changed(Catalog catalog) implements Outcome {}

    /** The change makes no sense; nothing was done. */
    public record Faulty(List<Fault> faults) implements Outcome {}

    /** The stored data does not allow it; nothing is in force. */
    public record Obstructed(List<Obstacle> obstacles) implements Outcome {}

    private Catalogs(List<BusinessObject> shipped, OverlayStore overlays, SchemaSync schema, Catalog first) {
        this.shipped = List.copyOf(shipped);
        this.overlays = overlays;
        this.schema = schema;
        this.live = new LiveCatalog(first);
    }

    /** Builds the catalog and brings the database to it; whatever is in the way is loud. */
    public static Catalogs start(List<BusinessObject> shipped, OverlayStore overlays, SchemaSync schema) {
        Catalog catalog = valid(Catalog.build(shipped, overlays.load()));
        if (schema.bringTo(catalog) instanceof SchemaSync.Obstructed(List<Obstacle> obstacles)) {
            throw new SchemaObstructed(obstacles);
        }
        return new Catalogs(shipped, overlays, schema, catalog);
    }

    public LiveCatalog live() {
        return live;
    }

    /**
     * Changes what is in force. The database comes first: a column that nobody knows yet harms nobody, the other way
     * round would.
     *
     * @param user who changes it
     */
    public Outcome change(@Nullable Long user, UnaryOperator<Overlay> change) {
        return change(user, "", change);
    }

    /** The same, with a word on what it is for. */
    public Outcome change(@Nullable Long user, String note, UnaryOperator<Overlay> change) {
        while (true) {
            Overlay current = overlays.load();
            Overlay wished = change.apply(current);
            Overlay next = wished.atVersion(current.version() + 1);
            switch (Catalog.build(shipped, next)) {
                case Catalog.Faulty(List<Fault> faults) -> {
                    return new Faulty(faults);
                }
                case Catalog.Valid(Catalog catalog) -> {
                    if (schema.bringTo(catalog) instanceof SchemaSync.Obstructed(List<Obstacle> obstacles)) {
                        return new Obstructed(obstacles);
                    }
                    if (overlays.save(next, user, note)) {
                        swap(catalog);
                        return new Changed(catalog);
                    }
                    // what we took for forgotten may be what the other node was just making
                    schema.bringTo(at(overlays.load()));
                }
            }
        }
    }

    /** Removes the columns and tables of what was deleted long ago. Safe to run twice, and on several nodes. */
    public void forget() {
        schema.remove(Removal.of(overlays.load()));
    }

    /** Takes over what another node has changed, if anything. */
    public void follow() {
        if (overlays.version() > live.current().version()) {
            swap(at(overlays.load()));
        }
    }

    /** Never back to an older one, when a change of our own and one of another node meet. */
    private synchronized void swap(Catalog next) {
        if (next.version() > live.current().version()) {
            live.swap(next);
        }
    }

    /** The catalog under an overlay that may make no sense. */
    public Catalog.Result build(Overlay overlay) {
        return Catalog.build(shipped, overlay);
    }

    /** The catalog as it is, was or will be under this overlay, which is known to be sound. */
    public Catalog at(Overlay overlay) {
        return valid(Catalog.build(shipped, overlay));
    }

    private static Catalog valid(Catalog.Result result) {
        return switch (result) {
            case Catalog.Valid(Catalog catalog) -> catalog;
            case Catalog.Faulty(List<Fault> faults) ->
                throw new IllegalStateException("The catalog is faulty: " + faults);
        };
    }
}
