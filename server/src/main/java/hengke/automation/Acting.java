package hengke.automation;

import hengke.kernel.access.Actor;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** As whom an automation acts: a person, with the rights they have at that moment; nobody once they have left. */
@Component
final class Acting {
    private final LiveOrganisation organisation;

    Acting(LiveOrganisation organisation) {
        this.organisation = organisation;
    }

    Optional<Actor> as(Automation automation) {
        return organisation
                .get()
                .person(automation.acting())
                .filter(Person::active)
                .map(person -> organisation.get().actor(person.id()));
    }
}
