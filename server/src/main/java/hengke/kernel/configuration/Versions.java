package hengke.kernel.configuration;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Difference;
import hengke.kernel.metadata.Overlay;
import hengke.kernel.metadata.OverlayParts;
import hengke.kernel.metadata.OverlayParts.Conflicting;
import hengke.kernel.metadata.OverlayParts.Merged;
import hengke.kernel.metadata.OverlayParts.Together;
import hengke.kernel.metadata.Rollback;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.schema.OverlayStore;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The versions of objects and fields. A draft is begun from what is in force, or to go back to an earlier version; its
 * impact is looked at; published, it is the next version. Others may have published meanwhile: what they changed stays,
 * and what both changed is a conflict.
 */
public final class Versions {
    private static final int PAGE = 30;

    private final CatalogChanges live;
    private final OverlayStore overlays;
    private final Drafts drafts;
    private final ImpactOf impacts;
    private final Clock clock;

    /** A version as it was made: by whom, when, and what it changed. */
    public record Made(OverlayStore.Version version, List<Difference> differences, Catalog catalog) {}

    Versions(CatalogChanges live, OverlayStore overlays, Drafts drafts, ImpactOf impacts, Clock clock) {
        this.live = live;
        this.overlays = overlays;
        this.drafts = drafts;
        this.impacts = impacts;
        this.clock = clock;
    }

    /** Where to make changes: in a draft, or, without one, in what is in force. */
    public Place place(@Nullable Long draft) {
        return draft == null ? live : new DraftChanges(drafts, live, draft);
    }

    /** Newest first, those before {@code before}. */
    public List<Made> history(@Nullable Long before) {
        List<Made> made = new ArrayList<>();
        List<OverlayStore.Version> versions = overlays.versions(before, PAGE);
        for (OverlayStore.Version version : versions) {
            Overlay then = overlays.load(version.version());
            Overlay earlier = overlays.load(version.version() - 1);
            made.add(new Made(version, Difference.between(earlier, then), live.at(then)));
        }
        return made;
    }

    public List<Draft> drafts() {
        return drafts.all();
    }

    public Draft draft(long id) {
        return drafts.find(id).orElseThrow(Refusal.NotFound::new);
    }

    /** Begins a draft from what is in force. */
    public long begin(Actor by, String name) {
        Overlay present = overlays.load();
        return drafts.add(name, present.version(), present, by.user());
    }

    /** Begins a draft that goes back to an earlier version, losing nothing. */
    public long beginBackTo(Actor by, String name, long version) {
        Overlay present = overlays.load();
        if (version < Overlay.NONE.version() || version >= present.version()) {
            throw new Refusal.NotFound();
        }
        Overlay earlier = overlays.load(version);
        Overlay back = new Rollback(
                        live.at(present), present, earlier, clock.instant().truncatedTo(ChronoUnit.MILLIS), by.user())
                .overlay();
        live.sound(back);
        return drafts.add(name, present.version(), back, by.user());
    }

    /** Keeps as a draft what was made elsewhere. */
    public long keep(Actor by, String name, Overlay base, Overlay wished) {
        return drafts.add(name, base.version(), wished, by.user());
    }

    public void discard(long id) {
        if (!drafts.delete(id)) {
            throw new Refusal.NotFound();
        }
    }

    /** What would happen if it were published now. */
    public Impact impact(Draft draft) {
        Overlay present = overlays.load();
        Catalog before = live.at(present);
        return switch (merge(draft, present)) {
            case Conflicting(var parts) -> new Impact(List.of(), List.of(), parts, before, before);
            case Together(Overlay next) -> impacts.of(present, before, next, live.sound(next));
        };
    }

    /** Puts a draft in force, unless data or other people's changes stand against it; nothing is done half-way. */
    public Catalog publish(Actor by, long id, String note) {
        Draft draft = draft(id);
        Catalog catalog = live.make(by, null, note.isEmpty() ? draft.name() : note, (present, before) -> {
            Overlay next = switch (merge(draft, present)) {
                case Conflicting(var parts) ->
                    throw new Refusal.Conflict(
                            "conflicts",
                            Message.of("catalog.conflicts", parts.size()),
                            Map.of("version", present.version()));
                case Together(Overlay together) -> together;
            };
            Impact impact = impacts.of(present, before, next, live.sound(next));
            if (!impact.faults().isEmpty()) {
                throw new Refusal.Invalid(impact.faults());
            }
            return next;
        });
        drafts.delete(id);
        return catalog;
    }

    private Merged merge(Draft draft, Overlay present) {
        return OverlayParts.merge(overlays.load(draft.base()), draft.overlay(), present);
    }
}
