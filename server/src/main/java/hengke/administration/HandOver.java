package hengke.administration;

import hengke.automation.AutomationChanges;
import hengke.capability.approval.LeftApprovals;
import hengke.kernel.access.Access;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.identity.Posts;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.query.Alias;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.CriterionSql;
import hengke.kernel.records.AlsoUndone;
import hengke.kernel.records.Assignments;
import hengke.kernel.records.Assignments.Portion;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Gives what somebody has, and is to others, to those who come after, as one operation. */
@Component
public final class HandOver implements AlsoUndone {
    private final DSLContext database;
    private final LiveCatalog catalog;
    private final LiveOrganisation organisation;
    private final Access access;
    private final Assignments assignments;
    private final Posts posts;
    private final LeftApprovals approvals;
    private final AutomationChanges automations;

    HandOver(
            DSLContext database,
            LiveCatalog catalog,
            LiveOrganisation organisation,
            Access access,
            Assignments assignments,
            Posts posts,
            LeftApprovals approvals,
            AutomationChanges automations) {
        this.database = database;
        this.catalog = catalog;
        this.organisation = organisation;
        this.access = access;
        this.assignments = assignments;
        this.posts = posts;
        this.approvals = approvals;
        this.automations = automations;
    }

    /** How many records of an object name somebody. */
    public record Holding(ObjectDefinition object, long records) {}

    /** Those records of an object that match a filter go to one person. */
    public record Rule(JsonNode filter, long to) {}

    /**
     * What is to become of the records of one object.
     *
     * @param rules in order, the first that fits counts
     * @param to the others go to these in turn; to nobody if there are none
     */
    public record Part(ObjectDefinition object, List<Rule> rules, List<Long> to) {
        public Part {
            rules = List.copyOf(rules);
            to = List.copyOf(to);
        }
    }

    /**
     * The whole of it.
     *
     * @param approvals who decides from now on what they would have
     * @param automations as whom those act from now on that acted as them
     */
    public record Plan(
            long from,
            List<Part> parts,
            @Nullable Long manager,
            @Nullable Long head,
            @Nullable Long approvals,
            @Nullable Long automations) {
        public Plan {
            parts = List.copyOf(parts);
        }
    }

    /** What somebody has, by object, without the objects of which they have nothing. */
    public List<Holding> of(long person) {
        return catalog.current().objects().stream()
                .filter(object -> naming(object).isPresent())
                .map(object -> new Holding(object, count(object, person)))
                .filter(holding -> holding.records() > 0)
                .toList();
    }

    /** Can records of this object be handed over? */
    public boolean handsOver(ObjectDefinition object) {
        return naming(object).isPresent();
    }

    public List<Assignments.Share> preview(Caller caller, Plan plan) {
        posts.check(plan.from(), plan.manager());
        return assignments.preview(caller, portions(caller, plan));
    }

    public Operation start(Caller caller, Plan plan) {
        posts.check(plan.from(), plan.manager());
        String name = organisation.get().person(plan.from()).orElseThrow().name();
        return assignments.start(
                caller,
                "移交：" + name,
                portions(caller, plan),
                (transaction, operation) ->
                        posts.pass(transaction, caller.actor(), operation, plan.from(), plan.manager(), plan.head())
                                + approvals(transaction, caller, plan)
                                + automations(transaction, caller, plan));
    }

    private long approvals(DSLContext transaction, Caller caller, Plan plan) {
        Long to = plan.approvals();
        return to == null ? 0 : approvals.pass(transaction, caller.actor(), plan.from(), to);
    }

    private long automations(DSLContext transaction, Caller caller, Plan plan) {
        Long to = plan.automations();
        return to == null ? 0 : automations.pass(transaction, caller.actor(), plan.from(), to);
    }

    /** How many automations act as somebody. */
    public long automationsOf(long person) {
        return automations.actingAs(person);
    }

    /** How many approvals wait for somebody, or will by a template that names them. */
    public long approvalsOf(long person) {
        return approvals.of(person);
    }

    @Override
    public void takeBack(DSLContext transaction, long operation) {
        posts.takeBack(transaction, operation);
    }

    private List<Portion> portions(Caller caller, Plan plan) {
        List<Portion> portions = new ArrayList<>();
        for (Part part : plan.parts()) {
            Field<?> field = naming(part.object()).orElseThrow();
            Criterion theirs = Criterion.is(field, plan.from());
            part.rules()
                    .forEach(rule -> portions.add(new Portion(
                            part.object(),
                            field,
                            Criterion.all(theirs, access.resolve(caller.actor(), part.object(), rule.filter())),
                            List.of(rule.to()))));
            portions.add(new Portion(part.object(), field, theirs, part.to()));
        }
        return portions;
    }

    /** The field that says whose a record is: its owner, or with whom it is shared. */
    private static Optional<Field<?>> naming(ObjectDefinition object) {
        if (object.has("owned")) {
            return object.field("owner");
        }
        return object.name().equals("share") ? object.field("user") : Optional.empty();
    }

    private long count(ObjectDefinition object, long person) {
        Alias row = Alias.of(object);
        return database.fetchCount(
                row.table(),
                CriterionSql.of(Criterion.is(naming(object).orElseThrow(), person), row)
                        .and(row.living()));
    }
}
