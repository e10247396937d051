package hengke.capability.score;

import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.records.Writer;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells administrators, once, that a rule of scoring makes no sense any more and that scores therefore stand still. */
@Component
final class BrokenScorings {
    private static final Logger LOG = LoggerFactory.getLogger(BrokenScorings.class);

    private final Scales scales;
    private final LiveCatalog catalog;
    private final LiveOrganisation organisation;
    private final Notices notices;
    private final ObjectProvider<Writer> writer;

    BrokenScorings(
            Scales scales,
            LiveCatalog catalog,
            LiveOrganisation organisation,
            Notices notices,
            ObjectProvider<Writer> writer) {
        this.scales = scales;
        this.catalog = catalog;
        this.organisation = organisation;
        this.notices = notices;
        this.writer = writer;
    }

    /** Are the rules broken? Then whoever can mend them hears of it. */
    boolean tell(ObjectDefinition object, Scoring scoring) {
        List<FieldError> faults = scales.faults(object, scoring);
        if (faults.isEmpty()) {
            return false;
        }
        FieldError first = faults.getFirst();
        LOG.warn("Scoring of {} stands still: {} {}", object.name(), first.field(), first.message());
        String once = "scoring:" + object.name() + ":" + scoring.version() + ":"
                + catalog.current().version();
        writer.getObject().inTransaction(transaction -> {
            organisation.get().people().stream()
                    .filter(Person::active)
                    .map(Person::id)
                    .filter(id ->
                            organisation.get().administrator(organisation.get().actor(id)))
                    .forEach(id -> notices.tell(
                            transaction,
                            new Telling(
                                    id,
                                    "scoring",
                                    Message.of("score.broken", object.label()),
                                    first.message(),
                                    null,
                                    once)));
            return faults;
        });
        return true;
    }
}
