package hengke.demo;

import hengke.capability.owner.Owned;
import hengke.conversations.ChatMessage.Draft;
import hengke.conversations.Gatherings;
import hengke.conversations.Talk;
import hengke.customers.Customer;
import hengke.demo.DemoCompany.Team;
import hengke.demo.DemoLedger.Made;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Organisation;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.query.Visibility;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What invented colleagues say to each other and to whoever is really there, in the last two days. */
@Component
final class DemoChats {
    private static final int LISTENERS = 5;

    private final Gatherings gatherings;
    private final Talk talk;
    private final LiveOrganisation organisation;
    private final LiveCatalog catalog;
    private final Pages pages;
    private final Customer customer;
    private final DemoLedger ledger;
    private final Clock clock;

    DemoChats(
            Gatherings gatherings,
            Talk talk,
            LiveOrganisation organisation,
            LiveCatalog catalog,
            Pages pages,
            Customer customer,
            DemoLedger ledger,
            Clock clock) {
        this.gatherings = gatherings;
        this.talk = talk;
        this.organisation = organisation;
        this.catalog = catalog;
        this.pages = pages;
        this.customer = customer;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Something that is said.
     *
     * @param who which of those who talk
     * @param ago so many minutes before now
     */
    private record Line(int who, int ago, String text) {}

    private static final List<Line> TEAM = List.of(
            new Line(0, 1_560, "本周例会改到周三上午十点，请提前更新各自的商机阶段。"),
            new Line(1, 1_548, "收到。杭州那家今天约了方案演示，会后我更新。"),
            new Line(2, 1_541, "收到"),
            new Line(1, 320, "演示很顺利，客户对交付周期还有疑问，想要一份排期。"),
            new Line(0, 312, "排期我让交付同事今天给你，报价先不要再让了。"),
            new Line(3, 95, "南京的合同客户已经盖章，原件明天寄出。"),
            new Line(0, 88, "辛苦了！回款计划也一起建好。"));

    private static final List<Line> PRICES = List.of(
            new Line(0, 700, "超过八五折的报价都要走审批，大家提交时写清楚原因。"),
            new Line(1, 655, "华南有个老客户要求和去年同价，可以吗？"),
            new Line(0, 640, "可以，按去年的价格表来，备注里写上合同号。"));

    private static final List<Line> HEAD =
            List.of(new Line(0, 205, "下午方便看一下本月预测吗？华东和华北差得比较多。"), new Line(0, 203, "我把几个大单标出来了，主要是客户预算推迟。"));

    private static final List<Line> QUESTION =
            List.of(new Line(0, 46, "这个客户的开票信息变了，是在客户上改还是直接改合同？"), new Line(0, 44, "客户说周五前要拿到发票。"));

    /** There is nobody to talk to before anybody is there. */
    void hold(Map<String, Team> teams) {
        List<Long> there = there();
        if (there.isEmpty()) {
            return;
        }
        List<Long> east = teams.getOrDefault("east", new Team("", List.of())).sellers();
        List<Long> leaders = teams.values().stream()
                .map(team -> team.sellers().getFirst())
                .distinct()
                .toList();
        group("华东销售部", east, there, TEAM);
        group("报价与折扣", leaders, there, PRICES);
        long listener = there.getFirst();
        long head =
                organisation.get().superior(leaders.getFirst()).map(Person::id).orElse(leaders.getFirst());
        direct(head, listener, HEAD, null);
        direct(east.get(1), listener, QUESTION, customerOf(east.get(1)));
    }

    /** Those who are really there: they are in every conversation. */
    private List<Long> there() {
        Organisation now = organisation.get();
        Set<Long> invented =
                new HashSet<>(ledger.find().map(DemoLedger.Entry::people).orElse(List.of()));
        return now.people().stream()
                .filter(Person::active)
                .map(Person::id)
                .filter(person -> !invented.contains(person))
                .limit(LISTENERS)
                .toList();
    }

    private void group(String title, List<Long> people, List<Long> there, List<Line> lines) {
        Set<Long> others = new HashSet<>(people);
        others.addAll(there);
        others.remove(people.getFirst());
        long id = gatherings.at(ago(lines.getFirst().ago() + 1)).group(actor(people.getFirst()), title, others);
        ledger.note(Made.CONVERSATIONS, id);
        lines.forEach(line -> say(id, people.get(line.who() % people.size()), line, null));
    }

    private void direct(long person, long listener, List<Line> lines, @Nullable Link about) {
        long id = gatherings.at(ago(lines.getFirst().ago() + 1)).with(actor(person), listener);
        ledger.note(Made.CONVERSATIONS, id);
        for (Line line : lines) {
            say(id, person, line, line == lines.getFirst() ? about : null);
        }
    }

    private void say(long conversation, long person, Line line, @Nullable Link about) {
        talk.at(ago(line.ago())).say(actor(person), conversation, new Draft(line.text(), List.of(), about, null));
    }

    private @Nullable Link customerOf(long seller) {
        return pages
                .page(Selection.of(catalog.current().object(customer.name()), Visibility.EVERYTHING)
                        .where(Criterion.is(Owned.OWNER, seller))
                        .reading(List.of())
                        .limit(1))
                .rows()
                .stream()
                .findFirst()
                .map(row -> new Link(customer.name(), row.id()))
                .orElse(null);
    }

    private Actor actor(long person) {
        return organisation.get().actor(person);
    }

    private Instant ago(int minutes) {
        return clock.instant().minus(Duration.ofMinutes(minutes));
    }

    void end(DemoLedger.Entry made) {
        made.conversations().forEach(gatherings::dissolve);
    }
}
