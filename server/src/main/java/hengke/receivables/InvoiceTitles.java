package hengke.receivables;

import hengke.kernel.records.Edit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Fills in to whom an invoice is made out: the customer's default details, or else its name and credit code. */
@Component
final class InvoiceTitles {
    private static final String KNOWN = """
            select c.id, coalesce(t.title, c.name) title, coalesce(t.tax_number, c.credit_code) tax_number,
                   t.address_phone, t.bank_account, t.email
            from customer c
            left join lateral (
                select * from invoice_title t where t.customer = c.id and t.deleted_at is null
                order by t."primary" desc nulls last, t.id limit 1) t on true
            where c.id = any(?)""";

    private final Invoice invoice;

    InvoiceTitles(Invoice invoice) {
        this.invoice = invoice;
    }

    void fill(DSLContext database, List<Edit> made) {
        List<Edit> untitled = made.stream()
                .filter(edit ->
                        edit.after().get(invoice.title) == null && edit.after().get(invoice.customer) != null)
                .toList();
        if (untitled.isEmpty()) {
            return;
        }
        Long[] customers = untitled.stream()
                .map(edit -> edit.after().need(invoice.customer))
                .distinct()
                .toArray(Long[]::new);
        Map<Long, Record> known = new HashMap<>();
        database.fetch(KNOWN, (Object) customers).forEach(row -> known.put(row.get("id", Long.class), row));
        untitled.forEach(edit -> {
            Record row = known.get(edit.after().need(invoice.customer));
            if (row != null) {
                fill(edit, row);
            }
        });
    }

    private void fill(Edit edit, Record row) {
        edit.set(invoice.title, row.get("title", String.class));
        Map.of(
                        invoice.taxNumber, "tax_number",
                        invoice.addressPhone, "address_phone",
                        invoice.bankAccount, "bank_account",
                        invoice.email, "email")
                .forEach((field, column) -> {
                    if (edit.after().get(field) == null) {
                        edit.set(field, row.get(column, String.class));
                    }
                });
    }
}
