package hengke.demo;

import hengke.capability.activity.Activity;
import hengke.capability.birthday.Celebrated;
import hengke.capability.owner.Owned;
import hengke.capability.pool.Pooled;
import hengke.capability.score.Scored;
import hengke.capability.tag.Tagged;
import hengke.customers.Contact;
import hengke.customers.Customer;
import hengke.customers.CustomerAddress;
import hengke.demo.DemoCompany.Team;
import hengke.demo.Invented.Place;
import hengke.demo.Invented.Trade;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Refusal;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Draft;
import hengke.kernel.records.DraftReader;
import hengke.kernel.records.Operation;
import hengke.kernel.records.Verdict;
import hengke.kernel.records.Writer;
import hengke.kernel.text.Pinyin;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The customers of the invented company, their contacts and addresses, and what was talked about with them. */
@Component
final class DemoRecords {
    private static final long SEED = 20_260_101;
    private static final int CUSTOMERS = 120;
    private static final List<String> CUSTOMER_TAGS = List.of("重点", "战略合作", "价格敏感", "需要回访", "展会客户", "转介绍");
    private static final List<String> INTERESTS =
            List.of("price", "quality", "service", "delivery", "technology", "brand");
    private static final List<String> CONTACT_TAGS = List.of("技术背景", "爱好高尔夫", "老朋友");

    private final Customer customer;
    private final Contact contact;
    private final CustomerAddress address;
    private final Activity activity;
    private final DemoTalks talks;
    private final DemoNetwork network;
    private final DemoSales sales;
    private final DemoProducts products;
    private final DemoTrade trade;
    private final DemoPayments payments;
    private final DemoMilestones milestones;
    private final DemoTasks tasks;
    private final DemoAppointments appointments;
    private final DemoClauses clauses;
    private final DemoExpenses expenses;
    private final DemoLeads leads;
    private final Writer writer;
    private final DraftReader drafts;
    private final Clock clock;

    DemoRecords(
            Customer customer,
            Contact contact,
            CustomerAddress address,
            Activity activity,
            DemoTalks talks,
            DemoNetwork network,
            DemoSales sales,
            DemoProducts products,
            DemoTrade trade,
            DemoPayments payments,
            DemoMilestones milestones,
            DemoTasks tasks,
            DemoAppointments appointments,
            DemoClauses clauses,
            DemoExpenses expenses,
            DemoLeads leads,
            Writer writer,
            DraftReader drafts,
            Clock clock) {
        this.customer = customer;
        this.contact = contact;
        this.address = address;
        this.activity = activity;
        this.talks = talks;
        this.network = network;
        this.sales = sales;
        this.products = products;
        this.trade = trade;
        this.payments = payments;
        this.milestones = milestones;
        this.tasks = tasks;
        this.appointments = appointments;
        this.clauses = clauses;
        this.expenses = expenses;
        this.leads = leads;
        this.writer = writer;
        this.drafts = drafts;
        this.clock = clock;
    }

    /** A customer on the way to be written, then with its id. */
    private record Account(Place place, long owner, String status, Values values) {}

    private record Person(long customer, Values values) {}

    /** Writes everything under one operation; answers how many records there are. */
    int write(
            DSLContext transaction,
            Caller caller,
            Operation operation,
            Map<String, Team> teams,
            Map<String, Long> pools) {
        Invented invented = new Invented(new Random(SEED));
        Invented habits = new Invented(new Random(SEED + 1));
        Sink sink = new Sink(transaction, caller, operation);
        List<Account> accounts = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            accounts.add(account(invented, teams, pools));
        }
        DemoTwins.make(customer, accounts.stream().map(Account::values).toList());
        List<Long> customers =
                sink.write(customer, accounts.stream().map(Account::values).toList());

