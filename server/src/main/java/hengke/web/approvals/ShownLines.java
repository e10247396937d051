package hengke.web.approvals;

import hengke.capability.approval.Approval;
import hengke.capability.approval.Snapshot;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Language;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.query.SortKey;
import hengke.kernel.transfer.exporting.RecordTexts;
import hengke.web.approvals.ApprovalJson.FieldJson;
import hengke.web.approvals.ApprovalJson.LinesJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What somebody sees of a record's lines because of an approval. */
@Component
class ShownLines {
    private final LiveCatalog live;
    private final Access access;
    private final RecordTexts texts;
    private final DSLContext database;

    ShownLines(LiveCatalog live, Access access, RecordTexts texts, DSLContext database) {
        this.live = live;
        this.access = access;
        this.texts = texts;
        this.database = database;
    }

    /** Its lines as they are now, for whoever opens the record. */
    List<LinesJson> of(Actor actor, Language language, Approval approval, ObjectDefinition object, boolean opens) {
        List<LinesJson> lines = new ArrayList<>();
        if (!opens) {
            return lines;
        }
        for (Catalog.Child kind : live.current().lines(object)) {
            ObjectDefinition line = kind.object();
            List<Field<?>> fields = line.fields().stream()
                    .filter(field -> field.traits().is(Trait.LISTED) && field != kind.reference())
                    .filter(field -> access.right(actor, line, field).atLeast(FieldRight.MASKED))
                    .<Field<?>>map(field -> field)
                    .toList();
            List<Row> rows = new Pages(database)
                    .page(Selection.of(line, access.visibility(actor, line, Verb.READ))
                            .where(Criterion.is(
                                    kind.reference(), approval.about().id()))
                            .sorted(List.of(new SortKey(kind.position(), false)))
                            .limit(Selection.MOST))
                    .rows();
            if (!rows.isEmpty() && !fields.isEmpty()) {
                lines.add(new LinesJson(
                        kind.relation().name(),
                        kind.relation().label().in(language),
                        fields.stream().map(field -> field.label().in(language)).toList(),
                        texts.of(actor, line, rows, fields, language).stream()
                                .map(text -> fields.stream()
                                        .map(field -> text.getOrDefault(field.name(), ""))
                                        .toList())
                                .toList()));
            }
        }
        return lines;
    }

    /**
     * What became of the lines of a kind: value by value where the same lines are still there, else only that they are
     * others.
     */
    List<FieldJson> changes(
            Actor actor,
            Language language,
            ObjectDefinition object,
            String name,
            boolean opens,
            ShownFields.Granted granted,
            JsonNode was,
            JsonNode became) {
        return live.current().lines(object).stream()
                .filter(kind -> kind.relation().name().equals(name))
                .findFirst()
                .map(kind -> changes(actor, language, kind, opens, granted, was, became))
                .orElse(List.of());
    }

    private List<FieldJson> changes(
            Actor actor,
            Language language,
            Catalog.Child kind,
            boolean opens,
            ShownFields.Granted granted,
            JsonNode was,
            JsonNode became) {
        ObjectDefinition line = kind.object();
        boolean reads = opens && access.may(actor, line, Verb.READ);
        String name = kind.relation().name();
        String label = kind.relation().label().in(language);
        if (!was.isArray() || was.size() != became.size()) {
            return reads ? List.of(new FieldJson(name, label, "", null)) : List.of();
        }
        List<FieldJson> changes = new ArrayList<>();
        for (int at = 0; at < was.size(); at++) {
            ObjectNode before = (ObjectNode) was.get(at);
            ObjectNode after = (ObjectNode) became.get(at);
            for (Field<?> field : line.fields()) {
                boolean shown = granted.shown().contains(name + "." + field.name());
                boolean allowed = shown
                        || reads
                                && Snapshot.content(field)
                                && access.right(actor, line, field).atLeast(FieldRight.MASKED);
                if (allowed && !Objects.equals(before.get(field.name()), after.get(field.name()))) {
                    Actor reader = shown ? Actor.SYSTEM : actor;
                    changes.add(new FieldJson(
                            name + "[" + at + "]." + field.name(),
                            label + " " + (at + 1) + " · " + field.label().in(language),
                            text(reader, line, field, before, language),
                            text(reader, line, field, after, language)));
                }
            }
        }
        return changes;
    }

    private String text(Actor reader, ObjectDefinition line, Field<?> field, ObjectNode values, Language language) {
        Row row = Snapshot.row(line, 0, values);
        return texts.of(reader, line, List.of(row), List.of(field), language)
                .getFirst()
                .getOrDefault(field.name(), "");
    }
}
