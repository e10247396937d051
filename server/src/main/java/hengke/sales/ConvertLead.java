package hengke.sales;

import hengke.capability.activity.Followed;
import hengke.capability.owner.Owned;
import hengke.capability.pool.Pooled;
import hengke.customers.Contact;
import hengke.customers.Customer;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Command;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Verdict;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.BooleanNode;

/**
 * A lead becomes a customer, a contact and, if wished, an opportunity; each may join one that is there already. All of
 * it or nothing; undone as one.
 */
@Component
final class ConvertLead implements Command {
    private static final Field<Long> CUSTOMER = Field.of(
                    "customer", new IdType(new IdType.Records("customer")), "并入客户", "Joins the customer")
            .help("留空则新建客户", "Left empty, a new one is made");
    private static final Field<Long> CONTACT = Field.of(
                    "contact", new IdType(new IdType.Records("contact")), "并入联系人", "Joins the contact")
            .help("须属于所选客户；留空则新建联系人", "One of that customer; left empty, a new one is made");
    private static final Field<Boolean> WITH_OPPORTUNITY = Field.of(
                    "withOpportunity", new BooleanType(), "同时创建商机", "With an opportunity")
            .byDefault(new DefaultValue.Constant(BooleanNode.TRUE));
    private static final Field<String> TITLE = Field.of(
                    "opportunityName", new TextualType(TextualType.Form.TEXT, 200), "商机名称", "Name of the opportunity")
            .help("留空则用公司名称", "Left empty, the company's name");
    private static final Field<Money> AMOUNT = Field.of("amount", new MoneyType(), "预计金额", "Amount");
    private static final Field<LocalDate> CLOSE_DATE =
            Field.of("closeDate", new DateType(), "预计成交日期", "Expected close date");

    private final Lead lead;
    private final Customer customer;
    private final Contact contact;
    private final Opportunity opportunity;
    private final LiveCatalog catalog;
    private final Access access;
    private final LeadBelongings belongings;
    private final Clock clock;

    ConvertLead(
            Lead lead,
            Customer customer,
            Contact contact,
            Opportunity opportunity,
            LiveCatalog catalog,
            Access access,
            LeadBelongings belongings,
            Clock clock) {
        this.lead = lead;
        this.customer = customer;
        this.contact = contact;
        this.opportunity = opportunity;
        this.catalog = catalog;
        this.access = access;
        this.belongings = belongings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "convert";
    }

    @Override
    public Label label() {
        return new Label("转化", "Convert");
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(lead.name());
    }

    @Override
    public List<Field<?>> input(ObjectDefinition object) {
        return List.of(CUSTOMER, CONTACT, WITH_OPPORTUNITY, TITLE, AMOUNT, CLOSE_DATE);
    }

    @Override
    public Criterion offered(ObjectDefinition object, Actor actor) {
        return Criterion.all(
                Criterion.not(Criterion.present(lead.convertedAt)),
                access.visibility(actor, object, Verb.EDIT).criterion());
    }

    @Override
    public List<Verdict> run(Run run) {
        hold(run);
        Set<Long> editable =
                access.reached(run.database(), run.caller().actor(), run.object(), Verb.EDIT, run.records());
        Map<Long, Row> rows = new LinkedHashMap<>();
        new Pages(run.database())
                .byIds(
                        run.object(),
                        Visibility.EVERYTHING,
                        run.records(),
                        run.object().fields())
                .forEach(row -> rows.put(row.id(), row));
        List<Verdict> verdicts = new ArrayList<>();
        for (long id : run.records()) {
            verdicts.add(verdict(run, rows.get(id), editable.contains(id)));
        }
        return verdicts;
    }

    /** Of two who convert one lead at once, the second sees what the first has made of it. */
    private static void hold(Run run) {
        var id = DSL.field(DSL.name("id"), SQLDataType.BIGINT);
        run.database()
                .select(id)
                .from(DSL.table(DSL.name(run.object().table())))
                .where(id.eq(DSL.any(run.records().toArray(Long[]::new))))
                .orderBy(id)
                .forNoKeyUpdate()
                .execute();
    }

    private Verdict verdict(Run run, @Nullable Row row, boolean editable) {
        if (row == null) {
            return new Verdict.Refused(new Refusal.NotFound());
        }
        // said first: nobody may edit what has become a customer, and that would not say why
        if (row.get(lead.convertedAt) != null) {
            return new Verdict.Refused(new Refusal.Conflict("converted", Message.of("sales.converted"), Map.of()));
        }
        return editable
                ? convert(run, row)
                : new Verdict.Refused(new Refusal.Forbidden(
                        Message.of("records.verb.edit", run.object().label())));
    }

    /** What fails half-way is taken back as a whole. */
    private Verdict convert(Run run, Row row) {
        try {
            return run.database().transactionResult(_ -> converted(run, row));
        } catch (Refusal refusal) {
            return new Verdict.Refused(refusal);
        }
    }

