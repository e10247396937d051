package hengke.demo;

import hengke.capability.owner.Owned;
import hengke.capability.pipeline.Pipelined;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.records.Draft;
import hengke.sales.Competitor;
import hengke.sales.Opportunity;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Deals of the invented company, each with the stages it has gone through, and the rivals it meets. What was won is what
 * its customers are worth.
 */
@Component
final class DemoSales {
    private static final long SEED = 20_260_303;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> WHAT =
            List.of("云平台建设", "数据中台", "年度维保", "网络升级", "智能仓储", "会议系统", "安全加固", "移动办公", "设备采购", "咨询服务");
    private static final List<String> STANDARD = List.of("contact", "needs", "proposal", "quote", "negotiation");
    private static final List<String> RENEWAL = List.of("contact", "quote", "negotiation");
    private static final List<String> NEXT = List.of("约技术交流", "发送方案", "安排演示", "确认预算", "提交报价", "合同评审");
    private static final List<String> SOURCES = List.of("referral", "website", "event", "channel", "telemarketing");
    private static final List<String> LOST_FOR = List.of("price", "product", "budget", "competitor", "noDecision");
    private static final List<String> WON_FOR = List.of("product", "service", "relation", "price", "delivery");

    private final Competitor competitor;
    private final Opportunity opportunity;
    private final Clock clock;

    DemoSales(Competitor competitor, Opportunity opportunity, Clock clock) {
        this.competitor = competitor;
        this.opportunity = opportunity;
        this.clock = clock;
    }

    /** A customer, who looks after it and how things stand with it. */
    record Account(long customer, long owner, String status, String level) {}

    /**
     * A deal on its way.
     *
     * @param steps the stages it came to, in order
     * @param end what is known where it ended
     */
    private record Course(
            Map<Field<?>, @Nullable Object> values, List<Step> steps, Map<Field<?>, @Nullable Object> end) {}

    private record Step(String stage, Instant since) {}

    /** Answers when the first of each customer's deals began. */
    Map<Long, Instant> write(DemoNetwork.Sink sink, List<Account> accounts) {
        Random random = new Random(SEED);
        List<Long> rivals = sink.write(
                competitor,
                List.of("远大信息（演示）", "北方软件（演示）", "华信科技（演示）").stream()
                        .map(name -> Draft.create(Map.of(competitor.title, name)))
                        .toList());
        List<Course> courses = new ArrayList<>();
        accounts.forEach(account -> courses.addAll(deals(random, account, rivals)));
        List<Long> ids = sink.write(
                opportunity,
                courses.stream()
                        .map(course -> Draft.create(at(course, 0, course.values())))
                        .toList());
        int longest =
                courses.stream().mapToInt(course -> course.steps().size()).max().orElse(0);
        for (int step = 1; step < longest; step++) {
            List<Draft> drafts = new ArrayList<>();
            for (int i = 0; i < courses.size(); i++) {
                if (step < courses.get(i).steps().size()) {
                    drafts.add(Draft.update(ids.get(i), null, at(courses.get(i), step, Map.of())));
                }
            }
            sink.write(opportunity, drafts);
        }
        Map<Long, Instant> begun = new HashMap<>();
        courses.forEach(course -> begun.merge(
                (Long) Objects.requireNonNull(course.values().get(opportunity.customer)),
                course.steps().getFirst().since(),
                (one, other) -> one.isBefore(other) ? one : other));
        return begun;
    }

