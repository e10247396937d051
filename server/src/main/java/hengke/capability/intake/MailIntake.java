package hengke.capability.intake;

import hengke.kernel.mail.inbox.MailTaker;
import hengke.kernel.mail.inbox.ReceivedMail;
import hengke.kernel.mail.inbox.ReceivedMail.AttachedFile;
import hengke.kernel.problem.Refusal;
import hengke.kernel.problem.Refusal.FieldError;
import java.util.List;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a submission of each mail. What a machine wrote is kept as well, but set aside with the reason. */
@Component
final class MailIntake implements MailTaker {
    static final String PURPOSE = "intake";

    private final Submissions submissions;
    private final Intake intake;
    private final MailFiles files;
    private final DSLContext database;

    MailIntake(Submissions submissions, Intake intake, MailFiles files, DSLContext database) {
        this.submissions = submissions;
        this.intake = intake;
        this.files = files;
        this.database = database;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    @Override
    public Runnable take(DSLContext within, long owner, ReceivedMail mail) {
        IntakeSource source = IntakeSources.find(within, owner).orElseThrow(Refusal.NotFound::new);
        Submission.State state = mail.automatic().isPresent() ? Submission.State.IGNORED : Submission.State.NEW;
        Submission kept =
                submissions.keep(source, body(mail, state), null, null, state).orElseThrow();
        mail.automatic()
                .ifPresent(reason ->
                        Submissions.reason(within, kept.id(), Intake.told(List.of(FieldError.of("", reason)))));
        return state == Submission.State.IGNORED ? () -> {} : () -> intake.take(database, kept.id());
    }

    private ObjectNode body(ReceivedMail mail, Submission.State state) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        body.putObject("answers")
                .put("name", mail.correspondent().called())
                .put("email", mail.correspondent().address())
                .put("subject", mail.subject())
                .put("text", mail.said())
                .put("attachments", names(mail));
        ObjectNode raw = body.putObject("mail")
                .put("from", (mail.from().name() + " <" + mail.from().address() + ">").strip())
                .put("to", mail.to())
                .put("receivedAt", mail.receivedAt().toString())
                .put("head", mail.head())
                .put("text", mail.text())
                .put("whole", mail.whole());
        ArrayNode listed = raw.putArray("attachments");
        for (AttachedFile file : mail.attachments()) {
            ObjectNode each = listed.addObject()
                    .put("name", file.name())
                    .put("type", file.type())
                    .put("size", file.size());
            if (state == Submission.State.NEW) {
                files.keep(file).ifPresent(id -> each.put("file", id));
            }
        }
        return body;
    }

    private static String names(ReceivedMail mail) {
        return mail.attachments().stream()
                .map(file -> file.name().isEmpty() ? file.type() : file.name())
                .collect(Collectors.joining("\n"));
    }
}
