package hengke.demo;

import hengke.capability.owner.Owned;
import hengke.expenses.Expense;
import hengke.expenses.ExpenseItem;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.records.Draft;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the invented company's people have spent for customers. */
@Component
final class DemoExpenses {
    private static final long SEED = 20_260_617;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MOST = 18;
    private static final List<String> WHAT_FOR = List.of("拜访客户", "方案交流", "现场实施", "合同签订");
    private static final List<String> WAY = List.of("submitted", "confirmed", "paid");

    private final Expense expense;
    private final ExpenseItem item;
    private final LiveCatalog live;
    private final Clock clock;

    DemoExpenses(Expense expense, ExpenseItem item, LiveCatalog live, Clock clock) {
        this.expense = expense;
        this.item = item;
        this.live = live;
        this.clock = clock;
    }

    /** Something one spends money on. */
    private record Kind(String kind, String title, int least, int most) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("travel", "高铁往返", 180, 900),
            new Kind("lodging", "酒店一晚", 280, 600),
            new Kind("meals", "工作餐", 30, 120),
            new Kind("entertainment", "客户晚餐", 260, 1_200),
            new Kind("travel", "市内打车", 18, 90));

    void write(DemoNetwork.Sink sink, List<DemoSales.Account> accounts) {
        Random random = new Random(SEED);
        LocalDate today = LocalDate.now(clock.withZone(ZONE));
        List<Draft> claims = new ArrayList<>();
        for (DemoSales.Account account : accounts) {
            if (claims.size() < MOST && random.nextInt(3) == 0) {
                claims.add(claim(random, account, today.minusDays(3 + random.nextInt(60))));
            }
        }
        List<Long> ids = sink.write(expense, claims);
        for (int step = 0; step < WAY.size(); step++) {
            List<Draft> moved = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                if (i % 4 > step) {
                    moved.add(Draft.update(ids.get(i), null, step(WAY.get(step), today)));
                }
            }
            sink.write(expense, moved);
        }
    }

    private Map<Field<?>, @Nullable Object> step(String status, LocalDate today) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(expense.status, status);
        switch (status) {
            case "submitted" -> values.put(expense.submittedOn, today.minusDays(2));
            case "paid" -> values.put(expense.paidOn, today.minusDays(1));
            default -> {}
        }
        return values;
    }

    private Draft claim(Random random, DemoSales.Account account, LocalDate day) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(expense.title, WHAT_FOR.get(random.nextInt(WHAT_FOR.size())) + "（演示）");
        values.put(expense.customer, account.customer());
        values.put(Owned.OWNER, account.owner());
        Catalog.Child kind =
                live.current().lines(live.current().object(expense.name())).getFirst();
        List<Draft> lines = new ArrayList<>();
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            Kind its = KINDS.get(random.nextInt(KINDS.size()));
            Map<Field<?>, @Nullable Object> line = new LinkedHashMap<>();
            line.put(item.kind, its.kind());
            line.put(item.day, day);
            line.put(
                    item.amount,
                    Money.asked(
                            new BigDecimal(its.least() + random.nextInt(its.most() - its.least())).setScale(2), ""));
            line.put(item.title, its.title());
            lines.add(Draft.create(line));
        }
        return Draft.create(values).with(List.of(new Draft.Lines(kind, lines)));
    }
}
