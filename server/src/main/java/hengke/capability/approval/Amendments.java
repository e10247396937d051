package hengke.capability.approval;

import hengke.capability.approval.flow.Node;
import hengke.kernel.access.Actor;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.SystemFields;
import hengke.kernel.metadata.type.IdListType;
import hengke.kernel.metadata.type.IdType;
import hengke.kernel.metadata.type.LinkType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Draft;
import hengke.kernel.records.DraftReader;
import hengke.kernel.records.Operation;
import hengke.kernel.records.OperationLog;
import hengke.kernel.records.Verdict;
import hengke.kernel.records.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What approvers write to a record, and to lines that it has, while they decide about it. The step is the right, whatever
 * else they may write; the record's own rules hold, and its history names them.
 */
@Component
public final class Amendments {
    private final Writer writer;
    private final DraftReader drafts;
    private final LiveOrganisation organisation;
    private final LiveCatalog live;
    private final Approvables approvables;

    Amendments(
            Writer writer,
            DraftReader drafts,
            LiveOrganisation organisation,
            LiveCatalog live,
            Approvables approvables) {
        this.writer = writer;
        this.drafts = drafts;
        this.organisation = organisation;
        this.live = live;
        this.approvables = approvables;
    }

    /** Fields of the lines of one kind. */
    public record OfLines(Catalog.Child kind, List<Field<?>> fields) {
        /** As a step names one of them: {@code lines.discount}. */
        public String name(Field<?> field) {
            return kind.relation().name() + "." + field.name();
        }
    }

    /** The fields that a step can offer: those that a form fills in, which point at nothing and tell no stage. */
    public List<Field<?>> possible(ObjectDefinition object) {
        Set<Field<?>> stages = approvables.of(object).map(Approvable::stages).orElse(Set.of());
        return object.fields().stream()
                .filter(field -> field.traits().section() != null && Snapshot.content(field))
                .filter(field -> !stages.contains(field) && plain(field))
                .<Field<?>>map(field -> field)
                .toList();
    }

    /** The same of its lines, where they are part of what is approved. */
    public List<OfLines> possibleOfLines(ObjectDefinition object) {
        boolean covers = approvables.of(object).map(Approvable::coversLines).orElse(true);
        return live.current().lines(object).stream()
                .filter(_ -> covers)
                .map(kind -> new OfLines(
                        kind,
                        kind.object().fields().stream()
                                .filter(field -> Snapshot.content(field) && plain(field))
                                .<Field<?>>map(field -> field)
                                .toList()))
                .toList();
    }

    /** What all that is called in a flow. */
    List<String> names(ObjectDefinition object) {
        return Stream.concat(
                        possible(object).stream().map(Field::name),
                        possibleOfLines(object).stream()
                                .flatMap(lines -> lines.fields().stream().map(lines::name)))
                .toList();
    }

    /** Those that a step offers. */
    public List<Field<?>> of(ObjectDefinition object, Node.Ask step) {
        return possible(object).stream()
                .filter(field -> step.edits().contains(field.name()))
                .toList();
    }

    /** The same of lines; kinds of which it offers nothing are left out. */
    public List<OfLines> ofLines(ObjectDefinition object, Node.Ask step) {
        return possibleOfLines(object).stream()
                .map(lines -> new OfLines(
                        lines.kind(),
                        lines.fields().stream()
                                .filter(field -> step.edits().contains(lines.name(field)))
                                .toList()))
                .filter(lines -> !lines.fields().isEmpty())
                .toList();
    }

    private static boolean plain(Field<?> field) {
        return switch (field.type()) {
            case IdType(IdType.Records(String _)) -> false;
            case IdListType _, LinkType _ -> false;
            case TextualType text -> text.form() != TextualType.Form.AUTO_NUMBER;
            default -> true;
        };
    }

    /** What of a record and its lines these would write, as a flow names it. */
    static List<String> named(ObjectNode values) {
        return values.properties().stream()
                .flatMap(entry -> entry.getValue().isArray()
                        ? entry.getValue().valueStream().flatMap(line -> ofLine(entry.getKey(), line))
                        : Stream.of(entry.getKey()))
                .distinct()
                .toList();
    }

    private static Stream<String> ofLine(String kind, JsonNode line) {
        return line.propertyNames().stream()
                .filter(name -> !name.equals(SystemFields.ID.name()))
                .map(name -> kind + "." + name);
    }

    /** Throws what is wrong, each at its field: then nothing has happened. */
    void write(DSLContext within, ObjectDefinition object, long record, Node.Ask step, ObjectNode values, long by) {
        List<String> offered = Stream.concat(
                        of(object, step).stream().map(Field::name),
                        ofLines(object, step).stream()
                                .flatMap(lines -> lines.fields().stream().map(lines::name)))
                .toList();
        List<FieldError> errors = new ArrayList<>();
        named(values).stream()
                .filter(name -> !offered.contains(name))
                .map(name -> FieldError.of(name, Message.of("approval.notAmendable")))
                .forEach(errors::add);
        ObjectNode own = values.deepCopy();
        List<Draft.Lines> lines = new ArrayList<>();
        for (OfLines kind : ofLines(object, step)) {
            JsonNode given = own.remove(kind.kind().relation().name());
            if (given != null) {
                lines.add(lines(within, record, kind, given, errors));
            }
        }
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
        Map<Field<?>, @Nullable Object> read = drafts.values(Actor.SYSTEM, object, own);
        Caller caller = new Caller(organisation.get().actor(by), RecordState.THROUGH, true);
        Operation operation = OperationLog.open(
                within,
                caller,
                Operation.Kind.EDIT,
                object.name(),
                "审批时修改 " + object.label().chinese(),
                Operation.Status.DONE,
                1);
        Draft draft = Draft.update(record, null, read).with(lines);
        if (writer.write(within, caller, operation, object, List.of(draft)).getFirst()
                instanceof Verdict.Refused(var refusal)) {
            throw refusal;
        }
    }

    /** All lines as they are, with what is given for some of them: none is added and none goes. */
    private Draft.Lines lines(DSLContext within, long record, OfLines lines, JsonNode given, List<FieldError> errors) {
        List<Long> there = Snapshot.lines(within, lines.kind(), record).stream()
                .map(Row::id)
                .toList();
        Map<Long, Map<Field<?>, @Nullable Object>> changes = new HashMap<>();
        int at = 0;
        for (JsonNode line : given) {
            String place = lines.kind().relation().name() + "[" + at++ + "]";
            JsonNode id = line.path(SystemFields.ID.name());
            if (!(line instanceof ObjectNode body) || !id.isIntegralNumber() || !there.contains(id.longValue())) {
                errors.add(FieldError.of(place, Message.of("approval.noSuchLine")));
                continue;
            }
            ObjectNode values = body.deepCopy();
            values.remove(SystemFields.ID.name());
            try {
                changes.put(
                        id.longValue(), drafts.values(Actor.SYSTEM, lines.kind().object(), values));
            } catch (Refusal.Invalid invalid) {
                errors.addAll(invalid.under(place).errors());
            }
        }
        return new Draft.Lines(
                lines.kind(),
                there.stream()
                        .map(id -> Draft.update(id, null, changes.getOrDefault(id, Map.of())))
                        .toList());
    }
}
