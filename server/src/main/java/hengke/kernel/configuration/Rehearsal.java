package hengke.kernel.configuration;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Overlay;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Many changes one after the other, made in thought only; what came of them can then be kept as a draft. */
public final class Rehearsal implements Place {
    private final Place stage;
    private final Overlay begun;
    private Overlay overlay;

    public Rehearsal(Place stage) {
        this.stage = stage;
        this.begun = stage.overlay();
        this.overlay = begun;
    }

    /** What it was begun from. */
    public Overlay begun() {
        return begun;
    }

    @Override
    public Overlay overlay() {
        return overlay;
    }

    @Override
    public Catalog at(Overlay other) {
        return stage.at(other);
    }

    @Override
    public Catalog make(Actor by, @Nullable Long seen, BiFunction<Overlay, Catalog, Overlay> change) {
        Overlay next = change.apply(overlay, stage.at(overlay));
        Catalog catalog = stage.at(next);
        overlay = next;
        return catalog;
    }
}
