package hengke.sales;

import hengke.capability.owner.Owned;
import hengke.customers.Contact;
import hengke.customers.Customer;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
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
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.BooleanNode;

/**
 * A lead becomes a customer, a contact and, if wished, an opportunity; each may join one that is there already. All of
 * it or nothing; undone as one.
 */
@Component
@Order(1)
final class ConvertLead implements Command {
    private static final Field<Long> CUSTOMER = Field.of(
                    "customer", new IdType(new IdType.Records("customer")), "并入客户", "Joins the customer")
            .help("留空则新建客户", "Left empty, a new one is made");
    private static final Field<Long> CONTACT = Field.of(
                    "contact", new IdType(new IdType.Records("contact")), "并入联系人", "Joins the contact")
            .help("须属于所选客户；留空则新建联系人", "One of that customer; left empty, a new one is made");
    private static final Field<Boolean> FILLS = Field.of(
                    "fillBlanks", new BooleanType(), "补充空白字段", "Fill what is blank")
            .help("并入已有记录时，用线索的值补充其空白字段", "Of records that are joined, with what the lead knows")
            .byDefault(new DefaultValue.Constant(BooleanNode.TRUE));
    private static final Field<Boolean> WITH_CONTACT = Field.of(
                    "withContact", new BooleanType(), "同时创建联系人", "With a contact")
            .byDefault(new DefaultValue.Constant(BooleanNode.TRUE));
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
    private final Conversion conversion;
    private final LiveConversion mapping;
    private final LeadBelongings belongings;
    private final Clock clock;

    ConvertLead(
            Lead lead,
            Customer customer,
            Contact contact,
            Opportunity opportunity,
            LiveCatalog catalog,
            Access access,
            Conversion conversion,
            LiveConversion mapping,
            LeadBelongings belongings,
            Clock clock) {
        this.lead = lead;
        this.customer = customer;
        this.contact = contact;
        this.opportunity = opportunity;
        this.catalog = catalog;
        this.access = access;
        this.conversion = conversion;
        this.mapping = mapping;
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
        return List.of(CUSTOMER, CONTACT, FILLS, WITH_CONTACT, WITH_OPPORTUNITY, TITLE, AMOUNT, CLOSE_DATE);
    }

    @Override
    public Criterion offered(ObjectDefinition object, Actor actor) {
        return Criterion.all(
                Criterion.not(Criterion.present(lead.convertedAt)),
                access.visibility(actor, object, Verb.EDIT).criterion());
    }

    @Override
    public List<Verdict> run(Run run) {
        run.hold();
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
        long customerId = customer(run, row);
        Long contactId = contact(run, row, customerId);
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

    private long customer(Run run, Row row) {
        Row joined = joined(run, customer.name(), CUSTOMER);
        if (joined == null) {
            return made(run, customer.name(), CUSTOMER, carried(run, row, customer.name()));
        }
        fill(run, customer.name(), CUSTOMER, joined, row);
        return joined.id();
    }

    private @Nullable Long contact(Run run, Row row, long customerId) {
        Row joined = joined(run, contact.name(), CONTACT);
        if (joined != null) {
            if (joined.need(contact.customer) != customerId) {
                throw Refusal.Invalid.at(CONTACT.name(), Message.of("sales.otherCustomersContact"));
            }
            fill(run, contact.name(), CONTACT, joined, row);
            return joined.id();
        }
        if (!Boolean.TRUE.equals(run.input().get(WITH_CONTACT))) {
            return null;
        }
        Map<Field<?>, @Nullable Object> values = carried(run, row, contact.name());
        values.put(contact.customer, customerId);
        return made(run, contact.name(), CONTACT, values);
    }

    /** The record somebody chose, which he must see. */
    private @Nullable Row joined(Run run, String name, Field<Long> input) {
        Long id = run.input().get(input);
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

    /** What the lead knows and a record that is joined does not, as far as this person may write it there. */
    private void fill(Run run, String name, Field<Long> input, Row joined, Row row) {
        ObjectDefinition object = catalog.current().object(name);
        Actor actor = run.caller().actor();
        if (!Boolean.TRUE.equals(run.input().get(FILLS))
                || access.reached(run.database(), actor, object, Verb.EDIT, List.of(joined.id()))
                        .isEmpty()) {
            return;
        }
        Map<Field<?>, @Nullable Object> blanks = new LinkedHashMap<>();
        for (Conversion.Carried carried : conversion.carried(actor, object, row, mapping.get())) {
            if (joined.get(carried.field()) == null
                    && access.right(actor, object, carried.field()).atLeast(FieldRight.EDIT)) {
                blanks.put(carried.field(), carried.value());
            }
        }
        if (!blanks.isEmpty()) {
            written(run, object, input, Draft.update(joined.id(), joined.version(), blanks));
        }
    }

    private long newOpportunity(Run run, Row row, long customerId, @Nullable Long contactId) {
        Map<Field<?>, @Nullable Object> values = carried(run, row, opportunity.name());
        String title = run.input().get(TITLE);
        if (title != null) {
            values.put(opportunity.title, title);
        }
        values.put(opportunity.customer, customerId);
        values.put(opportunity.contact, contactId);
        values.put(opportunity.amount, run.input().get(AMOUNT));
        values.put(opportunity.closeDate, run.input().get(CLOSE_DATE));
        return made(run, opportunity.name(), WITH_OPPORTUNITY, values);
    }

    private Map<Field<?>, @Nullable Object> carried(Run run, Row row, String name) {
        Actor actor = run.caller().actor();
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        conversion
                .carried(actor, catalog.current().object(name), row, mapping.get())
                .forEach(carried -> values.put(carried.field(), carried.value()));
        Long owner = row.get(Owned.OWNER);
        values.put(Owned.OWNER, owner == null ? actor.user() : owner);
        return values;
    }

    /** Whoever converts must be allowed to make such a record; what speaks against it is told at the input. */
    private long made(Run run, String name, Field<?> input, Map<Field<?>, @Nullable Object> values) {
        ObjectDefinition object = catalog.current().object(name);
        if (!access.may(run.caller().actor(), object, Verb.CREATE)) {
            throw Refusal.Invalid.at(input.name(), Message.of("access.mayNot.create", object.label()));
        }
        return written(run, object, input, Draft.create(values));
    }

    private static long written(Run run, ObjectDefinition object, Field<?> input, Draft draft) {
        return switch (run.writing().write(object, List.of(draft)).getFirst()) {
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
