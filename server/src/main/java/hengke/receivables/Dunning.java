package hengke.receivables;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import hengke.kernel.access.Person;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.problem.Message;
import hengke.kernel.settings.DayList;
import hengke.kernel.settings.SettingGroup;
import hengke.kernel.settings.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Reminds people every morning of what is due soon and of what is overdue: who is in charge of the contract or order, and
 * of old debts the superior too; and the customer, where that is wanted. Each is told once at each of the days; what was
 * missed is made up for within two days.
 */
@Configuration(proxyBeanMethods = false)
public class Dunning {
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final int MADE_UP_FOR = 2;
    private static final int PART = 500;
    private static final String DUE = """
            select p.id, p.name, p.due_date, coalesce(c.owner, o.owner) owner, k.name customer
            from payment_plan p
            left join contract c on c.id = p.contract
            left join "order" o on o.id = p."order"
            left join customer k on k.id = p.customer
            where p.status in ('pending', 'partial') and p.deleted_at is null and p.due_date = any(?)
              and coalesce(c.owner, o.owner) is not null and p.id > ?
            order by p.id limit ?""";

    private final DSLContext database;
    private final LiveOrganisation organisation;
    private final Notices notices;
    private final Settings settings;
    private final DunningMails mails;
    private final Clock clock;

    Dunning(
            DSLContext database,
            LiveOrganisation organisation,
            Notices notices,
            Settings settings,
            DunningMails mails,
            Clock clock) {
        this.database = database;
        this.organisation = organisation;
        this.notices = notices;
        this.settings = settings;
        this.mails = mails;
        this.clock = clock;
    }

    @Bean
    RecurringTask<Void> dunningTask() {
        return Tasks.recurring(
                        "dunning", Schedules.daily(organisation.get().company().timeZone(), MORNING))
                .execute((_, _) -> run());
    }

    @Bean
    static SettingGroup dunningSettings() {
        return DunningSettings.GROUP;
    }

    public void run() {
        LocalDate today =
                LocalDate.now(clock.withZone(organisation.get().company().timeZone()));
        List<Integer> marks = marks();
        LocalDate[] due = marks.stream()
                .flatMap(mark -> IntStream.rangeClosed(0, MADE_UP_FOR).mapToObj(late -> today.minusDays(mark + late)))
                .distinct()
                .toArray(LocalDate[]::new);
        long after = 0;
        List<Record> found;
        do {
            found = database.fetch(DUE, due, after, PART).map(Record.class::cast);
            for (Record term : found) {
                after = term.get("id", Long.class);
                remind(term, today, marks);
            }
        } while (found.size() == PART);
    }

    /** Days since something was due at which one is told; negative before. From the latest to the earliest. */
    private List<Integer> marks() {
        Stream<Integer> before =
                DayList.of(settings.get(DunningSettings.BEFORE)).stream().map(days -> -days);
        Stream<Integer> overdue = DayList.of(settings.get(DunningSettings.AFTER)).stream();
        return Stream.concat(before, overdue)
                .distinct()
                .sorted((one, other) -> Integer.compare(other, one))
                .toList();
    }

    private void remind(Record term, LocalDate today, List<Integer> marks) {
        LocalDate due = term.get("due_date", LocalDate.class);
        int days = (int) ChronoUnit.DAYS.between(due, today);
        int mark = marks.stream().filter(each -> each <= days).findFirst().orElseThrow();
        long owner = term.get("owner", Long.class);
        long escalated = settings.get(DunningSettings.ESCALATE);
        Message title = days > 0
                ? Message.of("receivables.overdue", days)
                : days == 0 ? Message.of("receivables.dueToday") : Message.of("receivables.dueSoon", -days);
        Message body = Message.of(
                "receivables.dueOf",
                Objects.requireNonNullElse(term.get("customer", String.class), ""),
                Objects.requireNonNullElse(term.get("name", String.class), ""));
        Optional<Person> superior =
                escalated > 0 && days >= escalated ? organisation.get().superior(owner) : Optional.empty();
        Stream.concat(Stream.of(owner), superior.stream().map(Person::id))
                .forEach(person -> database.transaction(transaction -> notices.tell(
                        transaction.dsl(),
                        new Telling(
                                person,
                                "receivable",
                                title,
                                body,
                                new Link("payment-plan", term.get("id", Long.class)),
                                "receivable:" + term.get("id") + ":" + due + ":" + mark))));
        mails.remind(new DunningMails.Due(term.get("id", Long.class), due, days, mark, owner, superior));
    }
}
