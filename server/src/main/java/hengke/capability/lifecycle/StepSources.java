package hengke.capability.lifecycle;

import hengke.capability.worth.PurchaseSources;
import hengke.capability.worth.Valued;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.query.Alias;
import java.time.LocalDate;
import java.util.Optional;
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
    StepSource recorded(LiveOrganisation organisation) {
        return source(Step.CUSTOMER, (object, row) -> {
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
                (object, row) ->
                        told(sources, object) ? Optional.of(day(row, Valued.FIRST_DEAL_ON)) : Optional.empty());
    }

    @Bean
    StepSource secondDeal(PurchaseSources sources) {
        return source(
                Step.REPEAT,
                (object, row) ->
                        told(sources, object) ? Optional.of(day(row, Valued.SECOND_DEAL_ON)) : Optional.empty());
    }

    /** Somebody's word counts only as long as there are no deals to look at. */
    @Bean
    StepSource wonByHand(PurchaseSources sources) {
        return source(
                Step.DEAL, (object, _) -> told(sources, object) ? Optional.empty() : Optional.of(LifeMoves.WON_ON));
    }

    static boolean told(PurchaseSources sources, ObjectDefinition object) {
        PurchaseSources.Resolved resolved = sources.of(object);
        return !resolved.bound().isEmpty() || !resolved.broken().isEmpty();
    }

    private static Field<LocalDate> day(Alias row, hengke.kernel.metadata.Field<LocalDate> field) {
        return row.column(field).coerce(SQLDataType.LOCALDATE);
    }

    /** What tells the day. */
    private interface Telling {
        Optional<Field<LocalDate>> day(ObjectDefinition object, Alias row);
    }

    private static StepSource source(Step step, Telling telling) {
        return new StepSource() {
            @Override
            public Step step() {
                return step;
            }

            @Override
            public Optional<Field<LocalDate>> day(ObjectDefinition object, Alias row) {
                return telling.day(object, row);
            }
        };
    }
}