    private Verdict converted(Run run, Row row) {
        Row boughtBy = joined(run, customer.name(), CUSTOMER, run.input().get(CUSTOMER));
        long customerId = boughtBy == null ? newCustomer(run, row) : boughtBy.id();
        Row spokenTo = joined(run, contact.name(), CONTACT, run.input().get(CONTACT));
        if (spokenTo != null && spokenTo.need(contact.customer) != customerId) {
            throw Refusal.Invalid.at(CONTACT.name(), Message.of("sales.otherCustomersContact"));
        }
        long contactId = spokenTo == null ? newContact(run, row, customerId) : spokenTo.id();
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        if (Boolean.TRUE.equals(run.input().get(WITH_OPPORTUNITY))) {
            values.put(lead.convertedOpportunity, newOpportunity(run, row, customerId, contactId));
        }
        values.put(lead.status, Lead.CONVERTED);
        values.put(lead.convertedAt, clock.instant().truncatedTo(ChronoUnit.MICROS));
        values.put(lead.convertedCustomer, customerId);
        values.put(lead.convertedContact, contactId);
        Verdict verdict = run.write(List.of(Draft.update(row.id(), row.version(), values)))
                .getFirst();
        if (verdict instanceof Verdict.Refused(Refusal refusal)) {
            throw refusal;
        }
        belongings.follow(run, row.id(), customerId);
        return verdict;
    }

    /** The record somebody chose, which he must see. */
    private @Nullable Row joined(Run run, String name, Field<Long> input, @Nullable Long id) {
        if (id == null) {
            return null;
        }
        ObjectDefinition object = catalog.current().object(name);
        Visibility visible = access.visibility(run.caller().actor(), object, Verb.READ);
        return new Pages(run.database())
                .byIds(object, visible, List.of(id), object.fields()).stream()
                        .findFirst()
                        .orElseThrow(() -> Refusal.Invalid.at(input.name(), Message.of("identity.unknown")));
    }

    private long newCustomer(Run run, Row row) {
        Map<Field<?>, @Nullable Object> values = carried(run, row, customer.name());
        String company = row.get(lead.company);
        values.put(customer.fullName, company == null ? row.need(lead.fullName) : company);
        if (company == null) {
            values.put(customer.type, "person");
        }
        String landline = row.get(lead.landline);
        if (landline != null) {
            values.put(customer.phone, landline);
        }
        values.remove(customer.status);
        return made(run, customer.name(), CUSTOMER, values);
    }

    private long newContact(Run run, Row row, long customerId) {
        Map<Field<?>, @Nullable Object> values = carried(run, row, contact.name());
        values.put(contact.customer, customerId);
        return made(run, contact.name(), CONTACT, values);
    }

    private long newOpportunity(Run run, Row row, long customerId, long contactId) {
        Map<Field<?>, @Nullable Object> values = carried(run, row, opportunity.name());
        String title = run.input().get(TITLE);
        String company = row.get(lead.company);
        values.put(opportunity.title, title != null ? title : company != null ? company : row.need(lead.fullName));
        values.put(opportunity.customer, customerId);
        values.put(opportunity.contact, contactId);
        values.put(opportunity.amount, run.input().get(AMOUNT));
        values.put(opportunity.closeDate, run.input().get(CLOSE_DATE));
        String need = row.get(lead.need);
        if (need != null) {
            values.put(opportunity.remarks, need);
        }
        return made(run, opportunity.name(), WITH_OPPORTUNITY, values);
    }

    /** One reminder is enough, and pools of leads hold no customers. */
    private Map<Field<?>, @Nullable Object> carried(Run run, Row row, String name) {
        Map<Field<?>, @Nullable Object> values = new CarriedOver(
                        access,
                        run.caller().actor(),
                        run.object(),
                        catalog.current().object(name))
                .of(row);
        values.remove(Pooled.POOL);
        if (!name.equals(customer.name())) {
            values.remove(Followed.NEXT_CONTACT_AT);
        }
        Long owner = row.get(Owned.OWNER);
        values.put(Owned.OWNER, owner == null ? run.caller().actor().user() : owner);
        return values;
    }

    /** Whoever converts must be allowed to make such a record; what speaks against it is told at the input. */
    private long made(Run run, String name, Field<?> input, Map<Field<?>, @Nullable Object> values) {
        ObjectDefinition object = catalog.current().object(name);
        if (!access.may(run.caller().actor(), object, Verb.CREATE)) {
            throw Refusal.Invalid.at(input.name(), Message.of("access.mayNot.create", object.label()));
        }
        return switch (run.writing()
                .write(object, List.of(Draft.create(values)))
                .getFirst()) {
            case Verdict.Written(Row row, boolean _) -> row.id();
            case Verdict.Refused(Refusal.Invalid invalid) ->
                throw new Refusal.Invalid(invalid.errors().stream()
                        .map(error ->
                                new Refusal.FieldError(input.name(), error.code(), error.message(), error.details()))
                        .toList());
            case Verdict.Refused(Refusal refusal) -> throw refusal;
        };
    }
}
