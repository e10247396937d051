package hengke.customers.health;

import hengke.capability.portrait.HealthFactor;
import hengke.capability.portrait.Knowledge;
import hengke.capability.portrait.PortraitSettings;
import hengke.capability.portrait.Scene;
import hengke.customers.Contact;
import hengke.customers.Customer;
import hengke.kernel.explaining.Account;
import hengke.kernel.explaining.Explainer.Question;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Operator;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import hengke.kernel.settings.Setting;
import java.math.BigDecimal;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does one know the right people? Two of them give 0.4, one half of that; somebody who decides 0.3; and 0.3 when the
 * default contact can be reached. Of a person it says nothing.
 */
@Component
final class ContactCoverage implements HealthFactor {
    private static final Setting<Long> WEIGHT = PortraitSettings.factor("Coverage", 25, "联系人覆盖", "people one knows");
    private static final String BESIDE = "coverage";
    private static final Field<Integer> PEOPLE = DSL.field(DSL.name(BESIDE, "people"), SQLDataType.INTEGER);
    private static final Field<Boolean> DECIDER = DSL.field(DSL.name(BESIDE, "decider"), SQLDataType.BOOLEAN);
    private static final Field<Boolean> REACHABLE = DSL.field(DSL.name(BESIDE, "reachable"), SQLDataType.BOOLEAN);
    private static final Field<Integer> FACT_PEOPLE = DSL.field(DSL.name("fact_people"), SQLDataType.INTEGER);
    private static final Field<Boolean> FACT_DECIDER = DSL.field(DSL.name("fact_decider"), SQLDataType.BOOLEAN);
    private static final Field<Boolean> FACT_REACHABLE = DSL.field(DSL.name("fact_reachable"), SQLDataType.BOOLEAN);

    private final Customer customer;
    private final Contact contact;
    private final LiveCatalog catalog;
    private final Knowledge knowledge;

    ContactCoverage(Customer customer, Contact contact, LiveCatalog catalog, Knowledge knowledge) {
        this.customer = customer;
        this.contact = contact;
        this.catalog = catalog;
        this.knowledge = knowledge;
    }

    @Override
    public String name() {
        return "coverage";
    }

    @Override
    public Label label() {
        return new Label("联系人覆盖", "People one knows");
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(customer.name());
    }

    @Override
    public Setting<Long> weight() {
        return WEIGHT;
    }

    @Override
    public Said said(Scene scene) {
        Field<String> type = scene.row().column(customer.type).coerce(SQLDataType.CLOB);
        Field<Integer> people = DSL.coalesce(PEOPLE, DSL.inline(0));
        Field<BigDecimal> value = DSL.when(
                type.isDistinctFrom(DSL.inline(Customer.PERSON)),
                DSL.field(
                        "0.2 * least({0}, 2) + case when {1} then 0.3 else 0 end + case when {2} then 0.3 else 0 end",
                        SQLDataType.NUMERIC, people, DECIDER, REACHABLE));
        return new Said(
                value,
                List.of(
                        people.as(FACT_PEOPLE),
                        truth(DECIDER).as(FACT_DECIDER),
                        truth(REACHABLE).as(FACT_REACHABLE)),
                people(scene));
    }

    private Table<?> people(Scene scene) {
        Alias row = Alias.of(catalog.current().object(contact.name()));
        Field<Long> of = row.column(contact.customer).coerce(SQLDataType.BIGINT);
        Condition reachable = CriterionSql.of(
                Criterion.all(
                        Criterion.is(contact.primary, true),
                        Criterion.any(
                                Criterion.present(contact.phone),
                                Criterion.present(contact.landline),
                                Criterion.present(contact.email),
                                Criterion.present(contact.wechat))),
                row);
        return DSL.select(
                        of.as("record"),
                        DSL.count().as("people"),
                        any(CriterionSql.of(Criterion.is(contact.role, "decider"), row))
                                .as("decider"),
                        any(reachable).as("reachable"))
                .from(row.table())
                .where(scene.those().among(of), row.living())
                .groupBy(of)
                .asTable(BESIDE);
    }

    private static Field<Boolean> any(Condition condition) {
        return DSL.field("bool_or(({0}) is true)", SQLDataType.BOOLEAN, condition);
    }

    private static Field<Boolean> truth(Field<Boolean> field) {
        return DSL.field("({0} is true)", SQLDataType.BOOLEAN, field);
    }

    @Override
    public boolean mayBeTold(Question question, Scene scene) {
        return knowledge.reads(question, List.of(customer.type))
                && knowledge.readsAll(
                        question,
                        contact.name(),
                        contact.customer,
                        List.of(
                                contact.primary,
                                contact.role,
                                contact.phone,
                                contact.landline,
                                contact.email,
                                contact.wechat));
    }

    @Override
    public Reason reason(Question question, Record facts, Scene scene) {
        int people = facts.get(FACT_PEOPLE);
        Message said = people == 0
                ? Message.of("portrait.nobody")
                : Message.of(
                        "portrait.people",
                        people,
                        Message.of(facts.get(FACT_DECIDER) ? "portrait.decider" : "portrait.noDecider"),
                        Message.of(facts.get(FACT_REACHABLE) ? "portrait.reachable" : "portrait.unreachable"));
        if (Customer.PERSON.equals(question.record().get(customer.type))) {
            return new Reason(Message.of("portrait.isPerson"), null);
        }
        var filter = JsonMapper.shared()
                .createObjectNode()
                .put("field", contact.customer.name())
                .put("op", Operator.EQ.wire())
                .put("value", question.record().id());
        return new Reason(said, people == 0 ? null : new Account.Records(contact.name(), filter));
    }
}
