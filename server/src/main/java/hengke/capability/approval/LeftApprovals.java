package hengke.capability.approval;

import hengke.capability.approval.flow.Action;
import hengke.capability.approval.flow.Approvers;
import hengke.capability.approval.flow.Flow;
import hengke.capability.approval.flow.Node;
import hengke.capability.flow.Way;
import hengke.kernel.access.Actor;
import hengke.kernel.identity.PeopleGroups;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody who leaves had to approve, and would have had to, goes to somebody else: in what runs, in templates, and
 * in the groups that those ask.
 */
@Component
public final class LeftApprovals {
    private final DSLContext database;
    private final ActOnApproval acting;
    private final Templates templates;
    private final PeopleGroups groups;

    LeftApprovals(DSLContext database, ActOnApproval acting, Templates templates, PeopleGroups groups) {
        this.database = database;
        this.acting = acting;
        this.templates = templates;
        this.groups = groups;
    }

    /** How much waits for somebody, and how many groups and templates name them. */
    public long of(long person) {
        long waiting = database.fetchSingle(
                        "select count(*) from approval_task where state = 'live' and person = ?", person)
                .get(0, Long.class);
        return waiting
                + groups.of(database, person)
                + templates.all().stream()
                        .filter(template -> !renamed(template.way().flow(), person, 0)
                                .equals(template.way().flow()))
                        .count();
    }

    /** Within a transaction; how many approvals, templates and groups have changed. */
    public long pass(DSLContext within, Actor by, long from, long to) {
        long changed = 0;
        for (long id : within.fetch("select id from approval where status in ('running', 'returned') order by id")
                .getValues("id", Long.class)) {
            changed += acting.handOver(within, id, new Action.HandOver(by.user(), from, to)) ? 1 : 0;
        }
        templates.change(within);
        for (Template template : templates.within(within)) {
            Flow next = renamed(template.way().flow(), from, to);
            if (!next.equals(template.way().flow())) {
                within.execute(
                        """
                        update approval_template set definition = cast(? as jsonb), edition = edition + 1,
                            version = version + 1 where id = ?""",
                        JsonMapper.shared()
                                .writeValueAsString(
                                        new Template.Way(template.way().when(), next)),
                        template.id());
                changed++;
            }
        }
        return changed + groups.pass(within, by, from, to);
    }

    private static Flow renamed(Flow flow, long from, long to) {
        return flow.with(renamed(flow.nodes(), from, to));
    }

    private static List<Node> renamed(List<Node> nodes, long from, long to) {
        return nodes.stream().map(node -> renamed(node, from, to)).toList();
    }

    private static Node renamed(Node node, long from, long to) {
        return switch (node) {
            case Node.Ask ask ->
                new Node.Ask(
                        ask.id(),
                        ask.name(),
                        renamed(ask.approvers(), from, to),
                        ask.mode(),
                        ask.ratio(),
                        ask.empty(),
                        Objects.equals(ask.emptyPerson(), from) ? Long.valueOf(to) : ask.emptyPerson(),
                        ask.self(),
                        ask.backTo(),
                        ask.late(),
                        ask.shows(),
                        ask.edits(),
                        ask.hides());
            case Node.Copy copy -> new Node.Copy(copy.id(), copy.name(), renamed(copy.approvers(), from, to));
            case Node.Wait wait -> wait;
            case Node.Choice choice -> new Node.Choice(choice.id(), choice.name(), ways(choice.ways(), from, to));
            case Node.Together together ->
                new Node.Together(together.id(), together.name(), ways(together.ways(), from, to));
        };
    }

    private static List<Way<Node>> ways(List<Way<Node>> ways, long from, long to) {
        return ways.stream()
                .map(way -> new Way<>(way.id(), way.name(), way.condition(), renamed(way.nodes(), from, to)))
                .toList();
    }

    private static Approvers renamed(Approvers approvers, long from, long to) {
        return switch (approvers) {
            case Approvers.People(List<Long> people) -> new Approvers.People(replaced(people, from, to));
            case Approvers.Chosen(List<Long> among, boolean several) ->
                new Approvers.Chosen(replaced(among, from, to), several);
            case Approvers.Next(List<Long> among, boolean several) ->
                new Approvers.Next(replaced(among, from, to), several);
            case Approvers.Role _,
                    Approvers.InGroup _,
                    Approvers.Superior _,
                    Approvers.Superiors _,
                    Approvers.Head _,
                    Approvers.Starter _,
                    Approvers.Named _ -> approvers;
        };
    }

    private static List<Long> replaced(List<Long> people, long from, long to) {
        return people.stream()
                .map(person -> person == from ? Long.valueOf(to) : person)
                .distinct()
                .toList();
    }
}
