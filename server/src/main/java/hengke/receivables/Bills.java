package hengke.receivables;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Edit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Contracts and orders as what is to be paid. */
@Component
final class Bills {
    private static final String NO_MONEY = "";

    private final LiveCatalog live;

    Bills(LiveCatalog live) {
        this.live = live;
    }

    /**
     * One of them, as it stands while it is held.
     *
     * @param total null where no amount was agreed yet
     * @param ended nothing more is owed
     */
    record Bill(Link link, Long customer, @Nullable Money total, boolean ended) {
        String currency() {
            return total == null ? NO_MONEY : total.currency();
        }

        BigDecimal amount() {
            return total == null ? BigDecimal.ZERO : total.amount();
        }

        /** A part of it: each fen is worth what it is worth in the whole, so that parts and whole agree in every currency. */
        Money part(BigDecimal amount) {
            Money whole = Objects.requireNonNull(total);
            BigDecimal worth = whole.worth();
            return whole.amount().compareTo(worth) == 0 || whole.amount().signum() == 0
                    ? new Money(amount, whole.currency(), amount)
                    : new Money(
                            amount,
                            whole.currency(),
                            worth.multiply(amount).divide(whole.amount(), worth.scale(), RoundingMode.HALF_UP));
        }
    }

    /** Holds them, so that of several who plan, settle or invoice the same at once each sees what the others did. */
    Map<Link, Bill> held(DSLContext database, Collection<Link> links) {
        Map<Link, Bill> bills = new LinkedHashMap<>();
        for (String object : List.of(UnderBill.CONTRACT, UnderBill.ORDER)) {
            List<Long> ids = ids(links, object);
            if (!ids.isEmpty()) {
                read(database, live.current().object(object), ids).forEach(bill -> bills.put(bill.link(), bill));
            }
        }
        return bills;
    }

    private static Stream<Bill> read(DSLContext database, ObjectDefinition object, List<Long> ids) {
        return Stored.held(database, object, ids).values().stream().map(row -> bill(object, row));
    }

    /** A record that is held, as what is to be paid. */
    static Bill bill(ObjectDefinition object, Row row) {
        Billed billed = object.capability(Billed.class).orElseThrow();
        return new Bill(
                new Link(object.name(), row.id()),
                row.need(billed.customer()),
                row.get(billed.total()),
                billed.ended().contains(row.get(billed.status())));
    }

    /** The bill of an edit; refuses one that has no amount yet, or is reckoned in another currency. */
    static Optional<Bill> of(UnderBill under, Edit edit, Map<Link, Bill> bills) {
        Optional<Link> link = under.bill(edit.after());
        if (link.isEmpty()) {
            return Optional.empty();
        }
        Field<Long> at = edit.after().get(under.contract) != null ? under.contract : under.order;
        Bill bill = bills.get(link.get());
        if (bill == null) {
            return Optional.empty(); // refused as a reference that is not there
        }
        Money amount = edit.after().get(under.amount());
        if (bill.total() == null) {
            edit.refuse(at, Message.of("receivables.noAmount"));
            return Optional.empty();
        }
        if (amount != null && !amount.currency().equals(bill.currency())) {
            edit.refuse(under.amount(), Message.of("receivables.otherCurrency", bill.currency()));
            return Optional.empty();
        }
        return Optional.of(bill);
    }

    /** Sums of what counts of an object, by bill, but for some records that are about to change. */
    static Map<Link, BigDecimal> sums(
            DSLContext database,
            UnderBill under,
            Condition condition,
            Collection<Link> bills,
            Collection<Long> without) {
        Map<Link, BigDecimal> sums = new HashMap<>();
        String table = under.definition().table();
        for (Field<Long> reference : List.of(under.contract, under.order)) {
            List<Long> ids = ids(bills, reference.name());
            Stored.sums(database, table, under.amount(), reference, ids, without, condition)
                    .forEach((id, sum) -> sums.put(new Link(reference.name(), id), sum));
        }
        return sums;
    }

    private static List<Long> ids(Collection<Link> links, String object) {
        return links.stream()
                .filter(link -> link.object().equals(object))
                .map(Link::id)
                .distinct()
                .toList();
    }

    static BigDecimal amount(@Nullable Money money) {
        return money == null ? BigDecimal.ZERO : money.amount();
    }
}
