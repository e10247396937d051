package hengke.capability.signing;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Operation;
import hengke.kernel.records.OperationLog;
import hengke.kernel.records.Verdict;
import hengke.kernel.records.Writer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What becomes of a record while and after its paper is signed, by the object's own rules. */
@Component
final class RecordStatus {
    private final Access access;
    private final Writer writer;
    private final LiveCatalog live;
    private final DSLContext database;

    RecordStatus(Access access, Writer writer, LiveCatalog live, DSLContext database) {
        this.access = access;
        this.writer = writer;
        this.live = live;
        this.database = database;
    }

    /** Whoever may change a record may have it signed. */
    void require(DSLContext within, Actor actor, ObjectDefinition object, long id) {
        if (!object.has(Signed.class)
                || !access.reached(within, actor, object, Verb.READ, List.of(id))
                        .contains(id)) {
            throw new Refusal.NotFound();
        }
        if (!access.reached(within, actor, object, Verb.EDIT, List.of(id)).contains(id)) {
            throw new Refusal.Forbidden(Message.of("records.verb.edit", object.label()));
        }
    }

    /** Does its status allow it to be given out now? */
    boolean open(ObjectDefinition object, long id) {
        return object.capability(Signed.class)
                .flatMap(signed -> status(database, object, signed, id)
                        .filter(now -> List.of(signed.open(), signed.out()).contains(now)))
                .isPresent();
    }

    /** Given out, by somebody; refused where its status does not allow that. */
    void out(DSLContext within, Caller caller, ObjectDefinition object, long id) {
        Signed signed = object.capability(Signed.class).orElseThrow(Refusal.NotFound::new);
        String now = status(within, object, signed, id).orElseThrow(Refusal.NotFound::new);
        if (!List.of(signed.open(), signed.out()).contains(now)) {
            throw new Refusal.Conflict("notSignable", Message.of("signing.notNow", object.label()), Map.of());
        }
        if (now.equals(signed.open())) {
            write(within, caller, object, id, Map.of(signed.status(), signed.out()))
                    .ifPresent(refusal -> {
                        throw refusal;
                    });
        }
    }

    /** All have signed: what the rules refuse even so is told, and the signatures stand. */
    Optional<Refusal> complete(DSLContext within, Link about, LocalDate on) {
        return follow(within, about, signed -> {
            Map<Field<?>, @Nullable Object> values = new HashMap<>();
            values.put(signed.status(), signed.complete());
            values.put(signed.on(), on);
            return values;
        });
    }

    /** Nothing came of it. */
    Optional<Refusal> back(DSLContext within, Link about) {
        return follow(within, about, signed -> Map.of(signed.status(), signed.open()));
    }

    private interface Values {
        Map<Field<?>, @Nullable Object> of(Signed signed);
    }

    /** Only where it still waits for that: somebody may have decided otherwise meanwhile. */
    private Optional<Refusal> follow(DSLContext within, Link about, Values values) {
        ObjectDefinition object = live.current().find(about.object()).orElse(null);
        Signed signed = object == null ? null : object.capability(Signed.class).orElse(null);
        if (object == null
                || signed == null
                || status(within, object, signed, about.id())
                        .filter(signed.out()::equals)
                        .isEmpty()) {
            return Optional.empty();
        }
        return write(within, Caller.SYSTEM, object, about.id(), values.of(signed));
    }

    private static Optional<String> status(DSLContext within, ObjectDefinition object, Signed signed, long id) {
        return new Pages(within)
                .byIds(object, Visibility.EVERYTHING, List.of(id), List.of(signed.status())).stream()
                        .findFirst()
                        .map((Row row) -> row.get(signed.status()));
    }

    private Optional<Refusal> write(
            DSLContext within,
            Caller caller,
            ObjectDefinition object,
            long id,
            Map<Field<?>, @Nullable Object> values) {
        Operation operation = OperationLog.open(
                within,
                caller,
                Operation.Kind.COMMAND,
                object.name(),
                "签署 " + object.label().chinese(),
                Operation.Status.DONE,
                1);
        return writer.write(within, caller, operation, object, List.of(Draft.update(id, null, values)))
                                .getFirst()
                        instanceof Verdict.Refused(Refusal refusal)
                ? Optional.of(refusal)
                : Optional.empty();
    }
}
