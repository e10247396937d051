package hengke.kernel.records;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import hengke.kernel.access.Access;
import hengke.kernel.database.Database;
import hengke.kernel.files.FilePlace;
import hengke.kernel.files.StoredFiles;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.money.LiveRates;
import hengke.kernel.query.Aggregates;
import hengke.kernel.query.CompanyClock;
import hengke.kernel.query.Pages;
import hengke.kernel.settings.SettingChanges;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.function.LongConsumer;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts reading and writing together. */
@Configuration(proxyBeanMethods = false)
class RecordsConfiguration {
    @Bean
    Rights rights(Access access, LiveOrganisation organisation) {
        return new AccessRights(access, organisation::get);
    }

    @Bean
    Writer writer(
            DSLContext database,
            Database server,
            LiveCatalog catalog,
            Rights rights,
            ObjectProvider<Rule> rules,
            LiveRates rates,
            Clock clock) {
        DSLContext apart = DSL.using(server.apart(), SQLDialect.POSTGRES);
        return new Writer(
                database, apart, catalog, rights, rules.orderedStream().toList(), rates, clock);
    }

    @Bean
    CompanyClock companyClock(DSLContext database, Clock clock, LiveOrganisation organisation) {
        CompanyClock company =
                new CompanyClock(clock, () -> organisation.get().company().timeZone());
        company.governs(database);
        return company;
    }

    @Bean
    NumberRules numberRules(
            DSLContext database, LiveCatalog catalog, ObjectProvider<SettingChanges> changes, Clock clock) {
        return new NumberRules(database, catalog, changes::getObject, clock);
    }

    @Bean
    DraftReader draftReader(LiveCatalog catalog, Rights rights) {
        return new DraftReader(catalog, rights);
    }

    @Bean
    Upsert upsert(Writer writer, Access access, DraftReader drafts) {
        return new Upsert(writer, access, drafts);
    }

    @Bean
    Commands commands(
            Writer writer,
            Access access,
            Rights rights,
            Clock clock,
            ObjectProvider<Command> commands,
            ObjectProvider<ActsByItself> byItself) {
        return new Commands(
                writer,
                access,
                rights,
                clock,
                commands.orderedStream().toList(),
                byItself.orderedStream().toList());
    }

    @Bean
    Undo undo(DSLContext database, Writer writer, Rights rights, ObjectProvider<AlsoUndone> besides) {
        return new Undo(database, writer, rights, besides.orderedStream().toList());
    }

    @Bean
    RecycleBin recycleBin(
            DSLContext database,
            LiveCatalog catalog,
            StoredFiles files,
            ObjectProvider<FilePlace> places,
            Clock clock) {
        LongConsumer remove = file -> {
            if (places.stream().noneMatch(place -> place.holds(file))) {
                files.remove(file);
            }
        };
        return new RecycleBin(database, catalog, remove, clock);
    }

    @Bean
    SettingGroup recycleSettings() {
        return RecycleSettings.GROUP;
    }

    @Bean
    RecurringTask<Void> emptyRecycleBin(RecycleBin bin, Settings settings) {
        return Tasks.recurring("empty-recycle-bin", Schedules.daily(LocalTime.of(3, 0)))
                .execute((_, _) -> bin.empty(Duration.ofDays(settings.get(RecycleSettings.DAYS))));
    }

    @Bean
    Aggregates aggregates(DSLContext database) {
        return new Aggregates(database);
    }

    @Bean
    Pages recordPages(DSLContext database) {
        return new Pages(database);
    }
}
