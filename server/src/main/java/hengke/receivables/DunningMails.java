package hengke.receivables;

import hengke.capability.activity.Activity;
import hengke.capability.owner.Owned;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.mail.Mail;
import hengke.kernel.mail.Mailer;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Operation;
import hengke.kernel.records.OperationLog;
import hengke.kernel.records.Verdict;
import hengke.kernel.records.Writer;
import hengke.kernel.settings.Settings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reminds customers who agree to it of what they owe, by mail to who looks after their money: of each term at each of the
 * days once; what was sent stands in the customer's story.
 */
@Component
final class DunningMails {
    private static final Pattern NAME = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final String ONCE = """
            insert into dunning_mail (plan, due, mark, at) values (?, ?, ?, cast(? as timestamptz))
            on conflict do nothing""";
    private static final String NOTED = "update dunning_mail set recipient = ? where plan = ? and due = ? and mark = ?";
    /** Held, so that a payment that comes in meanwhile is waited for. */
    private static final String OWED = """
            select p.name term, p.due_date due, p.amount_currency currency,
                   p.amount_amount - coalesce(p.received_amount, 0) open,
                   k.id customer_id, k.name customer, coalesce(c.number, o.number) number, coalesce(c.name, o.name) bill
            from payment_plan p
            join customer k on k.id = p.customer and k.deleted_at is null and k.dunning_mails
            left join contract c on c.id = p.contract
            left join "order" o on o.id = p."order"
            where p.id = ? and p.status in ('pending', 'partial') and p.deleted_at is null
            for no key update of p""";

    private static final String FINANCE = """
            select name, email from contact
            where customer = ? and role = 'finance' and email is not null and email <> '' and deleted_at is null
            order by "primary" desc nulls last, id limit 1""";

    private final Mailer mailer;
    private final Settings settings;
    private final LiveOrganisation organisation;
    private final Notices notices;
    private final Writer writer;
    private final LiveCatalog live;
    private final Activity activity;
    private final Clock clock;

    DunningMails(
            Mailer mailer,
            Settings settings,
            LiveOrganisation organisation,
            Notices notices,
            Writer writer,
            LiveCatalog live,
            Activity activity,
            Clock clock) {
        this.mailer = mailer;
        this.settings = settings;
        this.organisation = organisation;
        this.notices = notices;
        this.writer = writer;
        this.live = live;
        this.activity = activity;
        this.clock = clock;
    }

    /**
     * One term on one of the days.
     *
     * @param days since it was due; negative before
     * @param mark which of the days it is
     * @param superior who is told too, of old debts
     */
    record Due(long plan, LocalDate on, int days, int mark, long owner, Optional<Person> superior) {}

    void remind(Due due) {
        if (settings.get(DunningSettings.MAILS) && mailer.ready()) {
            writer.inTransaction(transaction -> {
                Record owed = transaction.fetchOne(OWED, due.plan());
                if (owed != null && transaction.execute(ONCE, due.plan(), due.on(), due.mark(), clock.instant()) == 1) {
                    send(transaction, due, owed);
                }
                return due;
            });
        }
    }

    private void send(DSLContext transaction, Due due, Record owed) {
        Link customer = new Link(UnderBill.CUSTOMER, owed.get("customer_id", Long.class));
        Record contact = transaction.fetchOne(FINANCE, customer.id());
        if (contact == null) {
            notices.tell(
                    transaction,
                    new Telling(
                            due.owner(),
                            "receivable",
                            Message.of("receivables.noFinance"),
                            Message.of("notice.record", owed.get("customer", String.class)),
                            customer,
                            "dunningMail:" + customer.id() + ":" + due.on() + ":" + due.mark()));
            return;
        }
        Map<String, String> values = values(due, owed, contact);
        boolean overdue = due.days() > 0;
        String subject = filled(settings.get(DunningSettings.subject(overdue)), values);
        String text = filled(settings.get(DunningSettings.text(overdue)), values);
        String to = contact.get("email", String.class);
        Mail.Author author = organisation
                .get()
                .person(due.owner())
                .flatMap(person ->
                        Optional.ofNullable(person.email()).map(email -> new Mail.Author(person.name(), email)))
                .orElse(null);
        mailer.send(transaction, new Mail(to, subject, text, author, List.of()));
        due.superior()
                .flatMap(person -> Optional.ofNullable(person.email()))
                .ifPresent(copy -> mailer.send(
                        transaction,
                        new Mail(
                                copy,
                                Message.of("receivables.copyOf", subject).in(Language.CHINESE),
                                text,
                                author,
                                List.of())));
        transaction.execute(NOTED, to, due.plan(), due.on(), due.mark());
        note(transaction, due, customer, contact.get("name", String.class) + " <" + to + ">", subject, text);
    }

    private Map<String, String> values(Due due, Record owed, Record contact) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("company", organisation.get().company().name());
        values.put("customer", owed.get("customer", String.class));
        values.put("contact", contact.get("name", String.class));
        values.put("term", owed.get("term", String.class));
        values.put(
                "number", Optional.ofNullable(owed.get("number", String.class)).orElse(""));
        values.put("bill", Optional.ofNullable(owed.get("bill", String.class)).orElse(""));
        values.put("amount", owed.get("currency", String.class) + " " + Shown.of(owed.get("open", BigDecimal.class)));
        values.put("dueDate", owed.get("due", LocalDate.class).toString());
        values.put("days", String.valueOf(Math.abs(due.days())));
        values.put(
                "owner",
                organisation.get().person(due.owner()).map(Person::name).orElse(""));
        return values;
    }

    /** An internal note: it is no contact that somebody has made. */
    private void note(DSLContext transaction, Due due, Link customer, String whom, String subject, String text) {
        ObjectDefinition activities = live.current().object(activity.name());
        String content = Message.of("receivables.mailed", whom, subject).in(Language.CHINESE) + "\n\n" + text;
        Operation operation = OperationLog.open(
                transaction,
                Caller.SYSTEM,
                Operation.Kind.CREATE,
                activities.name(),
                subject,
                Operation.Status.DONE,
                1);
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(activity.about, customer);
        values.put(activity.kind, Activity.NOTE);
        values.put(activity.content, content);
        values.put(Owned.OWNER, due.owner());
        for (Verdict verdict :
                writer.write(transaction, Caller.SYSTEM, operation, activities, List.of(Draft.create(values)))) {
            if (verdict instanceof Verdict.Refused(var refusal)) {
                throw refusal;
            }
        }
    }

    /** What is unknown stays as it is. */
    private static String filled(String text, Map<String, String> values) {
        return NAME.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), found.group())));
    }
}
