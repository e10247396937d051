package hengke.kernel.duplicates;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.duplicates.ScanLog.Scan;
import hengke.kernel.merging.Merge;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.query.Alias;
import hengke.kernel.settings.Settings;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/** Searches again at the hour the company has chosen, where anything has changed since the last search. */
final class NightlySearch {
    private final DSLContext database;
    private final LiveCatalog catalog;
    private final DuplicateScan scan;
    private final Settings settings;
    private final Supplier<Organisation> organisation;
    private final Clock clock;

    NightlySearch(
            DSLContext database,
            LiveCatalog catalog,
            DuplicateScan scan,
            Settings settings,
            Supplier<Organisation> organisation,
            Clock clock) {
        this.database = database;
        this.catalog = catalog;
        this.scan = scan;
        this.settings = settings;
        this.organisation = organisation;
        this.clock = clock;
    }

    /** Asked every hour. */
    void run() {
        int hour =
                clock.instant().atZone(organisation.get().company().timeZone()).getHour();
        if (settings.get(DuplicateSettings.NIGHTLY).equals(Integer.toString(hour))) {
            catalog.current().objects().stream()
                    .filter(Merge::mergeable)
                    .filter(this::changed)
                    .forEach(object -> scan.start(Actor.SYSTEM, object));
        }
    }

    private boolean changed(ObjectDefinition object) {
        Optional<Scan> last = ScanLog.find(database, object);
        Alias row = Alias.of(object);
        var since = row.living();
        return database.fetchExists(
                row.table(),
                last.filter(each -> each.status().equals("done"))
                        .map(each -> since.and(row.column(SystemFields.UPDATED_AT)
                                .coerce(Instant.class)
                                .gt(each.startedAt())))
                        .orElse(since));
    }
}
