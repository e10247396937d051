package hengke.demo;

import hengke.capability.owner.Owned;
import hengke.kernel.metadata.Field;
import hengke.kernel.records.Draft;
import hengke.trade.Milestone;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the invented company's contracts have to reach: most of it done in time, some late. */
@Component
final class DemoMilestones {
    private static final long SEED = 20_260_612;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String AGREED = "select id, owner, date from contract where id = any(?) order by id";
    private static final int LATELY = 40;

    private final Milestone milestone;
    private final Clock clock;

    DemoMilestones(Milestone milestone, Clock clock) {
        this.milestone = milestone;
        this.clock = clock;
    }

    /** What is to be reached, and how many days after the contract was signed. */
    private record Step(String title, int days) {}

    private static final List<Step> STEPS =
            List.of(new Step("项目启动会", 10), new Step("到货签收", 45), new Step("初验", 80), new Step("终验", 150));

    void write(DemoNetwork.Sink sink, DSLContext transaction, List<Long> contracts) {
        Random random = new Random(SEED);
        LocalDate today = LocalDate.now(clock.withZone(ZONE));
        List<Draft> drafts = new ArrayList<>();
        transaction
                .fetch(AGREED, (Object) contracts.toArray(Long[]::new))
                .forEach(agreed -> STEPS.forEach(step -> {
                    LocalDate due = agreed.get("date", LocalDate.class).plusDays(step.days());
                    boolean late = due.isAfter(today.minusDays(LATELY)) && random.nextInt(3) == 0;
                    drafts.add(draft(agreed, step.title(), due, due.isBefore(today) && !late));
                }));
        sink.write(milestone, drafts);
    }

    private Draft draft(Record agreed, String title, LocalDate due, boolean done) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(milestone.contract, agreed.get("id", Long.class));
        values.put(milestone.title, title);
        values.put(milestone.dueDate, due);
        values.put(milestone.status, done ? "done" : "open");
        values.put(Owned.OWNER, agreed.get("owner", Long.class));
        return Draft.create(values);
    }
}
