package hengke.sales;

import hengke.capability.pipeline.Pipelined;
import hengke.customers.Customer;
import hengke.kernel.access.Access;
import hengke.kernel.access.Verb;
import hengke.kernel.explaining.Account.Records;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Operator;
import hengke.kernel.overview.Figure;
import hengke.kernel.overview.KeyFigures;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What may still come of a customer, and which leads became it; of the opportunities and leads its reader sees. */
@Component
@Order(11)
final class SalesFigures implements KeyFigures {
    private final Customer customer;
    private final Opportunity opportunity;
    private final Lead lead;
    private final LiveCatalog catalog;
    private final Access access;
    private final LiveOrganisation organisation;

    SalesFigures(
            Customer customer,
            Opportunity opportunity,
            Lead lead,
            LiveCatalog catalog,
            Access access,
            LiveOrganisation organisation) {
        this.customer = customer;
        this.opportunity = opportunity;
        this.lead = lead;
        this.catalog = catalog;
        this.access = access;
        this.organisation = organisation;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(customer.name());
    }

    @Override
    public List<Figure> of(Question question) {
        List<Figure> figures = new ArrayList<>();
        ObjectDefinition object = catalog.current().object(opportunity.name());
        if (reads(question, object, opportunity.customer, opportunity.amount, Pipelined.OUTCOME)) {
            pipeline(question, object, figures);
        }
        figures.add(new Figure.Counted(
                "formerLeads",
                new Label("来源线索", "Leads it came from"),
                new Records(lead.name(), pointing(lead.convertedCustomer, question)),
                false));
        return figures;
    }

    private void pipeline(Question question, ObjectDefinition object, List<Figure> figures) {
        Alias row = Alias.of(object);
        var amount = row.column(opportunity.amount).coerce(SQLDataType.NUMERIC);
        Criterion open = Criterion.all(
                Criterion.is(opportunity.customer, question.record().id()),
                Criterion.is(Pipelined.OUTCOME, Pipelined.OPEN),
                access.visibility(question.actor(), object, Verb.READ).criterion());
        var found = question.database()
                .select(DSL.count(), DSL.coalesce(DSL.sum(amount), DSL.inline(BigDecimal.ZERO)))
                .from(row.table())
                .where(row.living(), CriterionSql.of(open, row))
                .fetchSingle();
        if (found.value1() == 0) {
            return;
        }
        ObjectNode filter = JsonMapper.shared().createObjectNode();
        filter.putArray("and")
                .add(pointing(opportunity.customer, question))
                .add(JsonMapper.shared()
                        .createObjectNode()
                        .put("field", Pipelined.OUTCOME.name())
                        .put("op", Operator.EQ.wire())
                        .put("value", Pipelined.OPEN));
        figures.add(new Figure.Told(
                "openAmount",
                new Label("进行中商机", "Open pipeline"),
                "money",
                JsonMapper.shared()
                        .createObjectNode()
                        .put(
                                "amount",
                                found.value2().setScale(2, RoundingMode.HALF_UP).toPlainString())
                        .put("currency", organisation.get().company().currency()),
                new Records(object.name(), filter)));
    }

    private static ObjectNode pointing(Field<Long> reference, Question question) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("field", reference.name())
                .put("op", Operator.EQ.wire())
                .put("value", question.record().id());
    }

    /** A sum of what is masked here and there would tell what is under the mask. */
    private boolean reads(Question question, ObjectDefinition object, Field<?>... fields) {
        return access.may(question.actor(), object, Verb.READ)
                && Stream.of(fields).allMatch(field -> access.readsThroughout(question.actor(), object, field));
    }
}
