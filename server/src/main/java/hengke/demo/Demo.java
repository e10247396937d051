package hengke.demo;

import hengke.capability.prediction.Training;
import hengke.capability.worth.Worth;
import hengke.customers.Contact;
import hengke.customers.Customer;
import hengke.demo.DemoCompany.Team;
import hengke.demo.DemoLedger.Made;
import hengke.kernel.access.Actor;
import hengke.kernel.history.ChangeLog;
import hengke.kernel.history.RecordChange;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Page;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Operation;
import hengke.kernel.records.Operation.Kind;
import hengke.kernel.records.Operation.Status;
import hengke.kernel.records.OperationLog;
import hengke.kernel.records.TagLibrary;
import hengke.kernel.records.Undo;
import hengke.kernel.records.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The demo data: whether they are there, loading them, and taking them away with everything that hangs on them. */
@Component
public final class Demo {
    private static final int PART = 500;
    private static final Map<String, String> CUSTOMER_TAGS =
            Map.of("重点", "red", "战略合作", "purple", "价格敏感", "gold", "需要回访", "orange", "展会客户", "cyan", "转介绍", "green");
    private static final Map<String, String> CONTACT_TAGS = Map.of("技术背景", "blue", "爱好高尔夫", "lime", "老朋友", "magenta");

    private final DSLContext database;
    private final DemoLedger ledger;
    private final DemoCompany company;
    private final DemoPools pools;
    private final DemoScoring scoring;
    private final Worth worth;
    private final Training training;
    private final DemoRecords records;
    private final DemoQuestions questions;
    private final DemoTeams memberships;
    private final DemoTargets targets;
    private final DemoForecasts forecasts;
    private final DemoChats chats;
    private final Writer writer;
    private final Undo undo;
    private final Pages pages;
    private final Customer customer;
    private final Contact contact;

    Demo(
            DSLContext database,
            DemoLedger ledger,
            DemoCompany company,
            DemoPools pools,
            DemoScoring scoring,
            Worth worth,
            Training training,
            DemoRecords records,
            DemoQuestions questions,
            DemoTeams memberships,
            DemoTargets targets,
            DemoForecasts forecasts,
            DemoChats chats,
            Writer writer,
            Undo undo,
            Pages pages,
            Customer customer,
            Contact contact) {
        this.database = database;
        this.ledger = ledger;
        this.company = company;
        this.pools = pools;
        this.scoring = scoring;
        this.worth = worth;
        this.training = training;
        this.records = records;
        this.questions = questions;
        this.memberships = memberships;
        this.targets = targets;
        this.forecasts = forecasts;
        this.chats = chats;
        this.writer = writer;
        this.undo = undo;
        this.pages = pages;
        this.customer = customer;
        this.contact = contact;
    }

    /**
     * What there is.
     *
     * @param possible demo data go into an empty system only, so that invented and real customers never mix
     */
    public record State(boolean loaded, boolean possible) {}

    public State state() {
        boolean loaded = ledger.find().isPresent();
        return new State(loaded, !loaded && empty());
    }

    private boolean empty() {
        ObjectDefinition object = definition(customer);
        Page any =
                pages.page(Selection.of(object, Visibility.EVERYTHING).limit(1).reading(List.of()));
        return any.rows().isEmpty();
    }

    /** Makes colleagues and records; the records are one operation. Whatever goes wrong, nothing is left behind. */
    public Operation load(Actor actor) {
        if (!empty() || !ledger.open()) {
            throw new Refusal.Conflict("demoImpossible", Message.of("demo.impossible"), Map.of());
        }
        try {
            Map<String, Team> teams = company.found();
            Map<String, Long> dug = pools.dig(teams);
            scoring.set();
            tags(customer, CUSTOMER_TAGS, actor);
            tags(contact, CONTACT_TAGS, actor);
            Caller caller = new Caller(actor, "demo", true);
            Operation loaded = writer.inTransaction(transaction -> {
                Operation operation =
                        OperationLog.open(transaction, caller, Kind.DEMO, null, "载入演示数据", Status.RUNNING, 0);
                int written = records.write(transaction, caller, operation, teams, dug)
                        + questions.ask(transaction, operation)
                        + memberships.form(transaction, caller, operation, teams.values());
                OperationLog.advance(transaction, operation.id(), written, written, 0);
                OperationLog.finish(transaction, operation.id(), Status.DONE, "[]");
                ledger.operation(transaction, operation.id());
                return OperationLog.find(transaction, operation.id()).orElseThrow();
            });
            targets.set(teams.values());
            forecasts.note();
            chats.hold(teams);
            worth.promise();
            training.promiseAll();
            return loaded;
        } catch (RuntimeException failed) {
            ledger.find().ifPresent(this::clear);
            throw failed;
        }
    }

