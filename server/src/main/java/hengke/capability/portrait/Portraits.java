package hengke.capability.portrait;

import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.DerivedUpdate;
import hengke.kernel.settings.SettingValues;
import hengke.kernel.settings.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * Writes what portraits say: of a few records after something happened with them, and of all every night, because ages
 * grow. Both are the same statement, and only rows that say something else are written. They are no changes of the
 * record: no version, no history.
 */
@Component
public final class Portraits {
    /** Any number that no other advisory lock of the product begins with. */
    private static final int LOCK = 730;

    private static final long RANGE = 20_000;
    private static final List<String> RECKONED = Stream.of(
                    Portrayed.ACTIVITY, Portrayed.TREND, Portrayed.HEALTH, Portrayed.HEALTH_LEVEL)
            .map(Field::column)
            .toList();
    private static final org.jooq.Field<Long> ID = DSL.field(DSL.name("id"), SQLDataType.BIGINT);

    private final ActivityScore activity;
    private final Health health;
    private final LiveCatalog catalog;
    private final LiveOrganisation organisation;
    private final DSLContext database;
    private final Clock clock;

    Portraits(
            ActivityScore activity,
            Health health,
            LiveCatalog catalog,
            LiveOrganisation organisation,
            DSLContext database,
            Clock clock) {
        this.activity = activity;
        this.health = health;
        this.catalog = catalog;
        this.organisation = organisation;
        this.database = database;
        this.clock = clock;
    }

    /** Reckons all of them anew, range by range, each in a transaction of its own; answers how many rows have changed. */
    public int run() {
        int changed = 0;
        for (ObjectDefinition object : objects()) {
            Record2<Long, Long> ends = database.select(DSL.min(ID), DSL.max(ID))
                    .from(DSL.table(DSL.name(object.table())))
                    .fetchSingle();
            if (ends.value1() != null && ends.value2() != null) {
                for (long from = ends.value1(); from <= ends.value2(); from += RANGE) {
                    changed += range(object, from, from + RANGE - 1);
                }
            }
        }
        return changed;
    }

    int range(ObjectDefinition object, long from, long until) {
        return database.transactionResult(
                transaction -> refresh(transaction.dsl(), object, new Subjects.Range(from, until)));
    }

    /** Is there one that was never reckoned, as after an upgrade? */
    boolean unreckoned() {
        return objects().stream()
                .anyMatch(object -> database.fetchExists(DSL.selectOne()
                        .from(DSL.table(DSL.name(object.table())))
                        .where(DSL.field(DSL.name("deleted_at")).isNull())
                        .and(DSL.field(DSL.name(Portrayed.ACTIVITY.column())).isNull())));
    }

    List<ObjectDefinition> objects() {
        return catalog.current().objects().stream()
                .filter(object -> object.has(Portrayed.class))
                .toList();
    }

    Today today() {
        ZoneId zone = organisation.get().company().timeZone();
        return new Today(LocalDate.ofInstant(clock.instant(), zone), zone);
    }

    /**
     * Reckons these anew, in one statement; answers how many rows have changed. One at a time, for whoever comes second
     * must see what was there when the first had done: otherwise a long run would lay what it read over what is newer.
     */
    int refresh(DSLContext transaction, ObjectDefinition object, Subjects those) {
        transaction.fetch("select pg_advisory_xact_lock({0}, hashtext({1}))", DSL.inline(LOCK), DSL.val(object.name()));
        SettingValues settings = Settings.open(transaction);
        Today today = today();
        return DerivedUpdate.write(
                transaction,
                object,
                health.reckon(object, those, today, settings, activity.reckon(object, those, today, settings)),
                RECKONED,
                null,
                those::among);
    }
}
