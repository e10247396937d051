package hengke.customers;

import hengke.capability.owner.Owned;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Operation;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells those concerned that a key contact moved: who has the contact, who has the new customer, and who has the old
 * one. The last is told that somebody left and not where to, which may be none of his business.
 */
@Component
final class TellOfMove {
    private static final String DECIDES = "decider";

    private final Contact contact;
    private final Customer customer;
    private final Notices notices;
    private final LiveCatalog catalog;

    TellOfMove(Contact contact, Customer customer, Notices notices, LiveCatalog catalog) {
        this.contact = contact;
        this.customer = customer;
        this.notices = notices;
        this.catalog = catalog;
    }

    /** @param before the contact as it was at the old customer */
    void tell(DSLContext transaction, Caller caller, Operation operation, Row before, long employer) {
        boolean key = DECIDES.equals(before.get(contact.role)) || Boolean.TRUE.equals(before.get(contact.primary));
        if (!key) {
            return;
        }
        long old = before.need(contact.customer);
        Set<Long> told = new HashSet<>();
        told.add(caller.actor().user());
        Link person = new Link(contact.name(), before.id());
        String once = "move:" + operation.id() + ":" + before.id();
        Message arrived = Message.of("customer.keyContactMoved");
        tell(transaction, before.get(Owned.OWNER), arrived, before, person, once, told);
        tell(transaction, owner(transaction, employer), arrived, before, person, once, told);
        Link left = new Link(customer.name(), old);
        tell(transaction, owner(transaction, old), Message.of("customer.keyContactLeft"), before, left, once, told);
    }

    private void tell(
            DSLContext transaction,
            @Nullable Long someone,
            Message title,
            Row before,
            Link about,
            String once,
            Set<Long> told) {
        if (someone != null && told.add(someone)) {
            String job = Objects.requireNonNullElse(before.get(contact.title), "");
            notices.tell(
                    transaction,
                    new Telling(
                            someone,
                            "contactMoved",
                            title,
                            Message.of("customer.who", before.need(contact.fullName), job),
                            about,
                            once));
        }
    }

    private @Nullable Long owner(DSLContext transaction, long id) {
        return new Pages(transaction)
                        .byIds(
                                catalog.current().object(customer.name()),
                                Visibility.EVERYTHING,
                                List.of(id),
                                List.of(Owned.OWNER))
                        .stream()
                        .findFirst()
                        .map(row -> row.get(Owned.OWNER))
                        .orElse(null);
    }
}
