package hengke.web.approvals;

import hengke.capability.approval.Amendments;
import hengke.capability.approval.Approval;
import hengke.capability.approval.flow.Node;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Language;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.web.approvals.ApprovalJson.FormJson;
import hengke.web.catalog.CatalogJson;
import hengke.web.records.RecordJson;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What whoever decides at a step may write, with what it is now: the step is the right to both. */
@Component
class ToFillIn {
    private static final FormJson NOTHING =
            new FormJson(List.of(), JsonMapper.shared().createObjectNode());

    private final LiveCatalog live;
    private final Amendments amendments;
    private final Pages pages;
    private final RecordJson records;

    ToFillIn(LiveCatalog live, Amendments amendments, Pages pages, RecordJson records) {
        this.live = live;
        this.amendments = amendments;
        this.pages = pages;
        this.records = records;
    }

    /** @param opinion whoever only gives one leaves the form as it is */
    FormJson of(Approval approval, String node, boolean opinion, Language language) {
        ObjectDefinition object = live.current().object(approval.about().object());
        List<Field<?>> fields = !opinion && approval.node(node).orElse(null) instanceof Node.Ask ask
                ? amendments.of(object, ask)
                : List.of();
        if (fields.isEmpty()) {
            return NOTHING;
        }
        return pages
                .byIds(object, Visibility.EVERYTHING, List.of(approval.about().id()), fields)
                .stream()
                .findFirst()
                .map(row -> new FormJson(
                        fields.stream()
                                .map(field -> CatalogJson.toFillIn(live.current(), language, field))
                                .toList(),
                        records.of(Actor.SYSTEM, object, List.of(row), fields).getFirst()))
                .orElse(NOTHING);
    }
}
