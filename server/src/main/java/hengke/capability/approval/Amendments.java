package hengke.capability.approval;

import hengke.capability.approval.flow.Node;
import hengke.kernel.access.Actor;
import hengke.kernel.identity.LiveOrganisation;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.ObjectDefinition;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * What approvers write to a record while they decide about it. The step is the right, whatever else they may write; the
 * record's own rules hold, and its history names them.
 */
@Component
public final class Amendments {
    private final Writer writer;
    private final DraftReader drafts;
    private final LiveOrganisation organisation;
    private final Approvables approvables;

    Amendments(Writer writer, DraftReader drafts, LiveOrganisation organisation, Approvables approvables) {
        this.writer = writer;
        this.drafts = drafts;
        this.organisation = organisation;
        this.approvables = approvables;
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

    /** Those that a step offers. */
    public List<Field<?>> of(ObjectDefinition object, Node.Ask step) {
        return possible(object).stream()
                .filter(field -> step.edits().contains(field.name()))
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

    /** Throws what is wrong, each at its field: then nothing has happened. */
    void write(DSLContext within, ObjectDefinition object, long record, Node.Ask step, ObjectNode values, long by) {
        List<String> offered = of(object, step).stream().map(Field::name).toList();
        List<FieldError> errors = values.propertyNames().stream()
                .filter(name -> !offered.contains(name))
                .map(name -> FieldError.of(name, Message.of("approval.notAmendable")))
                .toList();
        if (!errors.isEmpty()) {
            throw new Refusal.Invalid(errors);
        }
        Map<Field<?>, @Nullable Object> read = drafts.values(Actor.SYSTEM, object, values);
        Caller caller = new Caller(organisation.get().actor(by), RecordState.THROUGH, true);
        Operation operation = OperationLog.open(
                within,
                caller,
                Operation.Kind.EDIT,
                object.name(),
                "审批时修改 " + object.label().chinese(),
                Operation.Status.DONE,
                1);
        if (writer.write(within, caller, operation, object, List.of(Draft.update(record, null, read)))
                        .getFirst()
                instanceof Verdict.Refused(var refusal)) {
            throw refusal;
        }
    }
}
