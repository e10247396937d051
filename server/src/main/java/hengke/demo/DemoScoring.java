package hengke.demo;

import hengke.capability.score.Scoring;
import hengke.capability.score.Scoring.Band;
import hengke.capability.score.Scoring.Decay;
import hengke.capability.score.Scoring.Group;
import hengke.capability.score.Scoring.Rule;
import hengke.capability.score.Scorings;
import hengke.customers.Customer;
import hengke.demo.DemoLedger.Made;
import hengke.kernel.access.Actor;
import hengke.sales.Lead;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules that rate the customers and leads of the invented company. */
@Component
final class DemoScoring {
    private static final String SIZE = "规模";
    private static final String TOUCH = "互动";
    private static final String PERSON = "身份";

    private final Scorings scorings;
    private final Customer customer;
    private final Lead lead;
    private final DemoLedger ledger;

    DemoScoring(Scorings scorings, Customer customer, Lead lead, DemoLedger ledger) {
        this.scorings = scorings;
        this.customer = customer;
        this.lead = lead;
        this.ledger = ledger;
    }

    /** Nothing where there are real rules already. */
    void set() {
        set(Made.SCORING, customers());
        set(Made.LEAD_SCORING, leads());
    }

    private void set(Made made, Scoring rules) {
        Scoring present = scorings.of(scorings.object(rules.object()));
        if (present.rules().isEmpty()) {
            scorings.change(Actor.SYSTEM, at(present.version(), rules));
            ledger.note(made, present.version() + 1);
        }
    }

    private Scoring customers() {
        return new Scoring(
                customer.name(),
                true,
                true,
                List.of(
                        rule("200 人以上", "{'field':'employees','op':'ge','value':200}", 20, SIZE),
                        rule("年营业额 5000 万以上", "{'field':'revenue','op':'ge','value':'50000000'}", 20, SIZE),
                        rule(
                                "制造业或 IT 行业",
                                "{'or':[{'field':'industry','op':'under','value':'manufacturing'},"
                                        + "{'field':'industry','op':'under','value':'it'}]}",
                                10,
                                null),
                        rule("已成交", "{'field':'status','op':'eq','value':'won'}", 25, null),
                        rule(
                                "近 30 天有跟进",
                                "{'field':'lastContactAt','op':'during','value':{'last':30,'unit':'day'}}",
                                15,
                                TOUCH),
                        rule(
                                "有决策人联系人",
                                "{'exists':'contacts','where':{'field':'role','op':'eq','value':'decider'}}",
                                15,
                                TOUCH),
                        rule("老客户推荐", "{'field':'source','op':'eq','value':'referral'}", 10, null),
                        rule("90 天以上未联系", "{'field':'idleDays','op':'gt','value':90}", -15, null),
                        rule("已流失", "{'field':'status','op':'eq','value':'lost'}", -40, null)),
                List.of(new Group(SIZE, 30), new Group(TOUCH, 25)),
                List.of(new Band(60, "A"), new Band(35, "B"), new Band(10, "C"), new Band(-100, "D")),
                0);
    }

    /** What somebody is, and what has happened lately: the latter is worth less with every day. */
    private Scoring leads() {
        return new Scoring(
                lead.name(),
                true,
                true,
                List.of(
                        rule(
                                "职务能拍板",
                                "{'or':[{'field':'title','op':'contains','value':'总'},"
                                        + "{'field':'title','op':'contains','value':'经理'},"
                                        + "{'field':'title','op':'contains','value':'主任'}]}",
                                15,
                                PERSON),
                        rule("留了手机", "{'field':'phone','op':'notEmpty'}", 10, PERSON),
                        rule("说明了需求", "{'field':'need','op':'notEmpty'}", 15, null),
                        rule("老客户推荐", "{'field':'source','op':'eq','value':'referral'}", 15, null),
                        decaying("最近有跟进", "{'field':'lastContactAt','op':'notEmpty'}", 30, "lastContactAt", 14),
                        decaying("新线索", "{'field':'createdAt','op':'notEmpty'}", 20, "createdAt", 7),
                        rule("无效", "{'field':'status','op':'eq','value':'invalid'}", -60, null)),
                List.of(new Group(PERSON, 20), new Group(TOUCH, 40)),
                List.of(new Band(50, "hot"), new Band(25, "warm"), new Band(-100, "cold")),
                0);
    }

    private static Rule decaying(String name, String filter, int points, String since, int halfLife) {
        return new Rule(name, read(filter), points, TOUCH, new Decay(since, halfLife));
    }

    private static Rule rule(String name, String filter, int points, @Nullable String group) {
        return new Rule(name, read(filter), points, group, null);
    }

    private static JsonNode read(String filter) {
        return JsonMapper.shared().readTree(filter.replace('\'', '"'));
    }

    private static Scoring at(long version, Scoring rules) {
        return new Scoring(
                rules.object(),
                rules.active(),
                rules.keepsEarlier(),
                rules.rules(),
                rules.groups(),
                rules.bands(),
                version);
    }

    /** Takes the rules away again, unless somebody has made them his own. */
    void remove(DemoLedger.Entry made) {
        remove(customer.name(), made.scoring());
        remove(lead.name(), made.leadScoring());
    }

    private void remove(String name, List<Long> made) {
        long version = scorings.of(scorings.object(name)).version();
        if (made.contains(version)) {
            scorings.change(Actor.SYSTEM, new Scoring(name, false, true, List.of(), List.of(), List.of(), version));
        }
    }
}
