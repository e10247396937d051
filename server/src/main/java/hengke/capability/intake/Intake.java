package hengke.capability.intake;

import hengke.capability.intake.IntakeSource.Question;
import hengke.capability.intake.Submission.State;
import hengke.kernel.duplicates.DuplicateSearch;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.FieldTraits.Trait;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import hengke.kernel.problem.Refusal.Invalid;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Operation;
import hengke.kernel.records.Operation.Kind;
import hengke.kernel.records.OperationLog;
import hengke.kernel.records.Verdict;
import hengke.kernel.records.Writer;
import hengke.kernel.text.CleanText;
import hengke.kernel.text.value.Reading;
import hengke.kernel.transfer.importing.WrittenValues;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes records of what arrived. Whoever is there already, by phone number or e-mail address, is enriched: blanks are
 * filled, nothing is overwritten. What cannot be taken stays with the reasons, to be repaired and tried again.
 */
@Component
public final class Intake {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Written in the product's name; nobody is signed in. */
    private static final Caller OUTSIDE = new Caller(Caller.SYSTEM.actor(), "intake", true);

    private final Writer writer;
    private final LiveCatalog catalog;
    private final DuplicateSearch duplicates;
    private final WrittenValues written;
    private final MailFiles files;
    private final Clock clock;

    Intake(
            Writer writer,
            LiveCatalog catalog,
            DuplicateSearch duplicates,
            WrittenValues written,
            MailFiles files,
            Clock clock) {
        this.writer = writer;
        this.catalog = catalog;
        this.duplicates = duplicates;
        this.written = written;
        this.files = files;
        this.clock = clock;
    }

    /** Makes a record of one, unless something was made of it already; refusals are kept with it. */
    public void take(DSLContext database, long id) {
        try {
            writer.inTransaction(transaction -> {
                Submissions.hold(transaction, id).ifPresent(submission -> take(transaction, submission));
                return id;
            });
        } catch (Invalid invalid) {
            Submissions.failed(database, id, told(invalid.errors()));
        } catch (Refusal refusal) {
            Submissions.failed(database, id, told(List.of(FieldError.of("", refusal.reason()))));
        }
    }

    /**
     * What whoever fills in a form should mend before it is sent: what must be there, and numbers and addresses nobody could
     * be reached by. Anything else is taken as it is, because it may be the form that is wrong.
     */
    public List<FieldError> toMend(IntakeSource source, ObjectNode answers) {
        ObjectDefinition object = catalog.current().object(source.object());
        List<FieldError> errors = new ArrayList<>();
        for (Question question : source.design().questions()) {
            String text = text(answers.path(question.key()));
            if (question.hidden()) {
                continue;
            }
            if (question.required() && text.isEmpty()) {
                errors.add(FieldError.of(question.key(), Message.of("web.required")));
            }
            Optional.ofNullable(question.field())
                    .flatMap(object::field)
                    .filter(Intake::reaches)
                    .ifPresent(field -> {
                        if (written.read(field, text) instanceof Reading.Refused<?>(Message reason)) {
                            errors.add(FieldError.of(question.key(), reason));
                        }
                    });
        }
        return errors;
    }

    private void take(DSLContext transaction, Submission submission) {
        IntakeSource source =
                IntakeSources.find(transaction, submission.source()).orElseThrow(Refusal.NotFound::new);
        ObjectDefinition object = catalog.current().object(source.object());
        Map<Field<?>, @Nullable Object> values = values(source, object, submission);
        Map<Field<?>, String> identity = identity(values);
        lock(transaction, object, identity);
        Row known = known(transaction, object, identity).orElse(null);
        Operation operation = OperationLog.open(
                transaction,
                OUTSIDE,
                known == null ? Kind.CREATE : Kind.EDIT,
                object.name(),
                source.name(),
                Operation.Status.DONE,
                1);
        Draft draft = known == null ? first(values) : again(known, values);
        switch (writer.write(transaction, OUTSIDE, operation, object, List.of(draft))
                .getFirst()) {
            case Verdict.Written(Row row, boolean _) -> {
                files.hang(transaction, OUTSIDE, operation, object, row.id(), submission);
                Submissions.became(
                        transaction, submission.id(), known == null ? State.CREATED : State.ENRICHED, row.id());
            }
            case Verdict.Refused(Refusal refusal) -> throw refusal;
        }
    }

    private Draft first(Map<Field<?>, @Nullable Object> values) {
        Map<Field<?>, @Nullable Object> all = new LinkedHashMap<>(values);
        all.put(Captured.SUBMISSIONS, 1L);
        all.put(Captured.LAST_SUBMITTED_AT, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return Draft.create(all);
    }

    /** Only what the record does not know yet. */
    private Draft again(Row known, Map<Field<?>, @Nullable Object> values) {
        Map<Field<?>, @Nullable Object> blanks = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            if (known.get(field) == null) {
                blanks.put(field, value);
            }
        });
        Long before = known.get(Captured.SUBMISSIONS);
        blanks.put(Captured.SUBMISSIONS, before == null ? 1L : before + 1);
        blanks.put(Captured.LAST_SUBMITTED_AT, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return Draft.update(known.id(), null, blanks);
    }

