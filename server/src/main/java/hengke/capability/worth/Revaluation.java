package hengke.capability.worth;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Alias;
import hengke.kernel.query.InOrder;
import hengke.kernel.records.Writer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes anew what customers are worth: first the cut points over all of them, then range after range of ids, each
 * statement in a transaction of its own, and only rows that differ. Whoever runs it again after a kill, or at the same
 * time, finds less to write. As long as a source is broken nothing is written, and the figures stay as they were.
 */
@Component
public final class Revaluation {
    private static final Logger LOG = LoggerFactory.getLogger(Revaluation.class);
    private static final long RANGE = 20_000;

    private final LiveCatalog catalog;
    private final LiveWorth live;
    private final PurchaseSources sources;
    private final Purchases purchases;
    private final Writer writer;
    private final LiveOrganisation organisation;
    private final List<AfterRevaluation> after;
    private final Clock clock;

    Revaluation(
            LiveCatalog catalog,
            LiveWorth live,
            PurchaseSources sources,
            Purchases purchases,
            Writer writer,
            LiveOrganisation organisation,
            List<AfterRevaluation> after,
            Clock clock) {
        this.catalog = catalog;
        this.live = live;
        this.sources = sources;
        this.purchases = purchases;
        this.writer = writer;
        this.organisation = organisation;
        this.after = List.copyOf(after);
        this.clock = clock;
    }

    /** The objects whose records buy. */
    public List<ObjectDefinition> objects() {
        return catalog.current().objects().stream()
                .filter(object -> object.has(Valued.class))
                .toList();
    }

    /** The day from which one looks back now. */
    public LocalDate day(ObjectDefinition object) {
        LocalDate fixed = live.of(object).day();
        return fixed == null
                ? LocalDate.ofInstant(
                        clock.instant(), organisation.get().company().timeZone())
                : fixed;
    }

    /** Every object's customers, all of them. */
    public void run() {
        live.refresh();
        objects().forEach(this::run);
    }

    /** Those not reckoned since their day began or their definition changed, or whose run was cut short. */
    void catchUp(DSLContext database) {
        for (ObjectDefinition object : objects()) {
            Optional<Cuts> last = Cuts.newest(database, object.name());
            boolean current = last.filter(cuts -> cuts.done()
                            && cuts.day().equals(day(object))
                            && cuts.version() == live.of(object).version())
                    .isPresent();
            if (!current) {
                run(object);
            }
        }
    }

    public void run(ObjectDefinition object) {
        if (broken(object)) {
            return;
        }
        Cuts cuts = writer.inTransaction(transaction -> {
            serialise(transaction, object);
            return cut(transaction, object, live.of(object)).keep(transaction, object.name());
        });
        after.forEach(each -> writer.inTransaction(transaction -> {
            each.begun(transaction, object);
            return each;
        }));
        Alias row = Alias.of(object);
        var range = writer.inTransaction(transaction -> transaction
                .select(min(row.id()), max(row.id()))
                .from(row.table())
                .fetchSingle());
        Long first = range.value1();
        Long last = range.value2();
        if (first != null && last != null) {
            for (long from = first; from <= last; from += RANGE) {
                long start = from;
                range(object, id -> id.between(start, start + RANGE - 1));
            }
        }
        writer.inTransaction(transaction -> {
            cuts.done(transaction, clock.instant());
            return cuts;
        });
    }

    /**
     * The figures and what others tell from them, each in a transaction of its own: so none goes back to ids before those
     * it has locked. A run that ends between them is begun again.
     */
    private void range(ObjectDefinition object, Function<Field<Long>, Condition> which) {
        writer.inTransaction(transaction -> write(transaction, object, which));
        after.forEach(each -> writer.inTransaction(transaction -> {
            serialise(transaction, object);
            each.revalued(transaction, object, which);
            return each;
        }));
    }

    /** Only these, by the cut points of the last run. */
    int refresh(DSLContext within, ObjectDefinition object, Collection<Long> ids) {
        if (ids.isEmpty() || broken(object)) {
            return 0;
        }
        serialise(within, object);
        Function<Field<Long>, Condition> which = id -> id.eq(DSL.any(ids.toArray(Long[]::new)));
        InOrder.lock(within, object.table(), which.apply(DSL.field(DSL.name("id"), Long.class)));
        int written = write(within, object, which);
        after.forEach(each -> each.revalued(within, object, which));
        return written;
    }

    private boolean broken(ObjectDefinition object) {
        List<PurchaseSources.Broken> broken = sources.of(object).broken();
        broken.forEach(each -> LOG.warn(
                "The worth of {} is not told as long as the source {} is broken",
                object.name(),
                each.source().object()));
        return !broken.isEmpty();
    }

    /** The cut points that would hold under a definition. */
    Cuts cut(DSLContext within, ObjectDefinition object, WorthDefinition definition) {
        LocalDate day = definition.day() == null ? today() : definition.day();
        return new CutQuery(definition, day)
                .run(
                        within,
                        purchases(object, definition, day),
                        living(object),
                        clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Every deal that counts under a definition. */
    Table<?> purchases(ObjectDefinition object, WorthDefinition definition, LocalDate day) {
        return purchases.of(
                sources.resolve(catalog.current(), object, definition).bound(),
                _ -> DSL.noCondition(),
                Purchases.ALL,
                day);
    }

    static Table<?> living(ObjectDefinition object) {
        Alias row = Alias.of(object);
        return DSL.select(row.id().as("id"))
                .from(row.table())
                .where(row.living())
                .asTable("c");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), organisation.get().company().timeZone());
    }

    private int write(DSLContext within, ObjectDefinition object, Function<Field<Long>, Condition> which) {
        serialise(within, object);
        WorthDefinition definition = live.of(object);
        LocalDate day = day(object);
        Cuts cuts = Cuts.newest(within, object.name()).orElse(null);
        boolean told = !sources.of(object).bound().isEmpty();
        return new ValuedUpdate(object, organisation.get().company().currency(), told)
                .run(
                        within,
                        Figures.whole(purchases.of(object, which, day), day, definition.before(day)),
                        Scores.of(definition, cuts),
                        which);
    }

    /** One after the other, so that nobody writes what he saw before another one's change over what came of it. */
    private static void serialise(DSLContext within, ObjectDefinition object) {
        within.fetch("select pg_advisory_xact_lock(hashtextextended('worth ' || ?, 0))", object.name());
    }
}
