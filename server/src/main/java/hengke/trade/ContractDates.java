package hengke.trade;

import hengke.capability.owner.Owned;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.notices.Notices;
import hengke.kernel.notices.Telling;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Operation;
import hengke.kernel.records.OperationLog;
import hengke.kernel.records.Verdict;
import hengke.kernel.records.Writer;
import hengke.kernel.settings.DayList;
import hengke.kernel.settings.Settings;
import hengke.sales.Opportunity;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What the days bring: quotes and contracts whose time is over, contracts that end soon, and those to be renewed. Each
 * record is a transaction of its own that looks again under lock, so that a second node, or a second try after a kill,
 * does nothing twice.
 */
@Component
public final class ContractDates {
    private static final Logger log = LoggerFactory.getLogger(ContractDates.class);
    private static final int DAYS_TO_RENEW = 30;
    private static final int PART = 500;

    private static final String LAPSED_QUOTES = """
            select id from quote where status = 'sent' and valid_until < ? and deleted_at is null and id > ?
            order by id limit ?""";
    private static final String LAPSED = """
            select id from contract where status = 'active' and end_date < ? and deleted_at is null and id > ?
            order by id limit ?""";
    private static final String TO_RENEW = """
            select id from contract
            where renews and renewal is null and status in ('active', 'expired') and deleted_at is null
              and end_date <= ? and end_date >= ? and id > ?
            order by id limit ?""";
    private static final String ENDING = """
            select id, name, owner, end_date from contract
            where status = 'active' and deleted_at is null and owner is not null
              and end_date between ? and ? and id > ?
            order by id limit ?""";

    private final Quote quote;
    private final Contract contract;
    private final Opportunity opportunity;
    private final LiveCatalog live;
    private final Writer writer;
    private final Notices notices;
    private final Settings settings;
    private final DSLContext database;
    private final Clock clock;

    ContractDates(
            Quote quote,
            Contract contract,
            Opportunity opportunity,
            LiveCatalog live,
            Writer writer,
            Notices notices,
            Settings settings,
            DSLContext database,
            Clock clock) {
        this.quote = quote;
        this.contract = contract;
        this.opportunity = opportunity;
        this.live = live;
        this.writer = writer;
        this.notices = notices;
        this.settings = settings;
        this.database = database;
        this.clock = clock;
    }

    public void run() {
        LocalDate today = LocalDate.now(clock);
        each(LAPSED_QUOTES, id -> move(quote.name(), id, quote.status, Quote.SENT, Quote.EXPIRED), today);
        each(TO_RENEW, this::renew, today.plusDays(DAYS_TO_RENEW), today.minusDays(DAYS_TO_RENEW));
        each(LAPSED, id -> move(contract.name(), id, contract.status, Contract.ACTIVE, Contract.EXPIRED), today);
        remind(today);
    }

    /** Does one record. */
    private interface Deed {
        void to(long id);
    }

    /** One that fails does not keep the others. */
    private void each(String due, Deed deed, LocalDate... days) {
        long after = 0;
        List<Long> ids;
        do {
            Object[] bound = new Object[days.length + 2];
            System.arraycopy(days, 0, bound, 0, days.length);
            bound[days.length] = after;
            bound[days.length + 1] = PART;
            ids = database.fetch(due, bound).getValues("id", Long.class);
            for (Long id : ids) {
                try {
                    deed.to(id);
                } catch (RuntimeException e) {
                    log.warn("what the day brings for record {} could not be done", id, e);
                }
                after = id;
            }
        } while (ids.size() == PART);
    }

    private void move(String name, long id, Field<String> status, String from, String to) {
        ObjectDefinition object = live.current().object(name);
        held(object, id, (transaction, row) -> {
            if (from.equals(row.get(status))) {
                Operation operation = open(transaction, object, "到期");
                written(writer.write(
                        transaction,
                        Caller.SYSTEM,
                        operation,
                        object,
                        List.of(Draft.update(id, row.version(), Map.of(status, to)))));
            }
        });
    }

