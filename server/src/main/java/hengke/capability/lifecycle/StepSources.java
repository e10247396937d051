package hengke.capability.lifecycle;

import hengke.capability.worth.PurchaseSources;
import hengke.capability.worth.Valued;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Sources.Source;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.query.Alias;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps that are told at present: being recorded, the first and the second deal, and 成交 by hand. */
@Configuration(proxyBeanMethods = false)
class StepSources {
    /** Who has bought was a customer by then, whenever somebody wrote it down. */
    @Bean
    StepSource recorded(LiveOrganisation organisation, PurchaseSources sources) {
        return source(Step.CUSTOMER, sources, (object, row) -> {
            Field<LocalDate> created = DSL.field(
                    "({0} at time zone {1})::date",
                    SQLDataType.LOCALDATE,
                    row.column(SystemFields.CREATED_AT),
                    DSL.inline(organisation.get().company().timeZone().getId()));
            return Optional.of(object.has(Valued.class) ? DSL.least(created, day(row, Valued.FIRST_DEAL_ON)) : created);
        });
    }

    @Bean
    StepSource firstDeal(PurchaseSources sources) {
        return source(
                Step.DEAL,
                sources,
                (object, row) ->
                        sources.of(object).told() ? Optional.of(day(row, Valued.FIRST_DEAL_ON)) : Optional.empty());
    }

    @Bean
    StepSource secondDeal(PurchaseSources sources) {
        return source(
                Step.REPEAT,
                sources,
                (object, row) ->
                        sources.of(object).told() ? Optional.of(day(row, Valued.SECOND_DEAL_ON)) : Optional.empty());
    }

    /** Somebody's word counts for whom there are no deals to look at, unless deals alone decide. */
    @Bean
    StepSource wonByHand(PurchaseSources sources) {
        return source(
                Step.DEAL,
                sources,
                (object, row) -> sources.of(object).decided()
                        ? Optional.empty()
                        : Optional.of(DSL.when(noDeal(object, row), LifeMoves.WON_ON)));
    }

    private static Condition noDeal(ObjectDefinition object, Alias row) {
        return object.has(Valued.class) ? day(row, Valued.FIRST_DEAL_ON).isNull() : DSL.trueCondition();
    }

    private static Field<LocalDate> day(Alias row, hengke.kernel.metadata.Field<LocalDate> field) {
        return row.column(field).coerce(SQLDataType.LOCALDATE);
    }

    /** What tells the day. */
    private interface Telling {
        Optional<Field<LocalDate>> day(ObjectDefinition object, Alias row);
    }

    /** All of them tell something of deals. */
    private static StepSource source(Step step, PurchaseSources deals, Telling telling) {
        return new StepSource() {
            @Override
            public Step step() {
                return step;
            }

            @Override
            public Optional<Field<LocalDate>> day(ObjectDefinition object, Alias row) {
                return telling.day(object, row);
            }

            @Override
            public Set<Source> sources(ObjectDefinition object) {
                return deals.fields(object);
            }
        };
    }
}
