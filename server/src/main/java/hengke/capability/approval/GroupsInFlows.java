package hengke.capability.approval;

import hengke.capability.approval.flow.Approvers;
import hengke.capability.approval.flow.Node;
import hengke.capability.flow.Branching;
import hengke.kernel.identity.NamesGroups;
import java.util.List;
import org.springframework.stereotype.Component;

/** The flows that ask a group of people, or tell it. */
@Component
final class GroupsInFlows implements NamesGroups {
    private final Templates templates;

    GroupsInFlows(Templates templates) {
        this.templates = templates;
    }

    @Override
    public List<String> naming(long group) {
        return templates.all().stream()
                .filter(template -> Branching.all(template.way().flow().nodes()).anyMatch(node -> names(node, group)))
                .map(Template::name)
                .toList();
    }

    private static boolean names(Node node, long group) {
        return switch (node) {
            case Node.Ask ask -> isGroup(ask.approvers(), group);
            case Node.Copy copy -> isGroup(copy.approvers(), group);
            case Node.Wait _, Node.Choice _, Node.Together _ -> false;
        };
    }

    private static boolean isGroup(Approvers approvers, long group) {
        return approvers instanceof Approvers.InGroup(long named, boolean _) && named == group;
    }
}
