package hengke.sales;

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

/** A lead that has become a customer stays as it was. */
@Component
final class ConvertedStays implements Circumstance {
    private final Lead lead;

    ConvertedStays(Lead lead) {
        this.lead = lead;
    }

    @Override
    public Optional<Limit> limit(Organisation now, Actor actor, ObjectDefinition object, Verb verb) {
        Message rule = Message.of("sales.converted");
        return object.name().equals(lead.name()) && verb == Verb.EDIT
                ? Optional.of(new Limit(Criterion.not(Criterion.present(lead.convertedAt)), rule, _ -> rule))
                : Optional.empty();
    }
}
