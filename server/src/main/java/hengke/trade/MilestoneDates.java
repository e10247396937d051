package hengke.trade;

import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.problem.Message;
import hengke.kernel.settings.DayList;
import hengke.kernel.settings.Settings;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * Tells who is in charge of a milestone, or of its contract where nobody is, that it is due soon, and once that it is
 * overdue. What became overdue longer ago than a fortnight is not told any more.
 */
@Component
public final class MilestoneDates {
    private static final int MADE_UP_FOR = 14;
    private static final int PART = 500;
    private static final String DUE = """
            select m.id, m.name, m.due_date, coalesce(m.owner, c.owner) owner, c.name contract
            from milestone m join contract c on c.id = m.contract
            where m.status = 'open' and m.deleted_at is null and m.due_date between ? and ?
              and c.status in ('draft', 'signing', 'active') and c.deleted_at is null
              and coalesce(m.owner, c.owner) is not null and m.id > ?
            order by m.id limit ?""";

    private final DSLContext database;
    private final LiveOrganisation organisation;
    private final Notices notices;
    private final Settings settings;
    private final Clock clock;

    MilestoneDates(
            DSLContext database, LiveOrganisation organisation, Notices notices, Settings settings, Clock clock) {
        this.database = database;
        this.organisation = organisation;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    public void run() {
        LocalDate today =
                LocalDate.now(clock.withZone(organisation.get().company().timeZone()));
        List<Integer> before = DayList.of(settings.get(ContractSettings.MILESTONES));
        LocalDate last = today.plusDays(before.isEmpty() ? -1 : before.getLast());
        long after = 0;
        List<Record> found;
        do {
            found = database.fetch(DUE, today.minusDays(MADE_UP_FOR), last, after, PART)
                    .map(Record.class::cast);
            for (Record milestone : found) {
                after = milestone.get("id", Long.class);
                remind(milestone, today, before);
            }
        } while (found.size() == PART);
    }

    private void remind(Record milestone, LocalDate today, List<Integer> before) {
        long id = milestone.get("id", Long.class);
        LocalDate due = milestone.get("due_date", LocalDate.class);
        long left = ChronoUnit.DAYS.between(today, due);
        String mark = left < 0
                ? "overdue"
                : String.valueOf(
                        before.stream().filter(days -> days >= left).findFirst().orElseThrow());
        Message title = left < 0
                ? Message.of("trade.milestoneOverdue", -left)
                : left == 0 ? Message.of("trade.milestoneDueToday") : Message.of("trade.milestoneDue", left);
        Telling telling = new Telling(
                milestone.get("owner", Long.class),
                "contract",
                title,
                Message.of(
                        "trade.milestoneOf",
                        Objects.requireNonNullElse(milestone.get("name", String.class), ""),
                        Objects.requireNonNullElse(milestone.get("contract", String.class), "")),
                new Link("milestone", id),
                "milestone:" + id + ":" + due + ":" + mark);
        database.transaction(transaction -> notices.tell(transaction.dsl(), telling));
    }
}
