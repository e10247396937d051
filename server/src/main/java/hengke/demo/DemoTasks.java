package hengke.demo;

import hengke.capability.owner.Owned;
import hengke.capability.task.Task;
import hengke.capability.task.TaskStep;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.records.Draft;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the invented company's people have to do for their customers: some late, some today, most in time. */
@Component
final class DemoTasks {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** One customer in so many has something to be done. */
    private static final int EVERY = 4;

    private final Task task;
    private final TaskStep step;
    private final Clock clock;

    DemoTasks(Task task, TaskStep step, Clock clock) {
        this.task = task;
        this.step = step;
        this.clock = clock;
    }

    /**
     * Something to do.
     *
     * @param days until it is due; negative when it is late
     */
    private record Job(String title, String priority, String status, int days, int hour, List<String> steps) {}

    private static final List<Job> JOBS = List.of(
            new Job("准备方案演示", "high", Task.DOING, 1, 15, List.of("确认参会人", "更新案例页", "演示环境自检")),
            new Job("回复技术问题清单", "urgent", Task.TODO, 0, 17, List.of()),
            new Job("寄送样品并跟踪签收", "normal", Task.TODO, 3, 12, List.of("填写寄样单", "登记运单号")),
            new Job("补充客户开票信息", "low", Task.TODO, -2, 18, List.of()),
            new Job("约定下次拜访时间", "normal", Task.TODO, 5, 10, List.of()),
            new Job("整理拜访纪要", "normal", Task.DONE, -4, 18, List.of()),
            new Job("核对合同条款", "high", Task.TODO, -1, 16, List.of("付款方式", "质保期", "违约责任")),
            new Job("提醒对方付款审批", "normal", Task.TODO, 6, 9, List.of()));

    void write(DemoNetwork.Sink sink, List<DemoSales.Account> accounts) {
        LocalDate today = LocalDate.now(clock.withZone(ZONE));
        List<Job> jobs = new ArrayList<>();
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i += EVERY) {
            Job job = JOBS.get(i / EVERY % JOBS.size());
            jobs.add(job);
            drafts.add(draft(accounts.get(i), job, today));
        }
        List<Long> tasks = sink.write(task, drafts);
        List<Draft> steps = new ArrayList<>();
        for (int i = 0; i < tasks.size(); i++) {
            for (String title : jobs.get(i).steps()) {
                boolean first = title.equals(jobs.get(i).steps().getFirst());
                steps.add(Draft.create(Map.of(
                        step.title,
                        title,
                        step.task,
                        tasks.get(i),
                        step.done,
                        first && jobs.get(i).status().equals(Task.DOING))));
            }
        }
        sink.write(step, steps);
    }

    private Draft draft(DemoSales.Account account, Job job, LocalDate today) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(task.title, job.title());
        values.put(task.priority, job.priority());
        values.put(task.status, job.status());
        values.put(
                task.dueAt,
                today.plusDays(job.days()).atTime(job.hour(), 0).atZone(ZONE).toInstant());
        values.put(task.about, new Link("customer", account.customer()));
        values.put(Owned.OWNER, account.owner());
        return Draft.create(values);
    }
}
