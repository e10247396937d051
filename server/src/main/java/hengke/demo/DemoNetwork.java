package hengke.demo;

import hengke.customers.Contact;
import hengke.customers.ContactPost;
import hengke.customers.ContactRelation;
import hengke.customers.Customer;
import hengke.customers.CustomerRelation;
import hengke.kernel.metadata.BusinessObject;
import hengke.kernel.metadata.Field;
import hengke.kernel.records.Draft;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How the invented customers and their people hang together: a group, who supplies whom, who worked where before. */
@Component
final class DemoNetwork {
    private static final long SEED = 20_260_202;
    private static final int RELATIONS = 70;
    private static final int POSTS = 24;
    private static final int ACQUAINTANCES = 20;
    private static final List<String> KINDS =
            List.of("supplier", "supplier", "distributor", "agent", "partner", "partner", "competitor", "investor");
    private static final List<String> KNOWN_AS = List.of("classmate", "colleague", "friend", "introducer");
    private static final List<String> ATTITUDES = List.of("supportive", "supportive", "neutral", "opposed", "unknown");
    private static final List<String> TITLES = List.of("采购经理", "信息部主管", "财务经理", "运营总监");

    private final Customer customer;
    private final Contact contact;
    private final CustomerRelation relation;
    private final ContactRelation acquaintance;
    private final ContactPost post;

    DemoNetwork(
            Customer customer,
            Contact contact,
            CustomerRelation relation,
            ContactRelation acquaintance,
            ContactPost post) {
        this.customer = customer;
        this.contact = contact;
        this.relation = relation;
        this.acquaintance = acquaintance;
        this.post = post;
    }

    /** Writes drafts of one object, and answers their ids. */
    interface Sink {
        List<Long> write(BusinessObject object, List<Draft> drafts);
    }

    /** A contact and where it works. */
    record Employed(long contact, long customer) {}

    void write(Sink sink, List<Long> customers, List<Employed> people) {
        Random random = new Random(SEED);
        sink.write(customer, group(customers));
        sink.write(contact, decisions(random, customers, people));
        sink.write(relation, relations(random, customers));
        sink.write(post, posts(random, customers, people));
        sink.write(acquaintance, acquaintances(random, people));
    }

    /** The first one stands above four, two of which stand above others. */
    private List<Draft> group(List<Long> customers) {
        int[] above = {0, 0, 0, 0, 1, 1, 2};
        String[] kinds = {"subsidiary", "subsidiary", "branch", "affiliate", "branch", "office", "subsidiary"};
        List<Draft> group = new ArrayList<>();
        for (int i = 0; i < above.length; i++) {
            group.add(Draft.update(
                    customers.get(i + 1),
                    null,
                    Map.of(customer.parent, customers.get(above[i]), customer.parentKind, kinds[i])));
        }
        return group;
    }

    /** Where somebody stands, and that all at a customer report to its first contact. */
    private List<Draft> decisions(Random random, List<Long> customers, List<Employed> people) {
        Map<Long, Long> first = new HashMap<>();
        Set<Long> some = new HashSet<>(customers.subList(0, customers.size() / 2));
        List<Draft> decisions = new ArrayList<>();
        for (Employed each : people) {
            if (some.contains(each.customer())) {
                Long head = first.putIfAbsent(each.customer(), each.contact());
                Map<Field<?>, @Nullable Object> values = new HashMap<>();
                values.put(contact.attitude, one(random, ATTITUDES));
                values.put(contact.influence, one(random, List.of("high", "medium", "low")));
                if (head != null) {
                    values.put(contact.reportsTo, head);
                }
                decisions.add(Draft.update(each.contact(), null, values));
            }
        }
        return decisions;
    }

    private List<Draft> relations(Random random, List<Long> customers) {
        Set<Set<Long>> pairs = new HashSet<>();
        List<Draft> relations = new ArrayList<>();
        while (relations.size() < RELATIONS) {
            Long from = one(random, customers);
            Long to = one(random, customers);
            if (!from.equals(to) && pairs.add(Set.of(from, to))) {
                relations.add(Draft.create(Map.of(
                        relation.from,
                        from,
                        relation.to,
                        to,
                        relation.kind,
                        one(random, KINDS),
                        relation.since,
                        LocalDate.of(2018 + random.nextInt(7), 1 + random.nextInt(12), 1))));
            }
        }
        return relations;
    }

    private List<Draft> posts(Random random, List<Long> customers, List<Employed> people) {
        List<Draft> posts = new ArrayList<>();
        while (posts.size() < POSTS) {
            Employed person = one(random, people);
            Long before = one(random, customers);
            if (before != person.customer()) {
                LocalDate left = LocalDate.of(2019 + random.nextInt(6), 1 + random.nextInt(12), 1);
                posts.add(Draft.create(Map.of(
                        post.contact,
                        person.contact(),
                        post.customer,
                        before,
                        post.kind,
                        "employee",
                        post.title,
                        one(random, TITLES),
                        post.since,
                        left.minusYears(1L + random.nextInt(5)),
                        post.until,
                        left)));
            }
        }
        return posts;
    }

    private List<Draft> acquaintances(Random random, List<Employed> people) {
        Set<Set<Long>> pairs = new HashSet<>();
        List<Draft> acquaintances = new ArrayList<>();
        while (acquaintances.size() < ACQUAINTANCES) {
            Long from = one(random, people).contact();
            Long to = one(random, people).contact();
            if (!from.equals(to) && pairs.add(Set.of(from, to))) {
                acquaintances.add(Draft.create(Map.of(
                        acquaintance.from, from,
                        acquaintance.to, to,
                        acquaintance.kind, one(random, KNOWN_AS))));
            }
        }
        return acquaintances;
    }

    private static <T> T one(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
