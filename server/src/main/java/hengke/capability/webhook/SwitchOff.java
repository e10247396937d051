package hengke.capability.webhook;

import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.problem.KeptMessage;
import hengke.kernel.problem.Message;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Switches off endpoints that want nothing any more, or do not answer for days, and tells administrators. */
@Component
final class SwitchOff {
    private final DSLContext database;
    private final Endpoints endpoints;
    private final LiveOrganisation organisation;
    private final Notices notices;

    SwitchOff(DSLContext database, Endpoints endpoints, LiveOrganisation organisation, Notices notices) {
        this.database = database;
        this.endpoints = endpoints;
        this.organisation = organisation;
        this.notices = notices;
    }

    /** What waits stays, and goes on should somebody switch it on again. */
    void of(Endpoint endpoint, Message why) {
        database.transaction(transaction -> of(transaction.dsl(), endpoint, why));
    }

    private void of(DSLContext within, Endpoint endpoint, Message why) {
        endpoints.change(within);
        int changed = within.execute(
                "update webhook_endpoint set active = false, off = ?, version = version + 1 where id = ? and active",
                KeptMessage.of(why),
                endpoint.id());
        if (changed > 0) {
            Organisation now = organisation.get();
            now.people().stream()
                    .filter(Person::active)
                    .filter(person -> now.administrator(now.actor(person.id())))
                    .forEach(person -> notices.tell(
                            within,
                            new Telling(
                                    person.id(),
                                    "webhook",
                                    Message.of("webhook.switchedOff", endpoint.name()),
                                    why,
                                    null,
                                    "webhook:" + endpoint.id() + ":" + endpoint.version())));
        }
    }
}
