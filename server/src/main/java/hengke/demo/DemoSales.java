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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deals of the invented company in every stage, with the rivals it meets. */
@Component
final class DemoSales {
    private static final long SEED = 20_260_303;
    private static final int DEALS = 96;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final List<String> WHAT =
            List.of("云平台建设", "数据中台", "年度维保", "网络升级", "智能仓储", "会议系统", "安全加固", "移动办公", "设备采购", "咨询服务");
    private static final List<String> STAGES = List.of(
            "contact",
            "contact",
            "contact",
            "needs",
            "needs",
            "proposal",
            "proposal",
            "quote",
            "negotiation",
            "won",
            "won",
            "won",
            "lost",
            "lost");
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

    /** A customer and who looks after it. */
    record Account(long customer, long owner) {}

    void write(DemoNetwork.Sink sink, List<Account> accounts) {
        Random random = new Random(SEED);
        List<Long> rivals = sink.write(
                competitor,
                List.of("远大信息（演示）", "北方软件（演示）", "华信科技（演示）").stream()
                        .map(name -> Draft.create(Map.of(competitor.title, name)))
                        .toList());
        List<Draft> deals = new ArrayList<>();
        for (int i = 0; i < DEALS; i++) {
            deals.add(deal(random, accounts.get(random.nextInt(accounts.size())), rivals));
        }
        sink.write(opportunity, deals);
    }

    private Draft deal(Random random, Account account, List<Long> rivals) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        String stage = any(random, STAGES);
        boolean won = stage.equals(Pipelined.WON);
        boolean lost = stage.equals(Pipelined.LOST);
        Instant since = clock.instant()
                .minus(Duration.ofHours(24L * (won || lost ? random.nextInt(300) : random.nextInt(26)) + 3));
        LocalDate day = LocalDate.ofInstant(since, ZONE);
        values.put(opportunity.title, any(random, WHAT));
        values.put(opportunity.customer, account.customer());
        values.put(Owned.OWNER, account.owner());
        values.put(opportunity.amount, Money.asked(BigDecimal.valueOf((random.nextInt(90) + 3) * 10_000L), "CNY"));
        values.put(opportunity.stage, stage);
        values.put(Pipelined.STAGE_SINCE, since);
        values.put(opportunity.closeDate, won || lost ? day : day.plusDays(random.nextInt(90) + 5L));
        values.put(opportunity.source, any(random, SOURCES));
        if (lost) {
            values.put(opportunity.lossReason, any(random, LOST_FOR));
            values.put(opportunity.competitor, any(random, rivals));
            values.put(opportunity.review, "报价高于对手，下次提前了解预算。");
        } else if (won) {
            values.put(opportunity.wonReason, any(random, WON_FOR));
        } else {
            values.put(opportunity.nextStep, any(random, NEXT));
        }
        return Draft.create(values);
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
