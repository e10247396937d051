package hengke.customers;

import hengke.capability.owner.Owned;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Command;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Verdict;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A contact changes employer: the old post is kept with its dates, the contact stands at the new customer from then on,
 * and nobody reports to him at the old one any more.
 */
@Component
final class MoveContact implements Command {
    private static final Field<Long> CUSTOMER = Field.of(
                    "customer", new IdType(new IdType.Records("customer")), "新单位", "New employer")
            .help("已建档的客户", "A customer that is known already");
    private static final Field<String> NEW_CUSTOMER = Field.of(
                    "newCustomer", new TextualType(TextualType.Form.TEXT, 200), "新单位名称", "Name of the new employer")
            .help("尚未建档时填写，将新建客户", "When it is not known yet: it becomes a new customer");
    private static final Field<LocalDate> DATE =
            Field.of("date", new DateType(), "变动日期", "Date of the move").required();
    private static final Field<String> TITLE =
            Field.of("title", new TextualType(TextualType.Form.TEXT, 100), "新职务", "New job title");
    private static final Field<String> DEPARTMENT =
            Field.of("department", new TextualType(TextualType.Form.TEXT, 100), "新部门", "New department");

    private final Contact contact;
    private final ContactPost post;
    private final Customer customer;
    private final LiveCatalog catalog;
    private final Access access;
    private final LiveOrganisation organisation;
    private final TellOfMove news;
    private final Clock clock;

    MoveContact(
            Contact contact,
            ContactPost post,
            Customer customer,
            LiveCatalog catalog,
            Access access,
            LiveOrganisation organisation,
            TellOfMove news,
            Clock clock) {
        this.contact = contact;
        this.post = post;
        this.customer = customer;
        this.catalog = catalog;
        this.access = access;
        this.organisation = organisation;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "move";
    }

    @Override
    public Label label() {
        return new Label("换单位", "Changes employer");
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(contact.name());
    }

    @Override
    public List<Field<?>> input(ObjectDefinition object) {
        return List.of(CUSTOMER, NEW_CUSTOMER, DATE, TITLE, DEPARTMENT);
    }

    /** Those the person may edit. */
    @Override
    public Criterion offered(ObjectDefinition object, Actor actor) {
        return access.visibility(actor, object, Verb.EDIT).criterion();
    }

    @Override
    public List<Verdict> run(Run run) {
        Refusal wrong = wrong(run);
        if (wrong != null) {
            return run.records().stream()
                    .<Verdict>map(_ -> new Verdict.Refused(wrong))
                    .toList();
        }
        Set<Long> editable =
                access.reached(run.database(), run.caller().actor(), run.object(), Verb.EDIT, run.records());
        Map<Long, Row> stored = new HashMap<>();
        new Pages(run.database())
                .byIds(
                        run.object(),
                        Visibility.EVERYTHING,
                        editable,
                        run.object().fields())
                .forEach(row -> stored.put(row.id(), row));
        List<Verdict> verdicts = new ArrayList<>();
        Long employer = run.input().get(CUSTOMER);
        for (long id : run.records()) {
            Row before = stored.get(id);
            Refusal refusal = before == null
                    ? new Refusal.Forbidden(
                            Message.of("records.verb.edit", run.object().label()))
                    : impossible(run, before);
            if (before == null || refusal != null) {
                verdicts.add(new Verdict.Refused(refusal == null ? new Refusal.NotFound() : refusal));
                continue;
            }
            if (employer == null) {
                switch (founded(run)) {
                    case Verdict.Written(Row row, boolean _) -> employer = row.id();
                    case Verdict.Refused refused -> {
                        verdicts.add(refused);
                        continue;
                    }
                }
            }
            verdicts.add(move(run, before, employer));
        }
        return verdicts;
    }

