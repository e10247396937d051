package hengke.sales;

import hengke.capability.lifecycle.Step;
import hengke.capability.lifecycle.StepSource;
import hengke.capability.pipeline.StageLog;
import hengke.customers.Customer;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.query.Alias;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What leads and opportunities tell of the life of a customer. */
@Configuration(proxyBeanMethods = false)
class SalesSteps {
    private final LiveCatalog catalog;
    private final LiveOrganisation organisation;

    SalesSteps(LiveCatalog catalog, LiveOrganisation organisation) {
        this.catalog = catalog;
        this.organisation = organisation;
    }

    /** The lead it was made from; one that joined a customer who was there already is not how that one came. */
    @Bean
    StepSource cameAsLead(Customer customer, Lead lead) {
        return new FromChildren(
                Step.LEAD,
                customer.name(),
                lead.name(),
                lead.convertedCustomer,
                List.of(lead.convertedAt),
                (row, its) -> {
                    Field<Instant> since = DSL.least(at(its, SystemFields.CREATED_AT), at(its, lead.convertedAt));
                    return DSL.when(since.le(at(row, SystemFields.CREATED_AT)), since);
                });
    }

    @Bean
    StepSource firstOpportunity(Customer customer, Opportunity opportunity) {
        return ofOpportunity(Step.OPPORTUNITY, customer, opportunity);
    }

    /** With whom there was an opportunity was a customer by then, whenever somebody wrote it down. */
    @Bean
    StepSource customerByOpportunity(Customer customer, Opportunity opportunity) {
        return ofOpportunity(Step.CUSTOMER, customer, opportunity);
    }

    private StepSource ofOpportunity(Step step, Customer customer, Opportunity opportunity) {
        return new FromChildren(
                step,
                customer.name(),
                opportunity.name(),
                opportunity.customer,
                List.of(),
                (_, its) -> DSL.least(at(its, SystemFields.CREATED_AT), StageLog.first(its)));
    }

    private static Field<Instant> at(Alias row, hengke.kernel.metadata.Field<Instant> field) {
        return row.column(field).coerce(SQLDataType.INSTANT);
    }

    /** When a record that points at a customer tells of the step. */
    @FunctionalInterface
    private interface Moment {
        Field<Instant> of(Alias customer, Alias its);
    }

    /** The earliest day of all living records that point at a customer. */
    private final class FromChildren implements StepSource {
        private final Step step;
        private final String of;
        private final String child;
        private final hengke.kernel.metadata.Field<Long> reference;
        private final List<hengke.kernel.metadata.Field<?>> fields;
        private final Moment moment;

        FromChildren(
                Step step,
                String of,
                String child,
                hengke.kernel.metadata.Field<Long> reference,
                List<hengke.kernel.metadata.Field<?>> fields,
                Moment moment) {
            this.step = step;
            this.of = of;
            this.child = child;
            this.reference = reference;
            this.fields = fields;
            this.moment = moment;
        }

        @Override
        public Step step() {
            return step;
        }

        @Override
        public Optional<Field<LocalDate>> day(ObjectDefinition object, Alias row) {
            return told(object).map(told -> {
                Alias its = row.inner(told.object());
                Field<Instant> first = DSL.field(DSL.select(DSL.min(moment.of(row, its)))
                        .from(its.table())
                        .where(its.column(reference).coerce(Long.class).eq(row.id()), its.living()));
                return DSL.field(
                        "({0} at time zone {1})::date",
                        SQLDataType.LOCALDATE,
                        first,
                        DSL.inline(organisation.get().company().timeZone().getId()));
            });
        }

        @Override
        public Optional<Told> told(ObjectDefinition object) {
            return object.name().equals(of)
                    ? Optional.of(new Told(catalog.current().object(child), reference, fields))
                    : Optional.empty();
        }
    }
}
