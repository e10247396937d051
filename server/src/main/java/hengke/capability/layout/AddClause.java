package hengke.capability.layout;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.FieldRight;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.paper.Printed;
import hengke.kernel.paper.Printer;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Command;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Puts a clause at the end of a record's own terms, with the record's values in its places. */
@Component
@Order(40)
final class AddClause implements Command {
    private static final int MOST = 10_000;
    private static final Field<Long> CLAUSE = Field.of(
                    "clause", new IdType(new IdType.Records("clause")), "条款", "Clause")
            .required();

    private final Clause clause;
    private final Printer printer;
    private final LiveCatalog live;
    private final Access access;

    AddClause(Clause clause, Printer printer, LiveCatalog live, Access access) {
        this.clause = clause;
        this.printer = printer;
        this.live = live;
        this.access = access;
    }

    @Override
    public String name() {
        return "addClause";
    }

    @Override
    public Label label() {
        return new Label("插入条款", "Insert a clause");
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Printed.class) && !terms(object).isEmpty();
    }

    /** The texts of a record that stand on its paper. */
    private static List<Field<?>> terms(ObjectDefinition object) {
        Set<String> spoken = object.capability(Printed.class)
                .map(Printed::layout)
                .orElseThrow()
                .names();
        return object.fields().stream()
                .filter(field -> spoken.contains(field.name())
                        && field.type() instanceof TextualType(TextualType.Form form, int _)
                        && form == TextualType.Form.LONG_TEXT)
                .toList();
    }

    @Override
    public List<Field<?>> input(ObjectDefinition object) {
        return List.of(CLAUSE, into(object));
    }

    private static Field<String> into(ObjectDefinition object) {
        List<Option> options = terms(object).stream()
                .map(field -> Option.of(
                        field.name(), field.label().chinese(), field.label().english()))
                .toList();
        return Field.of("into", new ChoiceType(options), "插入到", "Into").required();
    }

    @Override
    public List<Verdict> run(Run run) {
        Actor actor = run.caller().actor();
        String html = text(run, actor);
        Field<?> into = run.object().field(run.input().need(into(run.object()))).orElseThrow();
        Set<Long> reached = access.reached(run.database(), actor, run.object(), Verb.EDIT, run.records());
        run.hold();
        Map<Long, Row> rows = new LinkedHashMap<>();
        new Pages(run.database())
                .byIds(run.object(), Visibility.EVERYTHING, run.records(), List.of(into))
                .forEach(row -> rows.put(row.id(), row));
        List<Verdict> verdicts = new ArrayList<>();
        for (long id : run.records()) {
            Row row = rows.get(id);
            if (row == null) {
                verdicts.add(new Verdict.Refused(new Refusal.NotFound()));
            } else if (!reached.contains(id)
                    || !access.right(actor, run.object(), into).atLeast(FieldRight.EDIT)) {
                verdicts.add(new Verdict.Refused(new Refusal.Forbidden(
                        Message.of("records.verb.edit", run.object().label()))));
            } else {
                verdicts.add(added(run, row, into, html));
            }
        }
        return verdicts;
    }

    /** What the clause says, for whoever may read it. */
    private String text(Run run, Actor actor) {
        ObjectDefinition clauses = live.current().object(clause.name());
        return new Pages(run.database())
                        .byIds(
                                clauses,
                                access.visibility(actor, clauses, Verb.READ),
                                List.of(run.input().need(CLAUSE)),
                                List.of(clause.text))
                        .stream()
                        .findFirst()
                        .filter(_ -> access.right(actor, clauses, clause.text).atLeast(FieldRight.READ))
                        .map(row -> row.need(clause.text))
                        .orElseThrow(() -> Refusal.Invalid.at(CLAUSE.name(), Message.of("paper.noClause")));
    }

    private Verdict added(Run run, Row row, Field<?> into, String html) {
        String present = Objects.toString(row.get(into), "").strip();
        String words = printer.filled(run.caller().actor(), run.object(), row.id(), html, Language.CHINESE);
        String whole = present.isEmpty() ? words : present + "\n" + words;
        if (whole.length() > MOST) {
            return new Verdict.Refused(Refusal.Invalid.at("into", Message.of("value.tooLong", MOST)));
        }
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(into, whole);
        return run.write(List.of(Draft.update(row.id(), null, values))).getFirst();
    }
}