    /** The constants of the source, over them the answers; everything that cannot be read is said at once. */
    private Map<Field<?>, @Nullable Object> values(
            IntakeSource source, ObjectDefinition object, Submission submission) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        List<FieldError> errors = new ArrayList<>();
        source.design()
                .constants()
                .forEach((name, constant) -> object.field(name).ifPresent(field -> {
                    try {
                        values.put(field, IntakeSources.value(field.type(), JSON.valueToTree(constant)));
                    } catch (Unreadable e) {
                        errors.add(FieldError.of(name, e.reason()));
                    }
                }));
        ObjectNode answers = submission.answers();
        JsonNode parameters = submission.body().path("parameters");
        for (Question question : source.design().questions()) {
            JsonNode answer = question.hidden() && !answers.has(question.key())
                    ? parameters.path(question.parameter())
                    : answers.path(question.key());
            if (question.required() && text(answer).isEmpty()) {
                errors.add(FieldError.of(question.key(), Message.of("web.required")));
            }
            Optional.ofNullable(question.field())
                    .flatMap(object::field)
                    .ifPresent(field -> read(field, question, fitting(source, field, text(answer)), values, errors));
        }
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        return values;
    }

    private void read(
            Field<?> field,
            Question question,
            String answer,
            Map<Field<?>, @Nullable Object> values,
            List<FieldError> errors) {
        switch (written.read(field, answer)) {
            case Reading.Value<?>(Object value) -> values.put(field, value);
            case Reading.Refused<?>(Message reason) -> errors.add(FieldError.of(question.key(), reason));
            case Reading.Blank<?>() -> {}
        }
    }

    /** Nobody was told how much a mail may say: what is too long for the field is cut there and kept in the submission. */
    private static String fitting(IntakeSource source, Field<?> field, String text) {
        return source.kind() == IntakeSource.Kind.MAIL
                        && field.type() instanceof TextualType(TextualType.Form form, int longest)
                        && (form == TextualType.Form.TEXT || form == TextualType.Form.LONG_TEXT)
                        && text.length() > longest
                ? CleanText.block(text.substring(0, longest - 1)) + "…"
                : text;
    }

    /** As people would write it; several choices one after the other. */
    private static String text(JsonNode answer) {
        return switch (answer) {
            case ArrayNode list ->
                String.join(";", list.valueStream().map(Intake::text).toList());
            case JsonNode node
            when node.isValueNode() && !node.isNull() -> node.asString("").strip();
            default -> "";
        };
    }

    /** What tells that it is the same person: numbers and addresses. */
    private static Map<Field<?>, String> identity(Map<Field<?>, @Nullable Object> values) {
        Map<Field<?>, String> identity = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            if (field.traits().is(Trait.IDENTIFYING) && reaches(field) && value instanceof String text) {
                identity.put(field, text);
            }
        });
        return identity;
    }

    private static boolean reaches(Field<?> field) {
        return field.type() instanceof TextualType(TextualType.Form form, int _)
                && (form == TextualType.Form.PHONE || form == TextualType.Form.EMAIL);
    }

    /** The same person writing twice at once is taken in one after the other. */
    private static void lock(DSLContext transaction, ObjectDefinition object, Map<Field<?>, String> identity) {
        identity.values().stream()
                .map(value -> "intake " + object.name() + " " + value)
                .sorted()
                .forEach(key ->
                        transaction.execute("select pg_advisory_xact_lock(hashtextextended(cast(? as text), 0))", key));
    }

    /** The newest record of the same person that is not done with. */
    private Optional<Row> known(DSLContext transaction, ObjectDefinition object, Map<Field<?>, String> identity) {
        if (identity.isEmpty()) {
            return Optional.empty();
        }
        Captured captured = object.capability(Captured.class).orElseThrow();
        List<Long> same =
                duplicates
                        .find(Caller.SYSTEM.actor(), new DuplicateSearch.Draft(object, null, identity, Map.of()))
                        .stream()
                        .map(DuplicateSearch.Candidate::record)
                        .toList();
        return new Pages(transaction)
                .byIds(object, Visibility.EVERYTHING, same, object.fields()).stream()
                        .filter(row -> !captured.closed().contains(row.get(captured.status())))
                        .filter(row -> identity.entrySet().stream()
                                .anyMatch(entry -> entry.getValue().equals(row.get(entry.getKey()))))
                        .reduce((one, other) -> one.id() > other.id() ? one : other);
    }

    static ArrayNode told(List<FieldError> errors) {
        ArrayNode told = JSON.createArrayNode();
        errors.forEach(error -> told.addObject()
                .put("field", error.field())
                .put(Language.CHINESE.tag(), error.message().in(Language.CHINESE))
                .put(Language.ENGLISH.tag(), error.message().in(Language.ENGLISH)));
        return told;
    }
}
