package hengke.kernel.configuration;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Overlay;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Where objects and fields are changed: in what is in force, or in a draft of it. */
public interface Place {
    /** As it is there now. */
    Overlay overlay();

    /** The catalog as it would be. */
    Catalog at(Overlay overlay);

    /**
     * Makes a change, all of it or nothing, and answers the new catalog.
     *
     * @param seen the version that its author looked at; null when that does not matter
     * @param change from the overlay and its catalog to the next overlay
     */
    Catalog make(Actor by, @Nullable Long seen, BiFunction<Overlay, Catalog, Overlay> change);
}
