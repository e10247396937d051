package hengke.customers.health;

import hengke.capability.portrait.HealthFactor;
import hengke.capability.portrait.Knowledge;
import hengke.capability.portrait.PortraitSettings;
import hengke.capability.portrait.Scene;
import hengke.customers.Customer;
import hengke.kernel.explaining.Explainer.Question;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextListType;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import hengke.kernel.settings.Setting;
import hengke.kernel.settings.SettingValues;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** How many of the fields that matter are filled in. */
@Component
final class KeyFields implements HealthFactor {
    private static final Setting<Long> WEIGHT = PortraitSettings.factor("Data", 20, "资料完整", "complete data");

    private final Customer customer;
    private final Knowledge knowledge;
    private final List<Field<?>> offered;
    private final Setting<List<String>> chosen;

    KeyFields(Customer customer, Knowledge knowledge) {
        this.customer = customer;
        this.knowledge = knowledge;
        this.offered = List.of(
                customer.level,
                customer.industry,
                customer.source,
                customer.phone,
                customer.region,
                customer.creditCode,
                customer.employees,
                customer.revenue,
                customer.website,
                customer.address);
        this.chosen = PortraitSettings.own(
                        "keyFields",
                        new TextListType(new TextListType.Choices(offered.stream()
                                .map(field -> Option.of(
                                        field.name(),
                                        field.label().chinese(),
                                        field.label().english()))
                                .toList())),
                        List.of("level", "industry", "source", "phone", "region", "creditCode"),
                        "关键字段",
                        "Fields that matter")
                .help("资料完整度看这些字段填了几项。", "Complete data: how many of them are filled in.");
    }

    @Override
    public String name() {
        return "data";
    }

    @Override
    public Label label() {
        return new Label("资料完整", "Complete data");
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
    public List<Setting<?>> settings() {
        return List.of(chosen);
    }

    @Override
    public Said said(Scene scene) {
        List<org.jooq.Field<?>> facts = new ArrayList<>();
        org.jooq.Field<Integer> filled = DSL.inline(0);
        List<Field<?>> fields = fields(scene.object(), scene.settings());
        for (Field<?> field : fields) {
            org.jooq.Field<Boolean> present = DSL.field(
                    "(({0}) is true)", SQLDataType.BOOLEAN, CriterionSql.of(Criterion.present(field), scene.row()));
            facts.add(present.as(fact(field)));
            filled = filled.plus(DSL.field("({0})::int", SQLDataType.INTEGER, present));
        }
        org.jooq.Field<BigDecimal> value =
                DSL.field("({0})::numeric / nullif({1}, 0)", SQLDataType.NUMERIC, filled, DSL.inline(fields.size()));
        return new Said(value, facts, null);
    }

    private static org.jooq.Field<Boolean> fact(Field<?> field) {
        return DSL.field(DSL.name("fact_has_" + field.column()), SQLDataType.BOOLEAN);
    }

    private List<Field<?>> fields(ObjectDefinition object, SettingValues settings) {
        List<String> names = settings.get(chosen);
        return offered.stream()
                .filter(field -> names.contains(field.name()))
                .<Field<?>>flatMap(field -> object.field(field.name()).filter(field::equals).stream())
                .toList();
    }

    @Override
    public boolean mayBeTold(Question question, Scene scene) {
        return knowledge.reads(question, fields(scene.object(), scene.settings()));
    }

    @Override
    public Reason reason(Question question, Record facts, Scene scene) {
        List<Field<?>> fields = fields(scene.object(), scene.settings());
        List<Field<?>> missing =
                fields.stream().filter(field -> !facts.get(fact(field))).toList();
        if (missing.isEmpty()) {
            return new Reason(Message.of("portrait.complete", fields.size()), null);
        }
        Message names = Message.of("portrait.channel", missing.getFirst().label());
        for (Field<?> field : missing.subList(1, missing.size())) {
            names = Message.of("portrait.and", names, field.label());
        }
        return new Reason(Message.of("portrait.missing", names), null);
    }
}
