package hengke.kernel.configuration;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Overlay;
import hengke.kernel.metadata.OwnObject;
import hengke.kernel.metadata.OwnObject.Retirement;
import hengke.kernel.metadata.RetiredField;
import hengke.kernel.schema.Catalogs;
import hengke.kernel.schema.OverlayStore;
import java.time.Clock;
import java.time.Instant;

/**
 * Removes the values of own fields, and the records of own objects, that were deleted long ago. It is first written down
 * that they cannot come back, then they go; so whoever restores at the same moment wins or is told, and a kill in between
 * leaves nothing undone.
 */
public final class ForgetRetired {
    private final CatalogChanges changes;
    private final Catalogs catalogs;
    private final OverlayStore overlays;
    private final Clock clock;

    ForgetRetired(CatalogChanges changes, Catalogs catalogs, OverlayStore overlays, Clock clock) {
        this.changes = changes;
        this.catalogs = catalogs;
        this.overlays = overlays;
        this.clock = clock;
    }

    /** Safe to run twice, and on several nodes. */
    public void run() {
        Instant now = clock.instant();
        Overlay present = overlays.load();
        if (!given(present, now).equals(present)) {
            changes.make(Actor.SYSTEM, null, (overlay, _) -> given(overlay, now));
        }
        catalogs.forget();
    }

    /** With everything given up whose time is over. */
    static Overlay given(Overlay overlay, Instant now) {
        Overlay next = overlay.withRetired(overlay.retired().stream()
                .map(field -> field.until().isAfter(now) || field.dropped() ? field : field.withoutValues())
                .toList());
        for (OwnObject object : overlay.own()) {
            Retirement retired = object.retired();
            if (retired != null
                    && !retired.dropped()
                    && !retired.at().plus(RetiredField.KEPT).isAfter(now)) {
                next = next.with(object.retired(new Retirement(retired.at(), retired.by(), true)));
            }
        }
        return next;
    }
}
