package hengke.kernel.duplicates;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import hengke.kernel.access.Access;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.jobs.Background;
import hengke.kernel.merging.MergePreview;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.query.Pages;
import hengke.kernel.records.Commands;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the search for duplicates together. */
@Configuration(proxyBeanMethods = false)
class DuplicatesConfiguration {
    private static final TaskDescriptor<Void> TASK = TaskDescriptor.of("duplicates");

    @Bean
    SettingGroup duplicateSettings() {
        return DuplicateSettings.GROUP;
    }

    @Bean
    DuplicateScan duplicateScan(DSLContext database, LiveCatalog catalog, Settings settings, Background background) {
        return new DuplicateScan(
                database,
                catalog,
                settings,
                (object, round) -> background.promise(TASK, object + ":" + round, Duration.ZERO));
    }

    @Bean
    DuplicateSearch duplicateSearch(DSLContext database, LiveCatalog catalog, Access access) {
        return new DuplicateSearch(database, catalog, access);
    }

    @Bean
    FormerNames formerNames() {
        return new FormerNames();
    }

    @Bean
    DuplicateGroups duplicateGroups(DSLContext database, Access access, Pages pages) {
        return new DuplicateGroups(database, access, pages);
    }

    @Bean
    IgnoredPairs ignoredPairs(DSLContext database, Access access) {
        return new IgnoredPairs(database, access);
    }

    @Bean
    NightlySearch nightlySearch(
            DSLContext database,
            LiveCatalog catalog,
            DuplicateScan scan,
            Settings settings,
            LiveOrganisation organisation,
            Clock clock) {
        return new NightlySearch(database, catalog, scan, settings, organisation::get, clock);
    }

    /** A little after each full hour, so that the chosen one of every time zone is met. */
    @Bean
    RecurringTask<Void> nightlyDuplicatesTask(NightlySearch nightly) {
        return Tasks.recurring("nightly-duplicates", Schedules.cron("0 5 * * * *"))
                .execute((_, _) -> nightly.run());
    }

    @Bean
    CertainGroups certainGroups(DuplicateGroups groups, MergePreview preview, Commands commands, Settings settings) {
        return new CertainGroups(groups, preview, commands, settings);
    }

    @Bean
    TwinsAfterMerge twinsAfterMerge(LiveCatalog catalog, Access access, Pages pages, Settings settings) {
        return new TwinsAfterMerge(catalog, access, pages, settings);
    }

    @Bean
    WhomToAsk whomToAsk(Pages pages, LiveOrganisation organisation, Settings settings) {
        return new WhomToAsk(pages, organisation::get, settings);
    }

    @Bean
    OneTimeTask<Void> duplicatesTask(DuplicateScan scan) {
        return Tasks.oneTime(TASK)
                .onFailure(Background.triesAgain(id -> scan.giveUp(object(id), round(id))))
                .execute((task, _) -> scan.run(object(task.getId()), round(task.getId())));
    }

    private static String object(String id) {
        return id.substring(0, id.indexOf(':'));
    }

    private static long round(String id) {
        return Long.parseLong(id.substring(id.indexOf(':') + 1));
    }
}
