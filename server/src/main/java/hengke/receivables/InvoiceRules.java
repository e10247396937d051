package hengke.receivables;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Currencies;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * All invoices of a bill, asked for or issued, never come to more than the bill; one that was issued stays as it is, and
 * only a red letter takes it back.
 */
@Component
@Order(30)
final class InvoiceRules implements Rule {
    private static final Condition STANDING =
            field(name(Invoice.STATUS), SQLDataType.CLOB).ne(Invoice.VOID);
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final Invoice invoice;
    private final InvoiceTitles titles;
    private final Bills bills;

    InvoiceRules(Invoice invoice, InvoiceTitles titles, Bills bills) {
        this.invoice = invoice;
        this.titles = titles;
        this.bills = bills;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(invoice.name());
    }

    @Override
    public void before(Batch batch) {
        batch.open().stream().filter(edit -> invoice.issued(edit.before())).forEach(edit -> keepIssued(batch, edit));
        List<Edit> written = batch.open().stream()
                .filter(edit -> edit.action() != Action.DELETE)
                .toList();
        List<Link> links = written.stream()
                .flatMap(edit -> invoice.bill(edit.after()).stream())
                .distinct()
                .toList();
        Map<Link, Bills.Bill> held = bills.held(batch.database(), links);
        List<Long> changing = written.stream()
                .filter(edit -> edit.action() == Action.UPDATE)
                .map(edit -> edit.after().id())
                .toList();
        Map<Link, BigDecimal> invoiced = Bills.sums(batch.database(), invoice, STANDING, links, changing);
        written.forEach(edit -> Bills.of(invoice, edit, held).ifPresent(bill -> {
            edit.set(invoice.customer, bill.customer());
            keep(batch, edit, bill, invoiced);
        }));
        titles.fill(
                batch.database(),
                written.stream()
                        .filter(edit -> edit.action() == Action.CREATE && !edit.refused())
                        .toList());
    }

    private void keepIssued(Batch batch, Edit edit) {
        if (edit.back() != null) {
            return; // what brought it in is taken back
        }
        if (edit.action() == Action.DELETE) {
            edit.refuse(new Refusal.Conflict("issued", Message.of("receivables.issued"), Map.of()));
        } else if (edit.action() == Action.UPDATE && !batch.caller().unlimited()) {
            Stream.<Field<?>>of(
                            invoice.amount,
                            invoice.taxRate,
                            invoice.kind,
                            invoice.contract,
                            invoice.order,
                            invoice.title,
                            invoice.taxNumber,
                            invoice.invoiceNumber,
                            invoice.issuedOn,
                            invoice.status)
                    .filter(edit::changes)
                    .forEach(field -> edit.refuse(field, Message.of("receivables.issued")));
        }
    }

    private void keep(Batch batch, Edit edit, Bills.Bill bill, Map<Link, BigDecimal> invoiced) {
        Money amount = edit.after().get(invoice.amount);
        if (amount == null) {
            return; // refused as required
        }
        boolean red = edit.after().get(invoice.redOf) != null;
        if (red ? amount.amount().signum() >= 0 : amount.amount().signum() <= 0) {
            edit.refuse(invoice.amount, Message.of("receivables.notPositive"));
            return;
        }
        if (Invoice.REVERSED.equals(edit.after().get(invoice.status))
                && !Invoice.REVERSED.equals(edit.before().get(invoice.status))
                && !batch.caller().unlimited()) {
            edit.refuse(invoice.status, Message.of("receivables.byRedLetter"));
            return;
        }
        Money part = bill.part(amount.amount());
        edit.set(invoice.amount, part);
        edit.set(invoice.tax, tax(bill, part, edit.after().get(invoice.taxRate)));
        if (Invoice.VOID.equals(edit.after().get(invoice.status))) {
            return;
        }
        BigDecimal before = invoiced.getOrDefault(bill.link(), BigDecimal.ZERO);
        BigDecimal most = bill.amount().subtract(before);
        if (amount.amount().compareTo(most) > 0) {
            edit.refuse(invoice.amount, Message.of("receivables.beyondBill", Shown.of(bill.amount()), Shown.of(most)));
        } else {
            invoiced.put(bill.link(), before.add(amount.amount()));
        }
    }

    /** The tax within an amount that includes it, rounded half up to the digits of the currency. */
    private static @Nullable Money tax(Bills.Bill bill, Money whole, @Nullable BigDecimal rate) {
        return rate == null
                ? null
                : bill.part(whole.amount()
                        .multiply(rate)
                        .divide(rate.add(HUNDRED), Currencies.digits(whole.currency()), RoundingMode.HALF_UP));
    }
}
