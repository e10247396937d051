package hengke.demo;

import hengke.capability.owner.Owned;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.records.Draft;
import hengke.receivables.BankEntry;
import hengke.receivables.Invoice;
import hengke.receivables.Payment;
import hengke.receivables.PaymentPlan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the invented company's contracts are paid: most on time, some late, a few not at all. */
@Component
final class DemoPayments {
    private static final long SEED = 20_260_511;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String AGREED =
            "select id, amount_amount, owner, date from contract where id = any(?) order by id";
    private static final String OWED = """
            select p.amount_amount - coalesce(p.received_amount, 0) open, k.name, c.number
            from payment_plan p join contract c on c.id = p.contract join customer k on k.id = p.customer
            where p.contract = any(?) and p.status in ('pending', 'partial') order by p.due_date, p.id limit 9""";
    private static final List<String> METHODS = List.of("transfer", "transfer", "transfer", "draft", "wechat");
    private static final int LATELY = 100;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    private final PaymentPlan plan;
    private final Payment payment;
    private final Invoice invoice;
    private final BankEntry entry;
    private final Clock clock;

    DemoPayments(PaymentPlan plan, Payment payment, Invoice invoice, BankEntry entry, Clock clock) {
        this.plan = plan;
        this.payment = payment;
        this.invoice = invoice;
        this.entry = entry;
        this.clock = clock;
    }

    /** A part of a contract's amount, and when it is due after the contract was signed. */
    private record Share(String title, int percent, int days) {}

    private static final List<Share> SHARES =
            List.of(new Share("首付款", 30, 7), new Share("验收款", 65, 90), new Share("质保金", 5, 360));

    void write(DemoNetwork.Sink sink, DSLContext transaction, List<Long> contracts) {
        Random random = new Random(SEED);
        LocalDate today = LocalDate.now(clock.withZone(ZONE));
        List<Draft> plans = new ArrayList<>();
        List<Draft> payments = new ArrayList<>();
        List<Draft> invoices = new ArrayList<>();
        transaction.fetch(AGREED, (Object) contracts.toArray(Long[]::new)).forEach(agreed -> {
            LocalDate signed = agreed.get("date", LocalDate.class);
            BigDecimal whole = agreed.get("amount_amount", BigDecimal.class);
            BigDecimal left = whole;
            for (Share share : SHARES) {
                BigDecimal part = share.equals(SHARES.getLast()) ? left : percent(whole, share.percent());
                left = left.subtract(part);
                LocalDate due = signed.plusDays(share.days());
                plans.add(plan(agreed, share.title(), due, part));
                LocalDate paid = due.plusDays(random.nextInt(60) - 20L);
                boolean late = due.isAfter(today.minusDays(LATELY)) ? random.nextBoolean() : random.nextInt(8) == 0;
                if (paid.isBefore(today) && !late) {
                    BigDecimal amount = random.nextInt(8) == 0 ? percent(part, 60) : part;
                    payments.add(payment(agreed, paid, amount, METHODS.get(random.nextInt(METHODS.size()))));
                }
            }
            if (random.nextInt(3) != 0) {
                invoices.add(invoice(agreed, percent(whole, 30), random.nextInt(4) == 0));
            }
        });
        sink.write(plan, plans);
        sink.write(payment, payments);
        sink.write(invoice, invoices);
        sink.write(entry, entries(transaction, contracts, today));
    }

    /** What came in lately and nobody has looked at: most of it is what somebody owes. */
    private List<Draft> entries(DSLContext transaction, List<Long> contracts, LocalDate today) {
        List<Draft> entries = new ArrayList<>();
        transaction.fetch(OWED, (Object) contracts.toArray(Long[]::new)).forEach(owed -> {
            int at = entries.size();
            BigDecimal amount = owed.get("open", BigDecimal.class);
            entries.add(
                    switch (at % 5) {
                        case 3 -> entry(at, today, amount, "王会计", "代付 " + owed.get("number", String.class) + " 货款");
                        case 4 -> entry(at, today, percent(amount, 40), owed.get("name", String.class), "部分货款");
                        default -> entry(at, today, amount, owed.get("name", String.class), "货款");
                    });
        });
        entries.add(entry(entries.size(), today, new BigDecimal("36.18"), null, "存款利息"));
        return entries;
    }

    private Draft entry(int at, LocalDate today, BigDecimal amount, @Nullable String payer, String remark) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(entry.day, today.minusDays(at % 4));
        values.put(entry.amount, Money.asked(amount, ""));
        values.put(entry.payer, payer);
        values.put(entry.remark, remark);
        values.put(entry.reference, "DEMO" + (880_001 + at));
        return Draft.create(values);
    }

    private static BigDecimal percent(BigDecimal whole, int percent) {
        return whole.multiply(new BigDecimal(percent)).divide(HUNDRED, 2, RoundingMode.HALF_UP);
    }

    private Draft plan(Record agreed, String title, LocalDate due, BigDecimal amount) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(plan.contract, agreed.get("id", Long.class));
        values.put(plan.title, title);
        values.put(plan.dueDate, due);
        values.put(plan.amount, Money.asked(amount, ""));
        return Draft.create(values);
    }

    private Draft payment(Record agreed, LocalDate day, BigDecimal amount, String method) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(payment.contract, agreed.get("id", Long.class));
        values.put(payment.receivedAt, day);
        values.put(payment.amount, Money.asked(amount, ""));
        values.put(payment.method, method);
        values.put(Owned.OWNER, agreed.get("owner", Long.class));
        return Draft.create(values);
    }

    private Draft invoice(Record agreed, BigDecimal amount, boolean requested) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(invoice.contract, agreed.get("id", Long.class));
        values.put(invoice.amount, Money.asked(amount, ""));
        values.put(invoice.taxRate, new BigDecimal(13));
        values.put(Owned.OWNER, agreed.get("owner", Long.class));
        if (!requested) {
            values.put(invoice.status, "issued");
            values.put(invoice.invoiceNumber, "2431" + (70_000_000 + agreed.get("id", Long.class)));
            values.put(invoice.issuedOn, agreed.get("date", LocalDate.class).plusDays(10));
        }
        return Draft.create(values);
    }
}