    private void tags(BusinessObject object, Map<String, String> colors, Actor actor) {
        colors.forEach((name, color) -> TagLibrary.create(database, object.name(), name, color, "演示", actor.user())
                .ifPresent(tag -> ledger.note(Made.TAGS, tag.id())));
    }

    /** Takes the operation back, then what somebody has changed since, then the colleagues. */
    public Operation remove(Actor actor) {
        DemoLedger.Entry made = ledger.find()
                .orElseThrow(() -> new Refusal.Conflict("demoNotLoaded", Message.of("demo.notLoaded"), Map.of()));
        Caller caller = new Caller(actor, "demo", true);
        Operation removal = records(caller, made.operation());
        clear(made);
        return removal;
    }

    private Operation records(Caller caller, @Nullable Long operation) {
        Optional<Operation> loading = Optional.ofNullable(operation).flatMap(id -> OperationLog.find(database, id));
        Optional<Operation> undone =
                loading.filter(Operation::undoable).map(each -> undo.undo(caller, each.id(), true));
        Map<String, List<Long>> left = loading.map(each -> left(each.id())).orElse(Map.of());
        if (undone.isPresent() && left.isEmpty()) {
            return undone.get();
        }
        return writer.inTransaction(transaction -> {
            int count = left.values().stream().mapToInt(List::size).sum();
            Operation rest = OperationLog.open(transaction, caller, Kind.DEMO, null, "移除演示数据", Status.DONE, count);
            left.forEach((object, ids) -> writer.write(
                    transaction,
                    caller,
                    rest,
                    writer.catalog().current().object(object),
                    ids.stream()
                            .map(id -> Draft.delete(id, null).takingBack(Draft.Back.LATER))
                            .toList()));
            return rest;
        });
    }

    /** The living records that the loading made, newest first, by object. */
    private Map<String, List<Long>> left(long operation) {
        Map<String, List<Long>> made = new LinkedHashMap<>();
        @Nullable Long before = null;
        List<RecordChange> changes;
        do {
            changes = ChangeLog.in(database, operation, before, PART);
            for (RecordChange change : changes) {
                before = change.id();
                if (change.action().equals("create")) {
                    made.computeIfAbsent(change.object(), _ -> new ArrayList<>())
                            .add(change.record());
                }
            }
        } while (changes.size() == PART);
        Map<String, List<Long>> living = new LinkedHashMap<>();
        made.forEach((name, ids) -> {
            ObjectDefinition object = writer.catalog().current().object(name);
            List<Long> its = List.copyOf(pages.visible(object, Visibility.EVERYTHING, ids));
            if (!its.isEmpty()) {
                living.put(name, its);
            }
        });
        return living;
    }

    private void clear(DemoLedger.Entry made) {
        scoring.remove(made);
        targets.remove(made);
        forecasts.remove(made);
        chats.end(made);
        pools.fill(made.pools());
        company.dissolve(made);
        for (BusinessObject tagged : List.<BusinessObject>of(customer, contact)) {
            ObjectDefinition object = definition(tagged);
            Map<String, Long> used = TagLibrary.uses(database, object);
            TagLibrary.of(database, object).stream()
                    .filter(tag -> made.tags().contains(tag.id()) && !used.containsKey(tag.name()))
                    .forEach(tag -> writer.inTransaction(transaction -> {
                        TagLibrary.remove(transaction, object, tag, null);
                        return tag;
                    }));
        }
        ledger.close();
    }

    private ObjectDefinition definition(BusinessObject object) {
        return writer.catalog().current().object(object.name());
    }
}