    /** What is written when a deal comes to one of its stages. */
    private Map<Field<?>, @Nullable Object> at(Course course, int step, Map<Field<?>, @Nullable Object> more) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>(more);
        values.put(opportunity.stage, course.steps().get(step).stage());
        values.put(Pipelined.STAGE_SINCE, course.steps().get(step).since());
        if (step == course.steps().size() - 1) {
            values.putAll(course.end());
        }
        return values;
    }

    /** Who is won buys often, who is lost has bought long ago, and some of the others have just begun. */
    private List<Course> deals(Random random, Account account, List<Long> rivals) {
        int won = 0;
        int open = 0;
        int since = 0;
        switch (account.status()) {
            case "won" -> {
                won = 1 + (int) Math.min(5, Math.abs(random.nextGaussian() * 2.5));
                open = random.nextInt(2);
            }
            case "following" -> {
                won = random.nextInt(3) == 0 ? 1 : 0;
                open = 1 + random.nextInt(2);
            }
            case "paused", "lost" -> {
                won = random.nextInt(3);
                since = 120;
            }
            default -> open = random.nextInt(3) == 0 ? 1 : 0;
        }
        int lost = account.status().equals("lost") || random.nextInt(6) == 0 ? 1 : 0;
        List<Course> deals = new ArrayList<>();
        for (int i = 0; i < won; i++) {
            deals.add(
                    closed(random, account, Pipelined.WON, since, Map.of(opportunity.wonReason, any(random, WON_FOR))));
        }
        for (int i = 0; i < lost; i++) {
            Map<Field<?>, @Nullable Object> why = new HashMap<>();
            why.put(opportunity.lossReason, any(random, LOST_FOR));
            why.put(opportunity.competitor, any(random, rivals));
            why.put(opportunity.review, "报价高于对手，下次提前了解预算。");
            deals.add(closed(random, account, Pipelined.LOST, since, why));
        }
        for (int i = 0; i < open; i++) {
            deals.add(open(random, account));
        }
        return deals;
    }

    private Course closed(
            Random random, Account account, String outcome, int since, Map<Field<?>, @Nullable Object> why) {
        boolean renewal = outcome.equals(Pipelined.WON) && random.nextInt(4) == 0;
        Instant end = before(since + random.nextInt(420 - since) + 2);
        List<String> stages = new ArrayList<>(renewal ? RENEWAL : STANDARD);
        stages.add(outcome);
        Instant begin = end.minus(Duration.ofDays(20 + random.nextInt(80)));
        Course course = course(random, account, renewal, stages, begin, end, why);
        course.values().put(opportunity.closeDate, day(end));
        return course;
    }

    private Course open(Random random, Account account) {
        boolean renewal = account.status().equals("won") && random.nextInt(2) == 0;
        List<String> all = renewal ? RENEWAL : STANDARD;
        Instant now = before(random.nextInt(26));
        List<String> stages = all.subList(0, 1 + random.nextInt(all.size()));
        Instant begin = now.minus(Duration.ofDays(5 + random.nextInt(50)));
        Course course = course(
                random,
                account,
                renewal,
                stages,
                stages.size() == 1 ? now : begin,
                now,
                Map.of(opportunity.nextStep, any(random, NEXT)));
        course.values().put(opportunity.closeDate, day(clock.instant()).plusDays(random.nextInt(90) + 5L));
        return course;
    }

    private Course course(
            Random random,
            Account account,
            boolean renewal,
            List<String> stages,
            Instant begin,
            Instant end,
            Map<Field<?>, @Nullable Object> atTheEnd) {
        long size = switch (account.level()) {
            case "A" -> 400_000;
            case "B" -> 160_000;
            default -> 60_000;
        };
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(opportunity.title, any(random, WHAT) + (renewal ? "续约" : ""));
        values.put(opportunity.customer, account.customer());
        values.put(Owned.OWNER, account.owner());
        values.put(opportunity.pipeline, renewal ? "renewal" : "standard");
        long amount = (size / 4 + random.nextLong(size)) / 1000 * 1000;
        values.put(opportunity.amount, Money.asked(BigDecimal.valueOf(amount), "CNY"));
        values.put(opportunity.source, any(random, SOURCES));
        long whole = Duration.between(begin, end).toSeconds();
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            steps.add(new Step(
                    stages.get(i), stages.size() == 1 ? end : begin.plusSeconds(whole * i / (stages.size() - 1))));
        }
        return new Course(values, steps, atTheEnd);
    }

    private Instant before(int days) {
        return clock.instant().minus(Duration.ofHours(24L * days + 3));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
