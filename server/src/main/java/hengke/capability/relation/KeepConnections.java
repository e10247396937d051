package hengke.capability.relation;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps connections in order: read from the other end by the opposite kind, never of something with itself, never said
 * twice. Where the product itself turns one upon itself, as a merge does, it goes away.
 */
@Component
final class KeepConnections implements Rule {

    /** What one connection says, whichever end it is read from. */
    private record Said(long low, long high, String kind) {
        static @Nullable Said of(Connects connects, Edit edit) {
            Long from = edit.after().get(connects.from());
            Long to = edit.after().get(connects.to());
            String kind = edit.after().get(connects.kind());
            return from == null || to == null || kind == null ? null : of(connects, from, to, kind);
        }

        static Said of(Connects connects, long from, long to, String kind) {
            return from <= to ? new Said(from, to, kind) : new Said(to, from, connects.opposite(kind));
        }
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Connects.class);
    }

    @Override
    public void before(Batch batch) {
        Connects connects = Connects.of(batch.object()).orElseThrow();
        List<Edit> staying = batch.open().stream()
                .filter(edit -> edit.action() != Action.DELETE)
                .toList();
        for (Edit edit : staying) {
            LocalDate since = edit.after().get(connects.since());
            LocalDate until = edit.after().get(connects.until());
            if (since != null && until != null && until.isBefore(since)) {
                edit.refuse(connects.until(), Message.of("relation.endsBeforeItBegins"));
            }
            if (connects.inverse() != null) {
                complete(connects, connects.inverse(), edit);
                if (!batch.caller().unlimited() && withItself(connects, edit)) {
                    edit.refuse(connects.to(), Message.of("relation.withItself"));
                }
            }
        }
        if (connects.inverse() != null && !batch.caller().unlimited()) {
            lock(batch, connects, staying);
            doubles(batch, connects).forEach(edit -> edit.refuse(connects.kind(), Message.of("relation.saidAlready")));
        }
    }

    @Override
    public void after(Batch batch) {
        Connects connects = Connects.of(batch.object()).orElseThrow();
        if (connects.inverse() == null || !batch.caller().unlimited()) {
            return;
        }
        Set<Edit> needless = new HashSet<>(doubles(batch, connects));
        batch.open().stream()
                .filter(edit -> edit.action() != Action.DELETE && withItself(connects, edit))
                .forEach(needless::add);
        if (!needless.isEmpty()) {
            batch.nested()
                    .write(
                            batch.object(),
                            needless.stream()
                                    .map(edit -> Draft.delete(edit.after().id(), null))
                                    .toList());
        }
    }

    /** Said by hand it stays; otherwise it follows the kind. */
    private static void complete(Connects connects, Field<String> inverse, Edit edit) {
        String kind = edit.after().get(connects.kind());
        boolean said = edit.asked(inverse) && edit.after().get(inverse) != null;
        if (kind != null && !said && edit.changes(connects.kind())) {
            edit.set(inverse, connects.opposite(kind));
        }
    }

    private static boolean withItself(Connects connects, Edit edit) {
        Long from = edit.after().get(connects.from());
        return from != null && from.equals(edit.after().get(connects.to()));
    }

    private static void lock(Batch batch, Connects connects, List<Edit> edits) {
        edits.stream()
                .map(edit -> Said.of(connects, edit))
                .filter(Objects::nonNull)
                .map(said -> Objects.hash(batch.object().name(), said.low(), said.high()))
                .distinct()
                .sorted()
                .forEach(key -> batch.database().fetch("select pg_advisory_xact_lock(729, {0})", DSL.val(key)));
    }

    /** Changes that say what another living record says already, or an earlier one of the batch. */
    private static List<Edit> doubles(Batch batch, Connects connects) {
        List<Edit> saying = batch.open().stream()
                .filter(edit -> edit.action() != Action.DELETE && says(connects, edit))
                .toList();
        if (saying.isEmpty()) {
            return List.of();
        }
        Set<Said> known = others(batch, connects, saying);
        List<Edit> doubles = new ArrayList<>();
        for (Edit edit : saying) {
            Said said = Said.of(connects, edit);
            if (said != null && !known.add(said)) {
                doubles.add(edit);
            }
        }
        return doubles;
    }

    private static boolean says(Connects connects, Edit edit) {
        return edit.action() == Action.RESTORE
                || edit.changes(connects.from())
                || edit.changes(connects.to())
                || edit.changes(connects.kind());
    }

    private static Set<Said> others(Batch batch, Connects connects, List<Edit> saying) {
        org.jooq.Field<Long> id = field(name(SystemFields.ID.column()), SQLDataType.BIGINT);
        org.jooq.Field<Long> from = field(name(connects.from().column()), SQLDataType.BIGINT);
        org.jooq.Field<Long> to = field(name(connects.to().column()), SQLDataType.BIGINT);
        org.jooq.Field<String> kind = field(name(connects.kind().column()), SQLDataType.CLOB);
        Set<Long> own = new HashSet<>();
        Set<Long> ends = new HashSet<>();
        for (Edit edit : saying) {
            Long written = edit.after().get(SystemFields.ID);
            if (written != null) {
                own.add(written);
            }
            Said said = Said.of(connects, edit);
            if (said != null) {
                ends.addAll(List.of(said.low(), said.high()));
            }
        }
        Set<Said> known = new HashSet<>();
        Long[] some = ends.toArray(Long[]::new);
        batch.database()
                .select(id, from, to, kind)
                .from(table(name(batch.object().table())))
                .where(field(name("deleted_at")).isNull())
                .and(from.eq(DSL.any(some)))
                .and(to.eq(DSL.any(some)))
                .forEach(found -> {
                    if (!own.contains(found.value1()) && found.value4() != null) {
                        known.add(Said.of(connects, found.value2(), found.value3(), found.value4()));
                    }
                });
        return known;
    }
}