    /** The opportunity and the contract's word of it in one transaction: there is never a second. */
    private void renew(long id) {
        ObjectDefinition contracts = live.current().object(contract.name());
        held(contracts, id, (transaction, row) -> {
            if (row.get(contract.renewal) != null) {
                return;
            }
            Operation operation = open(transaction, contracts, "续约");
            Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
            values.put(opportunity.title, row.need(contract.title) + " 续约");
            values.put(opportunity.customer, row.need(contract.customer));
            values.put(opportunity.pipeline, Opportunity.RENEWAL);
            values.put(opportunity.amount, row.get(contract.amount));
            values.put(opportunity.closeDate, row.get(contract.endDate));
            values.put(Owned.OWNER, row.get(Owned.OWNER));
            Row made = written(writer.write(
                    transaction,
                    Caller.SYSTEM,
                    operation,
                    live.current().object(opportunity.name()),
                    List.of(Draft.create(values))));
            written(writer.write(
                    transaction,
                    Caller.SYSTEM,
                    operation,
                    contracts,
                    List.of(Draft.update(id, row.version(), Map.of(contract.renewal, made.id())))));
            Optional.ofNullable(row.get(Owned.OWNER))
                    .ifPresent(owner -> notices.tell(
                            transaction,
                            new Telling(
                                    owner,
                                    "contract",
                                    Message.of("trade.renewalMade"),
                                    Message.of("notice.record", row.need(contract.title)),
                                    new Link(opportunity.name(), made.id()),
                                    "renewal:" + id)));
        });
    }

    /** Looks at a record again once it is locked. */
    private interface Look {
        void at(DSLContext transaction, Row row);
    }

    private void held(ObjectDefinition object, long id, Look look) {
        writer.inTransaction(transaction -> {
            transaction.execute("select from " + object.table() + " where id = ? for no key update", id);
            new Pages(transaction)
                    .byIds(object, Visibility.EVERYTHING, List.of(id), object.fields())
                    .forEach(row -> look.at(transaction, row));
            return id;
        });
    }

    private static Operation open(DSLContext transaction, ObjectDefinition object, String what) {
        return OperationLog.open(
                transaction,
                Caller.SYSTEM,
                Operation.Kind.COMMAND,
                object.name(),
                what + " " + object.label().chinese(),
                Operation.Status.DONE,
                1);
    }

    private static Row written(List<Verdict> verdicts) {
        return switch (verdicts.getFirst()) {
            case Verdict.Written(Row row, boolean _) -> row;
            case Verdict.Refused(Refusal refusal) -> throw refusal;
        };
    }

    /** Each owner is told once at each of the days before the end; what was missed meanwhile is not made up for. */
    private void remind(LocalDate today) {
        List<Integer> daysBefore = DayList.of(settings.get(ContractSettings.REMINDERS));
        if (daysBefore.isEmpty()) {
            return;
        }
        long after = 0;
        int found;
        do {
            var ending = database.fetch(ENDING, today, today.plusDays(daysBefore.getLast()), after, PART);
            found = ending.size();
            for (var row : ending) {
                after = row.get("id", Long.class);
                LocalDate end = row.get("end_date", LocalDate.class);
                long left = ChronoUnit.DAYS.between(today, end);
                int mark = daysBefore.stream()
                        .filter(days -> days >= left)
                        .findFirst()
                        .orElseThrow();
                Telling telling = new Telling(
                        row.get("owner", Long.class),
                        "contract",
                        Message.of("trade.contractEnds", left),
                        Message.of("notice.record", row.get("name", String.class)),
                        new Link(contract.name(), after),
                        "contract-end:" + after + ":" + end + ":" + mark);
                database.transaction(transaction -> notices.tell(transaction.dsl(), telling));
            }
        } while (found == PART);
    }
}
