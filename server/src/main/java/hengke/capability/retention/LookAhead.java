package hengke.capability.retention;

import hengke.capability.retention.Histories.History;
import hengke.capability.retention.Outlook.Foretold;
import hengke.capability.worth.AfterRevaluation;
import hengke.capability.worth.LiveWorth;
import hengke.capability.worth.Revaluation;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.learning.BetaGeometric;
import hengke.kernel.learning.Buying;
import hengke.kernel.learning.GammaGamma;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Alias;
import hengke.kernel.query.DerivedUpdate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Learns how records buy before they are all reckoned anew, and writes onto each what that means for it. Whatever runs
 * twice comes to the same, because the same deals give the same findings.
 */
@Component
final class LookAhead implements AfterRevaluation {
    /** As many as are enough to learn of; further ones are picked by chance, the same every time. */
    private static final long ENOUGH = 50_000;
    /** The part of the past that is held back to try what was learnt of the rest. */
    private static final long TRIED = 4;

    private static final long FEWEST_WEEKS_TRIED = 8;
    private static final double DAYS_OF_A_WEEK = 7;

    private final Histories histories;
    private final LiveWorth worth;
    private final ObjectProvider<Revaluation> revaluation;
    private final LiveOrganisation organisation;
    private final Clock clock;

    LookAhead(
            Histories histories,
            LiveWorth worth,
            ObjectProvider<Revaluation> revaluation,
            LiveOrganisation organisation,
            Clock clock) {
        this.histories = histories;
        this.worth = worth;
        this.revaluation = revaluation;
        this.organisation = organisation;
        this.clock = clock;
    }

    @Override
    public void begun(DSLContext within, ObjectDefinition object) {
        if (object.has(Retained.class)) {
            Outlooks.keep(within, object.name(), learnt(within, object));
        }
    }

    private Outlook learnt(DSLContext within, ObjectDefinition object) {
        LocalDate day = revaluation.getObject().day(object);
        Histories.Extent extent = histories.extent(within, object, day);
        LocalDate first = extent.first();
        long past = first == null ? 0 : ChronoUnit.DAYS.between(first, day);
        LocalDate parting = day.minusDays(past / TRIED);
        long every = Math.max(1, (extent.customers() + ENOUGH - 1) / ENOUGH);
        List<History> all = first == null
                ? List.of()
                : histories.of(
                        within,
                        object,
                        id -> every == 1 ? DSL.trueCondition() : DSL.condition("hashint8({0}) % {1} = 0", id, every),
                        parting,
                        day);
        List<Buying> people = all.stream().map(History::whole).toList();
        long again = people.stream().filter(each -> each.repeats() > 0).count();
        boolean enough = again >= Outlook.FEWEST;
        GammaGamma much = enough ? GammaGamma.fit(people) : null;
        double weeks = past / TRIED / DAYS_OF_A_WEEK;
        return new Outlook(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                day,
                worth.of(object).version(),
                people.size(),
                again,
                enough ? BetaGeometric.fit(people) : null,
                much == null || !much.hasMean() ? null : much,
                GammaGamma.dependence(people),
                enough && weeks >= FEWEST_WEEKS_TRIED ? tried(all, weeks) : null);
    }

    /** Learns of what came before a day only, and holds it against what came after. */
    private static Outlook.@Nullable Trial tried(List<History> all, double weeks) {
        List<History> known = all.stream().filter(each -> each.before() != null).toList();
        List<Buying> before = new ArrayList<>();
        known.forEach(each -> before.add(Objects.requireNonNull(each.before())));
        if (before.stream().filter(each -> each.repeats() > 0).count() < Outlook.FEWEST) {
            return null;
        }
        BetaGeometric model = BetaGeometric.fit(before);
        double actual = 0;
        double expected = 0;
        double naive = 0;
        double error = 0;
        double naiveError = 0;
        for (int i = 0; i < known.size(); i++) {
            Buying person = before.get(i);
            double later = known.get(i).later();
            double foretold = model.expected(person, weeks);
            double same = person.age() == 0 ? 0 : person.repeats() / person.age() * weeks;
            actual += later;
            expected += foretold;
            naive += same;
            error += Math.abs(later - foretold);
            naiveError += Math.abs(later - same);
        }
        return new Outlook.Trial(
                Math.round(weeks),
                known.size(),
                actual,
                expected,
                naive,
                error / known.size(),
                naiveError / known.size());
    }

    @Override
    public void revalued(DSLContext within, ObjectDefinition object, Function<Field<Long>, Condition> which) {
        if (!object.has(Retained.class)) {
            return;
        }
        Outlook outlook = Outlooks.newest(within, object.name()).orElse(null);
        LocalDate day = revaluation.getObject().day(object);
        List<Long> ids = new ArrayList<>();
        List<@Nullable Foretold> foretold = new ArrayList<>();
        if (outlook != null && outlook.often() != null) {
            for (History each : histories.of(within, object, which, day, day)) {
                ids.add(each.customer());
                foretold.add(outlook.of(each.whole()));
            }
        }
        write(within, object, which, ids, foretold);
    }

    private void write(
            DSLContext within,
            ObjectDefinition object,
            Function<Field<Long>, Condition> which,
            List<Long> ids,
            List<@Nullable Foretold> foretold) {
        int many = ids.size();
        @Nullable BigDecimal[] chances = new BigDecimal[many];
        @Nullable String[] risks = new String[many];
        BigDecimal[] deals = new BigDecimal[many];
        @Nullable BigDecimal[] amounts = new BigDecimal[many];
        for (int i = 0; i < many; i++) {
            Foretold each = foretold.get(i);
            if (each != null) {
                Double chance = each.chance();
                Double amount = each.amount();
                chances[i] = chance == null ? null : decimal(chance * 100, 1);
                risks[i] = chance == null ? null : Retained.risk(chance);
                deals[i] = decimal(each.deals(), 2);
                amounts[i] = amount == null ? null : decimal(amount, 2);
            }
        }
        Table<?> told = DSL.table(
                "unnest({0}, {1}, {2}, {3}, {4}) as told(id, chance, risk, deals, amount)",
                DSL.val(ids.toArray(Long[]::new), SQLDataType.BIGINT.array()),
                DSL.val(chances, SQLDataType.NUMERIC.array()),
                DSL.val(risks, SQLDataType.CLOB.array()),
                DSL.val(deals, SQLDataType.NUMERIC.array()),
                DSL.val(amounts, SQLDataType.NUMERIC.array()));
        Field<BigDecimal> amount = DSL.field(DSL.name("told", "amount"), SQLDataType.NUMERIC);
        String money = Retained.EXPECTED_AMOUNT.column();
        new DerivedUpdate(object)
                .joining(row -> row.leftJoin(told)
                        .on(DSL.field(DSL.name("told", "id"), SQLDataType.BIGINT)
                                .eq(Alias.of(object).id())))
                .set(Retained.CHANCE.column(), DSL.field(DSL.name("told", "chance"), SQLDataType.NUMERIC))
                .set(Retained.RISK.column(), DSL.field(DSL.name("told", "risk"), SQLDataType.CLOB))
                .set(Retained.EXPECTED_DEALS.column(), DSL.field(DSL.name("told", "deals"), SQLDataType.NUMERIC))
                .set(money, amount)
                .set(money + "_amount", amount)
                .set(
                        money + "_currency",
                        DSL.when(
                                amount.isNotNull(),
                                DSL.inline(organisation.get().company().currency())
                                        .cast(SQLDataType.CLOB)))
                .run(within, which);
    }

    private static BigDecimal decimal(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_UP);
    }
}
