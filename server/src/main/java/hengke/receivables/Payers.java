package hengke.receivables;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.duplicates.DuplicateSearch;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.problem.Message;
import hengke.kernel.text.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whom money on the bank is from: by the number of a contract or order in what was written, by who paid under this name
 * before, by the name invoices are made out to, by the customer's name as duplicates are told.
 */
@Component
final class Payers {
    /** From here on a name is the customer's own, but for width, brackets and legal form. */
    private static final double CERTAIN = 0.97;

    private static final Pattern NUMBER = Pattern.compile("[\\p{Alnum}][\\p{Alnum}/_-]{3,59}");
    private static final String NUMBERED = """
            select 'contract' object, id, customer, lower(number) number from contract
            where lower(number) = any(?) and deleted_at is null
            union all
            select 'order', id, customer, lower(number) from "order" where lower(number) = any(?) and deleted_at is null""";
    private static final String PAID = """
            select distinct payer, customer from payment
            where payer = any(?) and status = 'confirmed' and deleted_at is null
            union
            select distinct payer, customer from bank_entry
            where payer = any(?) and status = 'accepted' and customer is not null and deleted_at is null""";
    private static final String TITLED = """
            select distinct t.customer, w.name
            from invoice_title t
            join unnest(?::text[]) w(name)
              on lower(regexp_replace(t.title, '[[:space:][:punct:]（）【】]+', '', 'g')) = w.name
            where t.deleted_at is null""";

    private final BankEntry entry;
    private final DuplicateSearch duplicates;
    private final LiveCatalog live;
    private final Access access;

    Payers(BankEntry entry, DuplicateSearch duplicates, LiveCatalog live, Access access) {
        this.entry = entry;
        this.duplicates = duplicates;
        this.live = live;
        this.access = access;
    }

    /**
     * Somebody whom an entry may be from.
     *
     * @param sure is it nobody else?
     * @param bills whose numbers were written
     */
    record Whose(long customer, Message reason, boolean sure, Set<Link> bills) {}

    /** @param written the number of a contract or order was written: that says more than any name */
    private record Candidate(long customer, Message reason, boolean written, boolean certain) {}

    /** A contract or order by its number. */
    private record Bill(Link link, long customer, String number) {}

    /** By entry; entries of which nobody in sight is known are not there. */
    Map<Long, Whose> of(DSLContext database, Actor actor, List<Row> entries) {
        Map<String, List<Bill>> numbered = numbered(database, actor, entries);
        Map<String, Set<Long>> paid = paid(database, entries);
        Map<String, Set<Long>> titled = titled(database, entries);
        Map<Long, List<Candidate>> candidates = new HashMap<>();
        for (Row row : entries) {
            List<Candidate> its = new ArrayList<>();
            numbers(row)
                    .flatMap(number -> numbered.getOrDefault(number, List.of()).stream())
                    .map(bill -> new Candidate(
                            bill.customer(),
                            Message.of("receivables.byNumber", bill.number().toUpperCase(Locale.ROOT)),
                            true,
                            true))
                    .forEach(its::add);
            String payer = row.get(entry.payer);
            if (payer != null) {
                paid.getOrDefault(payer, Set.of())
                        .forEach(id -> its.add(new Candidate(id, Message.of("receivables.paidBefore"), false, true)));
                titled.getOrDefault(Folding.compact(payer), Set.of())
                        .forEach(id -> its.add(new Candidate(id, Message.of("receivables.byTitle"), false, true)));
                its.addAll(named(actor, payer));
            }
            candidates.put(row.id(), its);
        }
        Set<Long> seen = seen(
                database,
                actor,
                candidates.values().stream()
                        .flatMap(List::stream)
                        .map(Candidate::customer)
                        .collect(Collectors.toCollection(TreeSet::new)));
        Map<Long, Whose> whose = new HashMap<>();
        entries.forEach(row -> {
            List<Candidate> its = Objects.requireNonNull(candidates.get(row.id())).stream()
                    .filter(candidate -> seen.contains(candidate.customer()))
                    .toList();
            if (!its.isEmpty()) {
                whose.put(row.id(), best(its, bills(row, numbered)));
            }
        });
        return whose;
    }

    /** The one somebody has chosen; what was written of contracts still counts. */
    Whose chosen(DSLContext database, Actor actor, Row row, long customer) {
        return new Whose(
                customer, Message.of("receivables.chosen"), true, bills(row, numbered(database, actor, List.of(row))));
    }

