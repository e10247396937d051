package hengke.kernel.records;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.Forms;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import tools.jackson.databind.node.ObjectNode;

/** Reads what a command was asked with, and checks it as the values of a new record are. */
final class CommandInput {
    private final Completion completion;
    private final ReferenceCheck references;

    CommandInput(Completion completion, ReferenceCheck references) {
        this.completion = completion;
        this.references = references;
    }

    /** The typed values, or a refusal at each field that is wrong. */
    Row read(
            DSLContext database,
            Caller caller,
            Operation operation,
            Command command,
            ObjectDefinition object,
            ObjectNode body) {
        ObjectDefinition form = form(command, object);
        Draft draft = Draft.create(DraftReader.values(form.fields(), body));
        Edit edit = new Edit(draft, Row.EMPTY, WritePath.created(draft));
        Batch batch = new Batch(form, caller, operation, List.of(edit), database, (_, _) -> {});
        completion.complete(batch);
        form.with(Trait.REQUIRED).stream()
                .filter(field -> edit.after().get(field) == null)
                .forEach(field -> edit.refuse(field, Message.of("records.required")));
        references.check(batch);
        if (edit.refused()) {
            throw edit.reason();
        }
        return edit.after();
    }

    private static ObjectDefinition form(Command command, ObjectDefinition object) {
        List<Field<?>> input = command.input(object);
        return new ObjectDefinition(
                object.name(),
                command.label(),
                command.label(),
                null,
                object.icon(),
                input,
                List.of(),
                Map.of(),
                Forms.NONE);
    }
}
