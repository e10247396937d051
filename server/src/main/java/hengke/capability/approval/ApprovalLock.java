package hengke.capability.approval;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Circumstance;
import hengke.kernel.access.Limit;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Criterion;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Forms, lists and bulk changes know beforehand what {@link ApprovalRule} refuses. */
@Component
final class ApprovalLock implements Circumstance {
    @Override
    public Optional<Limit> limit(Organisation now, Actor actor, ObjectDefinition object, Verb verb) {
        if (!object.has(Approved.class) || verb != Verb.EDIT && verb != Verb.DELETE) {
            return Optional.empty();
        }
        Message locked = Message.of("approval.locked", object.label());
        return Optional.of(
                Limit.locking(Criterion.not(Criterion.is(Approved.APPROVAL, Approved.PENDING)), locked, _ -> locked));
    }
}
