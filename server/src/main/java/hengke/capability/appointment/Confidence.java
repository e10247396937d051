package hengke.capability.appointment;

import hengke.capability.owner.Owned;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Circumstance;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Visibility.Reason;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who is asked to an appointment sees it; a private one nobody else sees but its owner, whatever their roles say. */
@Component
final class Confidence implements Circumstance {
    private final Appointment appointment;
    private final Participant participant;
    private final LiveCatalog catalog;

    Confidence(Appointment appointment, Participant participant, LiveCatalog catalog) {
        this.appointment = appointment;
        this.participant = participant;
        this.catalog = catalog;
    }

    @Override
    public List<Reason> reasons(Organisation now, Actor actor, ObjectDefinition object, Verb verb, Reach from) {
        return object.name().equals(appointment.name()) && verb == Verb.READ
                ? List.of(new Reason(Message.of("appointment.takesPart"), takesPart(object, actor.user())))
                : List.of();
    }

    @Override
    public Criterion hides(Actor actor, ObjectDefinition object) {
        return object.name().equals(appointment.name())
                ? Criterion.all(
                        Criterion.is(appointment.visibility, Appointment.PRIVATE),
                        Criterion.not(Criterion.any(
                                Criterion.is(Owned.OWNER, actor.user()), takesPart(object, actor.user()))))
                : Criterion.NEVER;
    }

    /** The person is asked to it, or to the series it belongs to. */
    private Criterion takesPart(ObjectDefinition object, long person) {
        Criterion asked = new Criterion.Exists(participants(object), Criterion.is(participant.user, person));
        return Criterion.any(asked, new Criterion.Through(appointment.series, object, asked));
    }

    private Catalog.Child participants(ObjectDefinition object) {
        return catalog.current().children(object).stream()
                .filter(child -> child.object().name().equals(participant.name()))
                .findFirst()
                .orElseThrow();
    }
}