        List<Person> people = new ArrayList<>();
        List<Values> addresses = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            for (int count = invented.in(45) ? 1 : invented.between(1, 3); count > 0; count--) {
                Person person = person(invented, customers.get(i), accounts.get(i));
                tastes(habits, person.values());
                people.add(person);
            }
            addresses.addAll(addresses(invented, customers.get(i), accounts.get(i)));
        }
        List<Long> contacts =
                sink.write(contact, people.stream().map(Person::values).toList());
        sink.write(address, addresses);

        List<DemoTalks.Talked> talked = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            List<Long> its = new ArrayList<>();
            for (int j = 0; j < people.size(); j++) {
                if (people.get(j).customer() == customers.get(i)) {
                    its.add(contacts.get(j));
                }
            }
            Account account = accounts.get(i);
            talked.addAll(talks.with(habits, customers.get(i), account.status(), account.owner(), its));
        }
        talked.sort(Comparator.comparing(DemoTalks.Talked::at));
        sink.write(activity, talked.stream().map(DemoTalks.Talked::values).toList());

        List<DemoNetwork.Employed> employed = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            employed.add(new DemoNetwork.Employed(contacts.get(i), people.get(i).customer()));
        }
        network.write(sink::draft, customers, employed);
        List<Long> offered = products.write(sink::draft);
        List<DemoSales.Account> courted = new ArrayList<>();
        for (int i = 0; i < CUSTOMERS; i++) {
            Account account = accounts.get(i);
            courted.add(new DemoSales.Account(
                    customers.get(i),
                    account.owner(),
                    account.status(),
                    account.values().json().path("level").asString("C")));
        }
        Map<Long, Instant> begun = sales.write(sink::draft, courted);
        List<Long> contracts = trade.write(sink::draft, courted, offered);
        payments.write(sink::draft, transaction, contracts);
        milestones.write(sink::draft, transaction, contracts);
        tasks.write(sink::draft, courted);
        appointments.write(sink::draft, courted);
        clauses.write(sink::draft);
        expenses.write(sink::draft, courted);
        leads.write(
                sink::draft,
                invented,
                accounts.stream().map(Account::owner).distinct().toList(),
                formerLeads(accounts, customers, people, contacts, begun));
        return sink.written;
    }

    /** Every third customer with whom there was an opportunity came as a lead: by the first of its people. */
    private List<DemoLeads.Converted> formerLeads(
            List<Account> accounts,
            List<Long> customers,
            List<Person> people,
            List<Long> contacts,
            Map<Long, Instant> begun) {
        Map<Long, DemoLeads.Converted> former = new LinkedHashMap<>();
        for (int i = 0; i < people.size(); i++) {
            long customerId = people.get(i).customer();
            int at = customers.indexOf(customerId);
            Instant first = begun.get(customerId);
            if (at % 3 == 0 && first != null && !former.containsKey(customerId)) {
                former.put(
                        customerId,
                        new DemoLeads.Converted(
                                customerId,
                                text(accounts.get(at).values(), customer.fullName),
                                contacts.get(i),
                                text(people.get(i).values(), contact.fullName),
                                text(people.get(i).values(), contact.phone),
                                accounts.get(at).owner(),
                                first));
            }
        }
        return List.copyOf(former.values());
    }

    private static String text(Values values, Field<String> field) {
        return values.json().path(field.name()).asString("");
    }

    private Account account(Invented invented, Map<String, Team> teams, Map<String, Long> pools) {
        Place place = invented.one(Invented.PLACES);
        Trade trade = invented.trade();
        Team team = teams.getOrDefault(place.team(), teams.values().iterator().next());
        long owner = invented.one(team.sellers());
        String status = invented.one(
                List.of("new", "new", "following", "following", "following", "won", "won", "paused", "lost"));
        String level = invented.one(
                status.equals("won") ? List.of("A", "A", "B", "C") : List.of("A", "B", "B", "C", "C", "D"));
        long employees = (long) invented.between(2, 60) * (level.equals("A") ? 40 : 8);
        Values values = new Values()
                .with(customer.fullName, invented.company(place, trade))
                .with(customer.type, invented.in(12) ? "dealer" : "enterprise")
                .with(customer.status, status)
                .with(customer.industry, trade.industry())
                .with(
                        customer.source,
                        invented.one(List.of(
                                "advertising", "website", "channel", "event", "referral", "telemarketing", "online")))
                .with(customer.phone, invented.landline(place))
                .with(customer.region, place.region())
                .with(customer.address, Map.of("region", place.region(), "street", invented.street()))
                .with(customer.employees, employees)
                .with(
                        customer.revenue,
                        Map.of("amount", employees * invented.between(12, 60) * 10_000 + ".00", "currency", "CNY"))
                .with(Owned.OWNER, owner);
        Long pool = pools.get(place.team());
        if (pool != null) {
            values.with(Pooled.POOL, pool);
            if (!status.equals("won") && invented.in(15)) {
                values.with(Owned.OWNER, (String) null);
            }
        }
        if (status.equals("lost")) {
            values.with(customer.lostReason, invented.one(List.of("price", "product", "competitor", "noDemand")));
        }
        if (invented.in(8)) {
            values.with(customer.level, level)
                    .with(Scored.LEVEL_BY, Scored.By.HAND)
                    .with(Scored.LEVEL_SET_BY, owner)
                    .with(Scored.LEVEL_SET_AT, clock.instant().minus(Duration.ofDays(invented.between(1, 60))));
        }
        if (level.equals("A") || invented.in(10)) {
            values.with(
                    customer.businessAttributes,
                    level.equals("A") && invented.in(40)
                            ? List.of("key", "strategic")
                            : List.of(invented.one(List.of("key", "strategic", "critical"))));
        }
        if (invented.in(70)) {
            values.with(customer.creditCode, invented.creditCode(place));
        }
        if (invented.in(45)) {
            values.with(Tagged.TAGS, List.of(invented.one(CUSTOMER_TAGS)));
        }
        return new Account(place, owner, status, values);
    }

    private Person person(Invented invented, long company, Account account) {
        String name = invented.person();
        String mobile = invented.mobile();
        String mailbox = Pinyin.ofPerson(name).full() + mobile.substring(8) + "@example.com";
        Values values = new Values()
                .with(contact.fullName, name)
                .with(contact.customer, company)
                .with(
                        contact.title,
                        invented.one(List.of("总经理", "副总经理", "采购经理", "采购专员", "信息部主管", "财务经理", "运营总监", "项目经理")))
                .with(
                        contact.role,
                        invented.one(List.of("decider", "influencer", "user", "finance", "procurement", "technical")))
                .with(contact.phone, mobile)
                .with(contact.gender, invented.one(List.of("male", "female")))
                .with(Owned.OWNER, account.owner());
        if (invented.in(70)) {
            values.with(contact.email, mailbox);
        }
        if (invented.in(40)) {
            values.with(contact.wechat, "wx" + mobile.substring(3));
        }
        if (invented.in(30)) {
            values.with(
                            Celebrated.BIRTHDAY,
                            invented.birthday(LocalDate.ofInstant(clock.instant(), DemoTalks.ZONE))
                                    .toString())
                    .with(Celebrated.CALENDAR, invented.in(35) ? Celebrated.LUNAR : "solar");
        }
        if (invented.in(20)) {
            values.with(Tagged.TAGS, List.of(invented.one(CONTACT_TAGS)));
        }
        return new Person(company, values);
    }

    /** What somebody prefers and cares about, where it is known. */
    private void tastes(Invented invented, Values values) {
        if (invented.in(60)) {
            values.with(contact.preference, invented.one(List.of("phone", "wechat", "wechat", "email", "visit")));
        }
        if (invented.in(50)) {
            String first = invented.one(INTERESTS);
            String second = invented.one(INTERESTS);
            values.with(contact.interests, first.equals(second) ? List.of(first) : List.of(first, second));
        }
    }

    private List<Values> addresses(Invented invented, long company, Account account) {
        List<Values> addresses = new ArrayList<>();
        for (String kind : invented.in(40) ? List.of("registered", "delivery") : List.of("registered")) {
            addresses.add(new Values()
                    .with(address.customer, company)
                    .with(address.kind, kind)
                    .with(address.address, Map.of("region", account.place().region(), "street", invented.street()))
                    .with(address.recipient, invented.person())
                    .with(address.phone, invented.mobile()));
        }
        return addresses;
    }

    /** Writes drafts of one object after another; what is made up here must never be refused. */
    private final class Sink {
        private final DSLContext transaction;
        private final Caller caller;
        private final Operation operation;
        private int written;

        Sink(DSLContext transaction, Caller caller, Operation operation) {
            this.transaction = transaction;
            this.caller = caller;
            this.operation = operation;
        }

        List<Long> write(BusinessObject written, List<Values> values) {
            ObjectDefinition object = writer.catalog().current().object(written.name());
            return draft(
                    written,
                    values.stream()
                            .map(each -> drafts.create(Actor.SYSTEM, object, each.json()))
                            .toList());
        }

        List<Long> draft(BusinessObject written, List<Draft> made) {
            return draft(writer.catalog().current().object(written.name()), made);
        }

        List<Long> draft(ObjectDefinition object, List<Draft> made) {
            List<Long> ids = new ArrayList<>();
            for (Verdict verdict : writer.write(transaction, caller, operation, object, made)) {
                switch (verdict) {
                    case Verdict.Written(var row, boolean _) -> ids.add(row.id());
                    case Verdict.Refused(Refusal refusal) -> throw refusal;
                }
            }
            this.written += ids.size();
            return ids;
        }
    }
}
