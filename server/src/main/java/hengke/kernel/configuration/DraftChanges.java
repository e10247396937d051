package hengke.kernel.configuration;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Overlay;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Changes of one draft: the same checks as for what is in force, but nothing is in force and no table is touched. */
record DraftChanges(Drafts drafts, CatalogChanges live, long id) implements Place {
    @Override
    public Overlay overlay() {
        return draft().overlay();
    }

    @Override
    public Catalog at(Overlay overlay) {
        return live.at(overlay);
    }

    @Override
    public Catalog make(Actor by, @Nullable Long seen, BiFunction<Overlay, Catalog, Overlay> change) {
        Draft draft = draft();
        Overlay present = draft.overlay();
        if (seen != null && seen != present.version()) {
            throw stale(present.version());
        }
        Overlay next = change.apply(present, at(present)).atVersion(present.version() + 1);
        Catalog catalog = live.sound(next);
        if (!drafts.save(draft, next)) {
            throw stale(draft().overlay().version());
        }
        return catalog;
    }

    private Draft draft() {
        return drafts.find(id).orElseThrow(Refusal.NotFound::new);
    }

    private static Refusal stale(long version) {
        return new Refusal.Conflict("stale", Message.of("catalog.stale"), Map.of("version", version));
    }
}