    private static Whose best(List<Candidate> its, Set<Link> bills) {
        List<Candidate> written = its.stream().filter(Candidate::written).toList();
        List<Candidate> known =
                written.isEmpty() ? its.stream().filter(Candidate::certain).toList() : written;
        Set<Long> certain = known.stream().map(Candidate::customer).collect(Collectors.toSet());
        Candidate first = known.isEmpty() ? its.getFirst() : known.getFirst();
        return new Whose(first.customer(), first.reason(), certain.size() == 1, bills);
    }

    private Set<Link> bills(Row row, Map<String, List<Bill>> numbered) {
        return numbers(row)
                .flatMap(number -> numbered.getOrDefault(number, List.of()).stream())
                .map(Bill::link)
                .collect(Collectors.toSet());
    }

    private Stream<String> numbers(Row row) {
        String written = row.get(entry.remark);
        return written == null
                ? Stream.of()
                : NUMBER.matcher(Folding.halfWidth(written).toLowerCase(Locale.ROOT))
                        .results()
                        .map(MatchResult::group)
                        .distinct();
    }

    /** Only bills in sight. */
    private Map<String, List<Bill>> numbered(DSLContext database, Actor actor, List<Row> entries) {
        String[] numbers = entries.stream().flatMap(this::numbers).distinct().toArray(String[]::new);
        Map<String, List<Bill>> found = new HashMap<>();
        if (numbers.length == 0) {
            return found;
        }
        List<Bill> bills = database.fetch(NUMBERED, numbers, numbers)
                .map(row -> new Bill(
                        new Link(row.get("object", String.class), row.get("id", Long.class)),
                        row.get("customer", Long.class),
                        row.get("number", String.class)));
        for (String object : List.of(UnderBill.CONTRACT, UnderBill.ORDER)) {
            List<Bill> its = bills.stream()
                    .filter(bill -> bill.link().object().equals(object))
                    .toList();
            Set<Long> reached = access.reached(
                    database,
                    actor,
                    live.current().object(object),
                    Verb.READ,
                    its.stream().map(bill -> bill.link().id()).toList());
            its.stream()
                    .filter(bill -> reached.contains(bill.link().id()))
                    .forEach(bill -> found.computeIfAbsent(bill.number(), _ -> new ArrayList<>())
                            .add(bill));
        }
        return found;
    }

    private Map<String, Set<Long>> paid(DSLContext database, List<Row> entries) {
        String[] payers = payers(entries);
        return payers.length == 0 ? Map.of() : byName(database.fetch(PAID, payers, payers));
    }

    private Map<String, Set<Long>> titled(DSLContext database, List<Row> entries) {
        String[] names = Stream.of(payers(entries))
                .map(Folding::compact)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toArray(String[]::new);
        Map<String, Set<Long>> found = new HashMap<>();
        if (names.length > 0) {
            database.fetch(TITLED, (Object) names)
                    .forEach(row -> found.computeIfAbsent(row.get("name", String.class), _ -> new LinkedHashSet<>())
                            .add(row.get("customer", Long.class)));
        }
        return found;
    }

    private static Map<String, Set<Long>> byName(org.jooq.Result<?> rows) {
        Map<String, Set<Long>> found = new HashMap<>();
        rows.forEach(row -> found.computeIfAbsent(row.get("payer", String.class), _ -> new LinkedHashSet<>())
                .add(row.get("customer", Long.class)));
        return found;
    }

    private String[] payers(List<Row> entries) {
        return entries.stream()
                .map(row -> row.get(entry.payer))
                .filter(Objects::nonNull)
                .distinct()
                .toArray(String[]::new);
    }

    private List<Candidate> named(Actor actor, String payer) {
        ObjectDefinition customers = live.current().object(UnderBill.CUSTOMER);
        if (duplicates.fields(actor, customers).stream().noneMatch(customers.title()::equals)) {
            return List.of();
        }
        return duplicates
                .find(actor, new DuplicateSearch.Draft(customers, null, Map.of(customers.title(), payer), Map.of()))
                .stream()
                .filter(found -> found.seen() != null && found.object().name().equals(customers.name()))
                .map(found -> new Candidate(found.record(), reason(found), false, found.score() >= CERTAIN))
                .toList();
    }

    private static Message reason(DuplicateSearch.Candidate found) {
        if (found.former()) {
            return Message.of("receivables.byFormerName");
        }
        return Message.of(found.score() >= CERTAIN ? "receivables.byName" : "receivables.byLikeName");
    }

    private Set<Long> seen(DSLContext database, Actor actor, Set<Long> customers) {
        return customers.isEmpty()
                ? new HashSet<>()
                : access.reached(database, actor, live.current().object(UnderBill.CUSTOMER), Verb.READ, customers);
    }

    /** May somebody choose this customer? */
    boolean sees(DSLContext database, Actor actor, @Nullable Long customer) {
        return customer != null && seen(database, actor, Set.of(customer)).contains(customer);
    }
}
