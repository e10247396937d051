package hengke.capability.approval;

import hengke.capability.approval.flow.Event;
import hengke.capability.approval.flow.State.Status;
import hengke.capability.approval.flow.Task;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.problem.Message;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Tells people what waits for them and what became of what they asked for; sent with the transaction, never without. */
@Component
class TellApproval {
    private final Notices notices;
    private final LiveOrganisation organisation;
    private final LiveCatalog live;

    TellApproval(Notices notices, LiveOrganisation organisation, LiveCatalog live) {
        this.notices = notices;
        this.organisation = organisation;
        this.live = live;
    }

    void tell(DSLContext within, Approval approval, List<Event> events, long by, long moment) {
        String starter = name(approval.starter());
        Object label = label(approval);
        for (Event event : events) {
            switch (event) {
                case Event.Asked asked ->
                    one(
                            within,
                            approval,
                            "approval",
                            asked.person(),
                            Message.of("notice.approvalAsked", starter, label),
                            moment);
                case Event.Copied copied ->
                    copied.people()
                            .forEach(person -> one(
                                    within,
                                    approval,
                                    "approvalCopy",
                                    person,
                                    Message.of("notice.approvalCopied", starter, label),
                                    moment));
                case Event.Urged urged ->
                    urged.people()
                            .forEach(person -> one(
                                    within,
                                    approval,
                                    "approval",
                                    person,
                                    Message.of("notice.approvalUrged", starter, label),
                                    moment));
                case Event.Reminded reminded ->
                    one(
                            within,
                            approval,
                            "approval",
                            reminded.person(),
                            Message.of("notice.approvalLate", starter, label),
                            moment);
                case Event.Became(Status status) -> became(within, approval, status, by, label, moment);
                case Event.Dropped _, Event.Passed _ -> {}
            }
        }
    }

    /** Something was said about it. */
    void remarked(DSLContext within, Approval approval, long by, long moment) {
        Object label = label(approval);
        Set<Long> people = new LinkedHashSet<>(List.of(approval.starter()));
        approval.state().waiting().forEach(waiting -> people.add(waiting.task().holder()));
        people.remove(by);
        Message title = Message.of("notice.approvalRemarked", name(by), label);
        people.forEach(person -> one(within, approval, "approval", person, title, moment));
    }

    /** Whoever asked wants it taken back. */
    void wantedBack(DSLContext within, Approval approval, long by, List<Long> administrators, long moment) {
        Object label = label(approval);
        Message title = Message.of("notice.approvalWantedBack", name(by), label);
        administrators.forEach(person -> one(within, approval, "approval", person, title, moment));
    }

    private void became(DSLContext within, Approval approval, Status status, long by, Object label, long moment) {
        boolean own = by == approval.starter();
        switch (status) {
            case RUNNING -> {}
            case APPROVED, REJECTED, RETURNED, TERMINATED, REVOKED -> {
                if (!own || status == Status.APPROVED) {
                    one(
                            within,
                            approval,
                            "approvalResult",
                            approval.starter(),
                            Message.of("notice.approval." + ApprovalLog.wire(status), label),
                            moment);
                }
            }
            case WITHDRAWN -> {}
        }
    }

    /** Whoever may not see the record is told as well, only without its name. */
    private void one(DSLContext within, Approval approval, String kind, long person, Message title, long moment) {
        if (person == Task.NOBODY) {
            return; // a step that only waits
        }
        String once = "approval:" + approval.id() + ":" + moment + ":" + title.key();
        boolean told = notices.tell(
                within,
                new Telling(
                        person, kind, title, Message.of("notice.record", approval.title()), approval.about(), once));
        if (!told) {
            notices.tell(within, new Telling(person, kind, title, null, null, once));
        }
    }

    private Object label(Approval approval) {
        String object = approval.about().object();
        return live.current().find(object).<Object>map(each -> each.label()).orElse(object);
    }

    private String name(long person) {
        return organisation.get().person(person).map(Person::name).orElse("");
    }
}
