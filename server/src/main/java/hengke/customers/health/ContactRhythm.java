package hengke.customers.health;

import hengke.capability.activity.Followed;
import hengke.capability.portrait.ContactDays;
import hengke.capability.portrait.HealthFactor;
import hengke.capability.portrait.Knowledge;
import hengke.capability.portrait.PortraitSettings;
import hengke.capability.portrait.Scene;
import hengke.customers.Customer;
import hengke.kernel.explaining.Explainer.Question;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.problem.Message;
import hengke.kernel.settings.Setting;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.CaseValueStep;
import org.jooq.CaseWhenStep;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Is one in touch often enough? The days since the last contact against those one usually lets pass, or those that the
 * customer's level allows if they are fewer, a week at least. Up to that all is well; at three times as many nothing is.
 */
@Component
final class ContactRhythm implements HealthFactor {
    private static final BigDecimal LEAST = new BigDecimal(7);
    private static final Setting<Long> WEIGHT = PortraitSettings.factor("Rhythm", 35, "联系节奏", "rhythm of contact");
    private static final Setting<Long> OTHERWISE = PortraitSettings.target("None", 60, "未定级客户", "no level")
            .help(
                    "距上次联系的天数，与平常的间隔或这里的目标（取较短者，至少 7 天）相比；到三倍为零分。",
                    "Days since the last contact are held against the usual ones or these, whichever are fewer, a week"
                            + " at least; at three times as many the factor is nought.");
    private static final Map<String, Setting<Long>> TARGETS = new LinkedHashMap<>();

    static {
        TARGETS.put("A", PortraitSettings.target("A", 14, "A 级客户", "level A"));
        TARGETS.put("B", PortraitSettings.target("B", 30, "B 级客户", "level B"));
        TARGETS.put("C", PortraitSettings.target("C", 60, "C 级客户", "level C"));
        TARGETS.put("D", PortraitSettings.target("D", 90, "D 级客户", "level D"));
    }

    private static final String BESIDE = "rhythm";
    private static final Field<Integer> DAYS = DSL.field(DSL.name("fact_days"), SQLDataType.INTEGER);
    private static final Field<BigDecimal> EXPECTED = DSL.field(DSL.name("fact_expected"), SQLDataType.NUMERIC);
    private static final Field<BigDecimal> USUAL = DSL.field(DSL.name("fact_usual"), SQLDataType.NUMERIC);
    private static final Field<Boolean> NEVER = DSL.field(DSL.name("fact_never"), SQLDataType.BOOLEAN);

    private final Customer customer;
    private final ContactDays contactDays;
    private final Knowledge knowledge;

    ContactRhythm(Customer customer, ContactDays contactDays, Knowledge knowledge) {
        this.customer = customer;
        this.contactDays = contactDays;
        this.knowledge = knowledge;
    }

    @Override
    public String name() {
        return "rhythm";
    }

    @Override
    public Label label() {
        return new Label("联系节奏", "Rhythm of contact");
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
        List<Setting<?>> all = new ArrayList<>(TARGETS.values());
        all.add(OTHERWISE);
        return all;
    }

    @Override
    public Said said(Scene scene) {
        Field<Instant> last = scene.row().column(Followed.LAST_CONTACT_AT).coerce(SQLDataType.INSTANT);
        Field<Instant> created = scene.row().column(SystemFields.CREATED_AT).coerce(SQLDataType.INSTANT);
        Field<Integer> days = DSL.greatest(DSL.inline(0), scene.today().age(DSL.coalesce(last, created)));
        Field<BigDecimal> usual = DSL.field(DSL.name(BESIDE, "usual"), SQLDataType.NUMERIC);
        Field<BigDecimal> expected = DSL.greatest(DSL.inline(LEAST), DSL.least(target(scene), usual));
        Field<BigDecimal> value =
                DSL.field("least(1, greatest(0, 1 - ({0} - {1}) / (2 * {1})))", SQLDataType.NUMERIC, days, expected);
        return new Said(
                value,
                List.of(
                        days.as(DAYS),
                        expected.as(EXPECTED),
                        usual.as(USUAL),
                        DSL.field(last.isNull()).as(NEVER)),
                contactDays.of(scene, BESIDE));
    }

    private Field<BigDecimal> target(Scene scene) {
        CaseValueStep<String> level =
                DSL.case_(scene.row().column(customer.level).coerce(SQLDataType.CLOB));
        @Nullable CaseWhenStep<String, BigDecimal> target = null;
        for (Map.Entry<String, Setting<Long>> each : TARGETS.entrySet()) {
            Field<BigDecimal> days = days(scene, each.getValue());
            target = target == null
                    ? level.when(DSL.inline(each.getKey()), days)
                    : target.when(DSL.inline(each.getKey()), days);
        }
        return Objects.requireNonNull(target).otherwise(days(scene, OTHERWISE));
    }

    private static Field<BigDecimal> days(Scene scene, Setting<Long> setting) {
        return DSL.inline(BigDecimal.valueOf(scene.settings().get(setting)));
    }

    @Override
    public boolean mayBeTold(Question question, Scene scene) {
        return knowledge.reads(question, List.of(Followed.LAST_CONTACT_AT, SystemFields.CREATED_AT, customer.level))
                && knowledge.seesContacts(question);
    }

    @Override
    public Reason reason(Question question, Record facts, Scene scene) {
        BigDecimal usual = facts.get(USUAL);
        BigDecimal expected = facts.get(EXPECTED);
        Message since =
                Message.of(facts.get(NEVER) ? "portrait.neverContacted" : "portrait.daysSince", facts.get(DAYS));
        Message norm = usual != null && usual.compareTo(expected) == 0
                ? Message.of("portrait.usually", whole(usual))
                : Message.of("portrait.expected", whole(expected));
        return new Reason(Message.of("portrait.against", since, norm), null);
    }

    private static BigDecimal whole(BigDecimal days) {
        return days.setScale(0, RoundingMode.HALF_UP);
    }
}
