package hengke.web.approvals;

import hengke.capability.approval.Amendments;
import hengke.capability.approval.Approval;
import hengke.capability.approval.Snapshot;
import hengke.capability.approval.flow.Node;
import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Language;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.transfer.exporting.RecordTexts;
import hengke.web.approvals.ApprovalJson.FormJson;
import hengke.web.approvals.ApprovalJson.FormLineJson;
import hengke.web.approvals.ApprovalJson.FormLinesJson;
import hengke.web.catalog.CatalogJson;
import hengke.web.records.RecordJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What whoever decides at a step may write, with what it is now: the step is the right to both. */
@Component
class ToFillIn {
    private final LiveCatalog live;
    private final Amendments amendments;
    private final DSLContext database;
    private final RecordJson records;
    private final RecordTexts texts;

    ToFillIn(LiveCatalog live, Amendments amendments, DSLContext database, RecordJson records, RecordTexts texts) {
        this.live = live;
        this.amendments = amendments;
        this.database = database;
        this.records = records;
        this.texts = texts;
    }

    /** @param opinion whoever only gives one leaves the form as it is */
    FormJson of(Approval approval, String node, boolean opinion, Language language) {
        ObjectDefinition object = live.current().object(approval.about().object());
        return !opinion && approval.node(node).orElse(null) instanceof Node.Ask ask
                ? form(object, approval.about().id(), ask, language)
                : new FormJson(List.of(), JsonMapper.shared().createObjectNode(), List.of());
    }

    private FormJson form(ObjectDefinition object, long record, Node.Ask ask, Language language) {
        List<Field<?>> fields = amendments.of(object, ask);
        List<Row> row = fields.isEmpty()
                ? List.of()
                : new Pages(database).byIds(object, Visibility.EVERYTHING, List.of(record), fields);
        return new FormJson(
                described(fields, language),
                row.isEmpty()
                        ? JsonMapper.shared().createObjectNode()
                        : records.of(Actor.SYSTEM, object, row, fields).getFirst(),
                amendments.ofLines(object, ask).stream()
                        .map(lines -> lines(lines, record, language))
                        .toList());
    }

    /** Each line with its name, so that one knows which it is. */
    private FormLinesJson lines(Amendments.OfLines lines, long record, Language language) {
        ObjectDefinition line = lines.kind().object();
        List<Row> rows = Snapshot.lines(database, lines.kind(), record);
        List<ObjectNode> values = records.of(Actor.SYSTEM, line, rows, lines.fields());
        List<Map<String, String>> names = texts.of(Actor.SYSTEM, line, rows, List.of(line.title()), language);
        List<FormLineJson> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String title = names.get(i).getOrDefault(line.title().name(), "");
            all.add(new FormLineJson(rows.get(i).id(), title, values.get(i)));
        }
        return new FormLinesJson(
                lines.kind().relation().name(),
                lines.kind().relation().label().in(language),
                described(lines.fields(), language),
                all);
    }

    private List<ObjectNode> described(List<Field<?>> fields, Language language) {
        return fields.stream()
                .map(field -> CatalogJson.toFillIn(live.current(), language, field))
                .toList();
    }
}
