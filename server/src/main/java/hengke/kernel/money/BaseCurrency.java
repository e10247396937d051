package hengke.kernel.money;

import hengke.kernel.identity.CompanySettings;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.settings.SettingWatch;
import hengke.kernel.settings.Settings;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Keeps the company's currency while there is money: what is stored was converted to it. Looks into every field of
 * money there is, records in the recycle bin included.
 */
final class BaseCurrency implements SettingWatch {
    private final LiveCatalog live;

    BaseCurrency(LiveCatalog live) {
        this.live = live;
    }

    @Override
    public void changed(DSLContext within, Set<String> names) {
        if (!names.contains(CompanySettings.CURRENCY.name())) {
            return;
        }
        RateRows.stop(within);
        String base = Settings.open(within, CompanySettings.CURRENCY).get(CompanySettings.CURRENCY);
        for (ObjectDefinition object : live.current().objects()) {
            for (Field<?> field : object.fields()) {
                if (field.type() instanceof MoneyType && !field.isFormula()) {
                    take(within, object, field, base);
                }
            }
        }
    }

    /** Sums of nothing are nothing in any currency. */
    private static void take(DSLContext within, ObjectDefinition object, Field<?> field, String base) {
        if (field.computation() == null) {
            requireNone(within, object, field);
        } else {
            within.execute(
                    "update {0} set {1} = {2} where {1} is not null",
                    DSL.name(object.table()), DSL.name(field.column() + "_currency"), DSL.val(base));
        }
    }

    private static void requireNone(DSLContext within, ObjectDefinition object, Field<?> field) {
        boolean stored = within.fetchExists(DSL.selectOne()
                .from(DSL.table(DSL.name(object.table())))
                .where(DSL.field(DSL.name(field.column())).isNotNull()));
        if (stored) {
            throw Refusal.Invalid.at(
                    CompanySettings.CURRENCY.name(), Message.of("money.stored", object.label(), field.label()));
        }
    }
}
