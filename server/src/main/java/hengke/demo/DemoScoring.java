package hengke.demo;

import hengke.capability.score.Scoring;
import hengke.capability.score.Scoring.Band;
import hengke.capability.score.Scoring.Group;
import hengke.capability.score.Scoring.Rule;
import hengke.capability.score.Scorings;
import hengke.customers.Customer;
import hengke.demo.DemoLedger.Made;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.ObjectDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Rules that rate the customers of the invented company. */
@Component
final class DemoScoring {
    private static final String SIZE = "规模";
    private static final String TOUCH = "互动";

    private final Scorings scorings;
    private final Customer customer;
    private final DemoLedger ledger;

    DemoScoring(Scorings scorings, Customer customer, DemoLedger ledger) {
        this.scorings = scorings;
        this.customer = customer;
        this.ledger = ledger;
    }

    /** Nothing where there are real rules already. */
    void set() {
        ObjectDefinition object = scorings.object(customer.name());
        long version = scorings.of(object).version();
        if (version == 0 || scorings.of(object).rules().isEmpty()) {
            scorings.change(Actor.SYSTEM, rules(version));
            ledger.note(Made.SCORING, version + 1);
        }
    }

    private Scoring rules(long version) {
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
                version);
    }

    private static Rule rule(String name, String filter, int points, @Nullable String group) {
        return new Rule(name, JsonMapper.shared().readTree(filter.replace('\'', '"')), points, group);
    }

    /** Takes the rules away again, unless somebody has made them his own. */
    void remove(List<Long> made) {
        ObjectDefinition object = scorings.object(customer.name());
        long version = scorings.of(object).version();
        if (made.contains(version)) {
            scorings.change(
                    Actor.SYSTEM, new Scoring(customer.name(), false, true, List.of(), List.of(), List.of(), version));
        }
    }
}
