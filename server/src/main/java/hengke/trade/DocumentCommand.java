package hengke.trade;

import hengke.kernel.access.Access;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Selection;
import hengke.kernel.query.SortKey;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Command;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes a document from another one: fields of the same name and kind go over, own fields included, and so do the lines.
 * What a document has of its own does not: number, date and status.
 */
abstract class DocumentCommand implements Command {
    private final LiveCatalog live;
    private final Access access;

    DocumentCommand(LiveCatalog live, Access access) {
        this.live = live;
        this.access = access;
    }

    /** What is made of a document of this object. */
    abstract ObjectDefinition target(ObjectDefinition from);

    /** Refuses what cannot be made into another one; completes what is written of it. */
    abstract void complete(Row from, Map<Field<?>, @Nullable Object> values);

    /** Whether and how a line goes over. */
    Optional<Map<Field<?>, @Nullable Object>> line(Row from, Map<Field<?>, @Nullable Object> values) {
        return Optional.of(values);
    }

    /** What becomes of the document it was made from. */
    Verdict afterwards(Run run, Row from, Row made) {
        return new Verdict.Written(from, false);
    }

    /** What somebody must be allowed to do with the document it is made from. */
    Verb verb() {
        return Verb.READ;
    }

    @Override
    public final Optional<String> makes(ObjectDefinition object) {
        return Optional.of(target(object).name());
    }

    final LiveCatalog live() {
        return live;
    }

    final Access access() {
        return access;
    }

    @Override
    public final List<Verdict> run(Run run) {
        ObjectDefinition target = target(run.object());
        Set<Long> reached = access.reached(run.database(), run.caller().actor(), run.object(), verb(), run.records());
        Map<Long, Row> rows = new LinkedHashMap<>();
        run.hold();
        new Pages(run.database())
                .byIds(
                        run.object(),
                        Visibility.EVERYTHING,
                        run.records(),
                        run.object().fields())
                .forEach(row -> rows.put(row.id(), row));
        List<Verdict> verdicts = new ArrayList<>();
        for (long id : run.records()) {
            Row row = rows.get(id);
            if (row == null) {
                verdicts.add(new Verdict.Refused(new Refusal.NotFound()));
            } else if (!access.may(run.caller().actor(), target, Verb.CREATE)) {
                verdicts.add(
                        new Verdict.Refused(new Refusal.Forbidden(Message.of("records.verb.create", target.label()))));
            } else if (!reached.contains(id)) {
                verdicts.add(new Verdict.Refused(new Refusal.Forbidden(
                        Message.of("records.verb." + verb().wire(), run.object().label()))));
            } else {
                verdicts.add(made(run, target, row));
            }
        }
        return verdicts;
    }

    private Verdict made(Run run, ObjectDefinition target, Row from) {
        try {
            return run.database().transactionResult(_ -> {
                Map<Field<?>, @Nullable Object> values = values(run.object(), from, target);
                complete(from, values);
                Draft draft = Draft.create(values).with(List.of(lines(run, target, from)));
                return switch (run.writing().write(target, List.of(draft)).getFirst()) {
                    case Verdict.Written(Row row, boolean _) -> afterwards(run, from, row);
                    case Verdict.Refused(Refusal refusal) -> throw refusal;
                };
            });
        } catch (Refusal refusal) {
            return new Verdict.Refused(refusal);
        }
    }

    private Draft.Lines lines(Run run, ObjectDefinition target, Row from) {
        Catalog.Child of = live.current().lines(run.object()).getFirst();
        Catalog.Child into = live.current().lines(target).getFirst();
        List<Draft> drafts = new Pages(run.database())
                        .page(Selection.of(of.object(), Visibility.EVERYTHING)
                                .where(Criterion.is(of.reference(), from.id()))
                                .sorted(List.of(new SortKey(of.position(), false)))
                                .limit(Selection.MOST))
                        .rows()
                        .stream()
                        .flatMap(row -> line(row, values(of.object(), row, into.object())).stream())
                        .map(Draft::create)
                        .toList();
        if (drafts.isEmpty()) {
            throw new Refusal.Conflict("noLines", Message.of("trade.noLines"), Map.of());
        }
        return new Draft.Lines(into, drafts);
    }

    private static Map<Field<?>, @Nullable Object> values(ObjectDefinition from, Row row, ObjectDefinition to) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        String status =
                to.capability(Lined.class).map(lined -> lined.status().name()).orElse("");
        for (Field<?> field : to.fields()) {
            boolean own = field.traits().is(Trait.DERIVED)
                    || field.traits().is(Trait.UNIQUE)
                    || field.name().equals(status)
                    || field.equals(Lined.DATE)
                    || field.name().equals(TradeLine.DOCUMENT);
            Object value = own || from.field(field.name()).filter(field::equals).isEmpty() ? null : row.get(field);
            if (value != null) {
                values.put(field, value);
            }
        }
        return values;
    }
}
