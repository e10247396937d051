package hengke.capability.routing;

import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.problem.Message;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells people what the product gave them by itself, or took from them; what a colleague does is told by the owner. */
@Component
final class TellRouted {
    private final Notices notices;
    private final LiveOrganisation organisation;

    TellRouted(Notices notices, LiveOrganisation organisation) {
        this.notices = notices;
        this.organisation = organisation;
    }

    void given(DSLContext transaction, ObjectDefinition object, Row row, Decision decision, long operation) {
        Long person = decision.person();
        if (person == null) {
            return;
        }
        Object title = row.get(object.title());
        notices.tell(
                transaction,
                new Telling(
                        person,
                        "owner",
                        Message.of("notice.routed", object.label(), rule(decision)),
                        title == null ? null : Message.of("notice.record", title),
                        new Link(object.name(), row.id()),
                        once("routed", object, row, operation)));
    }

    /** It may be out of sight from now on, so that the notice does not point at it. */
    void takenAway(
            DSLContext transaction,
            ObjectDefinition object,
            Row row,
            Decision decision,
            @Nullable Long former,
            long operation) {
        if (former == null) {
            return;
        }
        Long person = decision.person();
        Message title = person == null
                ? Message.of("notice.routedToPool", object.label())
                : Message.of(
                        "notice.routedAway",
                        object.label(),
                        organisation.get().person(person).map(Person::name).orElse(""));
        notices.tell(
                transaction,
                new Telling(former, "owner", title, null, null, once("routedAway", object, row, operation)));
    }

    private static String rule(Decision decision) {
        Routing.Rule rule = decision.rule();
        return rule == null ? "" : rule.name();
    }

    private static String once(String what, ObjectDefinition object, Row row, long operation) {
        return what + ":" + operation + ":" + object.name() + ":" + row.id();
    }
}
