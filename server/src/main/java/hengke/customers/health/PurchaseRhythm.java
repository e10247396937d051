package hengke.customers.health;

import hengke.capability.portrait.HealthFactor;
import hengke.capability.portrait.Knowledge;
import hengke.capability.portrait.PortraitSettings;
import hengke.capability.portrait.Scene;
import hengke.capability.worth.PurchaseSources;
import hengke.capability.worth.Purchases;
import hengke.customers.Customer;
import hengke.kernel.explaining.Explainer.Question;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.settings.Setting;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/**
 * Does the customer buy as often as it did? The days since the last deal against those between deals so far, two weeks
 * at least. Up to that all is well; at three times as many nothing is. Before the third deal it says nothing.
 */
@Component
final class PurchaseRhythm implements HealthFactor {
    private static final Setting<Long> WEIGHT = PortraitSettings.factor("Purchases", 25, "购买节奏", "rhythm of purchases");
    private static final int FEWEST = 3;
    private static final int LEAST = 14;
    private static final String BESIDE = "purchases";
    private static final Field<Integer> NUMBER = DSL.field(DSL.name(BESIDE, "number"), SQLDataType.INTEGER);
    private static final Field<Integer> SINCE = DSL.field(DSL.name(BESIDE, "since"), SQLDataType.INTEGER);
    private static final Field<BigDecimal> USUAL = DSL.field(DSL.name(BESIDE, "usual"), SQLDataType.NUMERIC);
    private static final Field<Integer> FACT_NUMBER = DSL.field(DSL.name("fact_deals"), SQLDataType.INTEGER);
    private static final Field<Integer> FACT_SINCE = DSL.field(DSL.name("fact_since_deal"), SQLDataType.INTEGER);
    private static final Field<BigDecimal> FACT_USUAL = DSL.field(DSL.name("fact_deal_every"), SQLDataType.NUMERIC);

    private final Customer customer;
    private final Purchases purchases;
    private final PurchaseSources sources;
    private final Knowledge knowledge;

    PurchaseRhythm(Customer customer, Purchases purchases, PurchaseSources sources, Knowledge knowledge) {
        this.customer = customer;
        this.purchases = purchases;
        this.sources = sources;
        this.knowledge = knowledge;
    }

    @Override
    public String name() {
        return "purchases";
    }

    @Override
    public Label label() {
        return new Label("购买节奏", "Rhythm of purchases");
    }

    /** Only where anything counts as a deal. */
    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(customer.name())
                && !sources.of(object).bound().isEmpty();
    }

    @Override
    public Setting<Long> weight() {
        return WEIGHT;
    }

    @Override
    public List<Catalog.Child> movedBy(ObjectDefinition object) {
        return sources.of(object).bound().stream()
                .map(source -> new Catalog.Child(source.object(), source.customer()))
                .toList();
    }

    @Override
    public Said said(Scene scene) {
        Field<Integer> number = DSL.coalesce(NUMBER, DSL.inline(0));
        Field<BigDecimal> value = DSL.when(
                number.ge(FEWEST),
                DSL.field("least(1, greatest(0, 1 - ({0} - {1}) / (2 * {1})))", SQLDataType.NUMERIC, SINCE, USUAL));
        return new Said(
                value, List.of(number.as(FACT_NUMBER), SINCE.as(FACT_SINCE), USUAL.as(FACT_USUAL)), deals(scene));
    }

    private Table<?> deals(Scene scene) {
        Field<Integer> since = DSL.field(
                "({0}::date - max({1}))",
                SQLDataType.INTEGER, DSL.inline(scene.today().date().toString()), Purchases.DAY);
        Field<BigDecimal> usual = DSL.field(
                "greatest({0}, (max({1}) - min({1}))::numeric / nullif(count(distinct {1}) - 1, 0))",
                SQLDataType.NUMERIC, DSL.inline(LEAST), Purchases.DAY);
        return DSL.select(
                        Purchases.CUSTOMER.as("record"),
                        DSL.countDistinct(Purchases.DAY).as("number"),
                        since.as("since"),
                        usual.as("usual"))
                .from(purchases.of(
                        scene.object(), scene.those()::among, scene.today().date()))
                .where(Purchases.DEAL)
                .groupBy(Purchases.CUSTOMER)
                .asTable(BESIDE);
    }

    @Override
    public boolean mayBeTold(Question question, Scene scene) {
        return sources.of(question.object()).bound().stream()
                        .allMatch(source -> knowledge.readsAll(
                                question,
                                source.object().name(),
                                source.customer(),
                                List.of(source.at(), source.amount())))
                && knowledge.reads(sources.fields(question.object()), question);
    }

    @Override
    public Reason reason(Question question, Record facts, Scene scene) {
        int number = facts.get(FACT_NUMBER);
        if (number < FEWEST) {
            return new Reason(Message.of("portrait.fewDeals", number), null);
        }
        Message since = Message.of("portrait.sinceDeal", facts.get(FACT_SINCE));
        Message norm = Message.of("portrait.usually", facts.get(FACT_USUAL).setScale(0, RoundingMode.HALF_UP));
        return new Reason(Message.of("portrait.against", since, norm), null);
    }
}
