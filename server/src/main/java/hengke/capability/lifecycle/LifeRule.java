package hengke.capability.lifecycle;

import hengke.capability.worth.PurchaseSources;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Operation;
import hengke.kernel.records.Rule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Notes every move of the status, and tells the stage anew where one counts. A new record is a customer from today: that
 * needs no question to the database.
 */
@Component
final class LifeRule implements Rule {
    private final KeepLife life;
    private final PurchaseSources sources;
    private final LiveOrganisation organisation;
    private final Clock clock;

    LifeRule(KeepLife life, PurchaseSources sources, LiveOrganisation organisation, Clock clock) {
        this.life = life;
        this.sources = sources;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(LifeCycle.class);
    }

    @Override
    public void before(Batch batch) {
        LocalDate today = LocalDate.ofInstant(
                clock.instant(), organisation.get().company().timeZone());
        for (Edit edit : batch.open()) {
            if (edit.action() == Action.CREATE) {
                edit.set(LifeCycle.STAGE, Step.CUSTOMER.value());
                edit.set(LifeCycle.SINCE, today);
                edit.set(Step.CUSTOMER.day(), today);
            }
        }
    }

    @Override
    public void after(Batch batch) {
        LifeCycle cycle = KeepLife.cycle(batch.object()).orElseThrow();
        boolean undo = batch.operation().kind() == Operation.Kind.UNDO;
        List<Edit> moved = batch.open().stream()
                .filter(edit -> edit.action() != Action.DELETE && edit.changes(cycle.status()))
                .toList();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LifeMoves.append(
                batch.database(),
                batch.object(),
                batch.operation().id(),
                at,
                moved.stream()
                        .map(edit -> new LifeMoves.Move(
                                edit.after().id(),
                                edit.before().get(cycle.status()),
                                edit.after().get(cycle.status()),
                                undo && edit.action() == Action.UPDATE))
                        .toList());
        boolean byHand = !sources.of(batch.object()).decided();
        List<Edit> counting = moved.stream()
                .filter(edit -> touches(edit, cycle, cycle.lost()) || byHand && touches(edit, cycle, cycle.won()))
                .toList();
        if (!counting.isEmpty()) {
            tell(batch, cycle, counting);
        }
    }

    private static boolean touches(Edit edit, LifeCycle cycle, String value) {
        return value.equals(edit.before().get(cycle.status()))
                || value.equals(edit.after().get(cycle.status()));
    }

    /** Whoever saved is answered with the stage of now. */
    private void tell(Batch batch, LifeCycle cycle, List<Edit> edits) {
        Map<Long, Edit> byId =
                edits.stream().collect(Collectors.toMap(edit -> edit.after().id(), Function.identity()));
        Long[] ids = byId.keySet().toArray(Long[]::new);
        life.write(batch.database(), batch.object(), cycle, id -> id.eq(DSL.any(ids)));
        new Pages(batch.database())
                .byIds(batch.object(), Visibility.EVERYTHING, byId.keySet(), LifeCycle.TOLD)
                .forEach(row ->
                        LifeCycle.TOLD.forEach(field -> copy(field, row, Objects.requireNonNull(byId.get(row.id())))));
    }

    private static <T> void copy(Field<T> field, Row from, Edit edit) {
        edit.set(field, from.get(field));
    }
}
