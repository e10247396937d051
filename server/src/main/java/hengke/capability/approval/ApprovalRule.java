package hengke.capability.approval;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * While a record waits for approval nobody changes it or its lines, by whatever way; what is changed afterwards has to be
 * approved anew; and what needs an approval is not done without. Only approvals themselves write how far they are.
 */
@Component
@Order(5)
final class ApprovalRule implements Rule {
    private final LiveCatalog live;
    private final Templates templates;
    private final Approvables approvables;

    ApprovalRule(LiveCatalog live, Templates templates, Approvables approvables) {
        this.live = live;
        this.templates = templates;
        this.approvables = approvables;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Approved.class) || parent(object) != null;
    }

    private @Nullable ObjectDefinition parent(ObjectDefinition line) {
        return live.current().objects().stream()
                .filter(object -> object.has(Approved.class)
                        && approvables.of(object).map(Approvable::coversLines).orElse(true))
                .filter(object -> live.current().lines(object).stream()
                        .anyMatch(kind -> kind.object().name().equals(line.name())))
                .findFirst()
                .orElse(null);
    }

    private static boolean own(Batch batch) {
        return batch.caller().unlimited() && batch.caller().through().equals(RecordState.THROUGH);
    }

    @Override
    public void before(Batch batch) {
        if (own(batch)) {
            return;
        }
        if (batch.object().has(Approved.class)) {
            records(batch);
        }
        ObjectDefinition parent = parent(batch.object());
        if (parent != null) {
            lines(batch, parent);
        }
    }

    private void records(Batch batch) {
        ObjectDefinition object = batch.object();
        Approvable known = approvables.of(object).orElse(null);
        Set<Field<?>> stages = known == null ? Set.of() : known.stages();
        for (Edit edit : batch.open()) {
            String state = edit.before().get(Approved.APPROVAL);
            boolean outdating = batch.caller().unlimited()
                    && Approved.OUTDATED.equals(edit.after().get(Approved.APPROVAL));
            if (!outdating) {
                edit.set(Approved.APPROVAL, state);
            }
            boolean changes = edit.action() == Action.UPDATE && changesContent(object, edit, stages);
            boolean moves = edit.action() == Action.UPDATE && stages.stream().anyMatch(edit::changes);
            if (Approved.PENDING.equals(state) && (changes || moves || edit.action() == Action.DELETE)) {
                edit.refuse(locked(object));
            } else if (Approved.RETURNED.equals(state) && edit.action() == Action.DELETE) {
                edit.refuse(new Refusal.Conflict("underWay", Message.of("approval.withdrawFirst"), Map.of()));
            } else if (Approved.APPROVED.equals(state) && changes) {
                edit.set(Approved.APPROVAL, Approved.OUTDATED);
            }
        }
        if (known != null) {
            binding(batch, known);
        }
    }

    private static Refusal locked(ObjectDefinition object) {
        return new Refusal.Locked(Message.of("approval.locked", object.label()));
    }

    private static boolean changesContent(ObjectDefinition object, Edit edit, Set<Field<?>> stages) {
        return edit.changed(object).stream().anyMatch(field -> Snapshot.content(field) && !stages.contains(field));
    }

    /** What is done with a record as it is stored is decided by it as it is stored; what is made anew, after it is. */
    private void binding(Batch batch, Approvable known) {
        for (Edit edit : batch.open()) {
            if (needs(edit, known)
                    && edit.action() == Action.UPDATE
                    && templates
                            .applying(
                                    batch.database(),
                                    batch.object(),
                                    edit.before().id())
                            .isPresent()) {
                edit.refuse(needed(batch.object()));
            }
        }
    }

    private static boolean needs(Edit edit, Approvable known) {
        return (edit.action() == Action.CREATE || edit.action() == Action.UPDATE)
                && known.binds(edit.before(), edit.after())
                && !Approved.APPROVED.equals(edit.after().get(Approved.APPROVAL));
    }

    private static Refusal needed(ObjectDefinition object) {
        return new Refusal.Conflict("needsApproval", Message.of("approval.needed", object.label()), Map.of());
    }

    @Override
    public void after(Batch batch) {
        if (own(batch)) {
            return;
        }
        Approvable known = approvables.of(batch.object()).orElse(null);
        if (known != null && batch.object().has(Approved.class)) {
            for (Edit edit : batch.open()) {
                boolean anew = edit.action() == Action.CREATE || changesContent(batch.object(), edit, known.stages());
                if (needs(edit, known)
                        && anew
                        && templates
                                .applying(
                                        batch.database(),
                                        batch.object(),
                                        edit.after().id())
                                .isPresent()) {
                    throw needed(batch.object());
                }
            }
        }
        ObjectDefinition parent = parent(batch.object());
        if (parent != null) {
            outdate(batch, parent);
        }
    }

    private void lines(Batch batch, ObjectDefinition parent) {
        Map<Long, String> states = statesOf(batch, parent);
        for (Edit edit : batch.open()) {
            if (touches(batch.object(), edit)
                    && its(batch, parent, edit).anyMatch(id -> Approved.PENDING.equals(states.get(id)))) {
                edit.refuse(locked(parent));
            }
        }
    }

    private static boolean touches(ObjectDefinition line, Edit edit) {
        return edit.action() != Action.UPDATE || edit.changed(line).stream().anyMatch(Snapshot::content);
    }

    /** The records a line belongs to, before and after. */
    private Stream<Long> its(Batch batch, ObjectDefinition parent, Edit edit) {
        Field<?> reference = live.current().lines(parent).stream()
                .filter(kind -> kind.object().name().equals(batch.object().name()))
                .map(Catalog.Child::reference)
                .findFirst()
                .orElseThrow();
        return Stream.of(edit.before(), edit.after())
                .map((Row row) -> row.get(reference))
                .filter(Long.class::isInstance)
                .map(Long.class::cast)
                .distinct();
    }

    /** Held, so that nobody submits a record whose lines are being written. */
    private Map<Long, String> statesOf(Batch batch, ObjectDefinition parent) {
        Long[] ids = batch.open().stream()
                .flatMap(edit -> its(batch, parent, edit))
                .distinct()
                .toArray(Long[]::new);
        Map<Long, String> states = new HashMap<>();
        if (ids.length > 0) {
            var id = field(name("id"), SQLDataType.BIGINT);
            var state = field(name(Approved.APPROVAL.column()), SQLDataType.CLOB);
            batch.database()
                    .select(id, state)
                    .from(table(name(parent.table())))
                    .where(id.eq(DSL.any(ids)))
                    .orderBy(id)
                    .forNoKeyUpdate()
                    .fetch()
                    .forEach(row -> states.put(
                            Objects.requireNonNull(row.value1()), Objects.requireNonNullElse(row.value2(), "")));
        }
        return states;
    }

    private void outdate(Batch batch, ObjectDefinition parent) {
        Map<Long, String> states = statesOf(batch, parent);
        List<Draft> drafts = batch.open().stream()
                .filter(edit -> touches(batch.object(), edit))
                .flatMap(edit -> its(batch, parent, edit))
                .distinct()
                .filter(id -> Approved.APPROVED.equals(states.get(id)))
                .sorted()
                .map(id -> Draft.update(id, null, Map.of(Approved.APPROVAL, Approved.OUTDATED)))
                .toList();
        if (!drafts.isEmpty()) {
            batch.nested().write(parent, drafts);
        }
    }
}