    /** What is wrong whoever moves. */
    private @Nullable Refusal wrong(Run run) {
        boolean known = run.input().get(CUSTOMER) != null;
        String name = run.input().get(NEW_CUSTOMER);
        boolean named = name != null && !name.isBlank();
        LocalDate today = LocalDate.ofInstant(
                clock.instant(), organisation.get().company().timeZone());
        if (known == named) {
            return Refusal.Invalid.at(
                    known ? NEW_CUSTOMER.name() : CUSTOMER.name(), Message.of("customer.oneNewEmployer"));
        }
        if (named && !access.may(run.caller().actor(), catalog.current().object(customer.name()), Verb.CREATE)) {
            return Refusal.Invalid.at(NEW_CUSTOMER.name(), Message.of("customer.mayNotFound"));
        }
        return run.input().need(DATE).isAfter(today)
                ? Refusal.Invalid.at(DATE.name(), Message.of("customer.movesInFuture"))
                : null;
    }

    private @Nullable Refusal impossible(Run run, Row before) {
        if (before.need(contact.customer).equals(run.input().get(CUSTOMER))) {
            return Refusal.Invalid.at(CUSTOMER.name(), Message.of("customer.sameEmployer"));
        }
        LocalDate since = before.get(contact.since);
        return since != null && run.input().need(DATE).isBefore(since)
                ? Refusal.Invalid.at(DATE.name(), Message.of("customer.movesBeforeCome"))
                : null;
    }

    /** The new customer belongs to whoever heard of it. */
    private Verdict founded(Run run) {
        Map<Field<?>, @Nullable Object> values = new HashMap<>();
        values.put(customer.fullName, run.input().need(NEW_CUSTOMER).strip());
        values.put(Owned.OWNER, run.caller().actor().user());
        Verdict verdict = run.writing()
                .write(catalog.current().object(customer.name()), List.of(Draft.create(values)))
                .getFirst();
        return switch (verdict) {
            case Verdict.Refused(Refusal.Invalid invalid) ->
                new Verdict.Refused(new Refusal.Invalid(invalid.errors().stream()
                        .map(error -> new Refusal.FieldError(
                                NEW_CUSTOMER.name(), error.code(), error.message(), error.details()))
                        .toList()));
            case Verdict.Refused _, Verdict.Written _ -> verdict;
        };
    }

    private Verdict move(Run run, Row before, long employer) {
        Map<Field<?>, @Nullable Object> left = new HashMap<>();
        left.put(post.contact, before.id());
        left.put(post.customer, before.get(contact.customer));
        left.put(post.title, before.get(contact.title));
        left.put(post.department, before.get(contact.department));
        left.put(post.since, before.get(contact.since));
        left.put(post.until, run.input().get(DATE));
        Map<Field<?>, @Nullable Object> come = new HashMap<>();
        come.put(contact.customer, employer);
        come.put(contact.title, run.input().get(TITLE));
        come.put(contact.department, run.input().get(DEPARTMENT));
        come.put(contact.since, run.input().get(DATE));
        come.put(contact.reportsTo, null);
        Verdict moved = run.write(List.of(Draft.update(before.id(), before.version(), come)))
                .getFirst();
        if (moved instanceof Verdict.Written) {
            must(run.writing().write(catalog.current().object(post.name()), List.of(Draft.create(left))));
            must(run.write(reporting(run, before).stream()
                    .map(row -> {
                        Map<Field<?>, @Nullable Object> nobody = new HashMap<>();
                        nobody.put(contact.reportsTo, null);
                        return Draft.update(row.id(), null, nobody);
                    })
                    .toList()));
            news.tell(run.database(), run.caller(), run.operation(), before, employer);
        }
        return moved;
    }

    /** Those at the old customer who reported to the one that left. */
    private List<Row> reporting(Run run, Row left) {
        return new Pages(run.database())
                .page(Selection.of(run.object(), Visibility.EVERYTHING)
                        .where(Criterion.all(
                                Criterion.is(contact.reportsTo, left.id()),
                                Criterion.is(contact.customer, left.need(contact.customer))))
                        .reading(List.of(contact.reportsTo))
                        .limit(Selection.MOST))
                .rows();
    }

    /** What follows from a move is not refused; if it is, all of it is taken back. */
    private static void must(List<Verdict> verdicts) {
        verdicts.stream()
                .flatMap(verdict -> verdict instanceof Verdict.Refused(Refusal refusal)
                        ? Optional.of(refusal).stream()
                        : Optional.<Refusal>empty().stream())
                .findFirst()
                .ifPresent(refusal -> {
                    throw refusal;
                });
    }
}
