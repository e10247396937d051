package hengke.web.intake;

import hengke.capability.intake.IntakeSource;
import hengke.capability.intake.IntakeSource.Design;
import hengke.capability.intake.IntakeSource.Kind;
import hengke.capability.intake.IntakeSource.Question;
import hengke.kernel.mail.MailSecurity;
import hengke.kernel.mail.inbox.MailboxDraft;
import hengke.kernel.metadata.type.BooleanType;
import hengke.kernel.metadata.type.ChoiceType;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Option;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.web.Body;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads a form, a hook or a mailbox as somebody wants it; kind and object of one that is there stay. */
final class SourceReader {
    private static final TextualType NAME = new TextualType(TextualType.Form.TEXT, 100);
    private static final TextualType KEY = new TextualType(TextualType.Form.TEXT, 60);
    private static final TextualType TEXT = new TextualType(TextualType.Form.LONG_TEXT, 2_000);
    private static final TextualType HOST = new TextualType(TextualType.Form.TEXT, 254);
    private static final TextualType PASSWORD = new TextualType(TextualType.Form.TEXT, 500);
    private static final IntegerType PORT = new IntegerType(1, 65_535);
    private static final IntegerType DAYS = new IntegerType(0, 365);
    private static final ChoiceType SECURITY = new ChoiceType(Stream.of(MailSecurity.values())
            .map(each -> Option.of(each.wire(), each.wire(), each.wire()))
            .toList());
    private static final IntegerType VERSION = new IntegerType(0, Long.MAX_VALUE);
    private static final BooleanType FLAG = new BooleanType();

    private SourceReader() {}

    /**
     * What somebody wants.
     *
     * @param mailbox null where it stays as it is, or there is none
     */
    record Wanted(IntakeSource source, @Nullable MailboxDraft mailbox) {}

    /** The source after this body; {@code present} is the one it changes, null for a new one. */
    static Wanted read(Body body, @Nullable IntakeSource present) {
        String name = body.required("name", NAME).orElse("");
        String kind = present == null
                ? body.required("kind", KEY).orElse("")
                : present.kind().wire();
        String object = present == null ? body.required("object", NAME).orElse("") : present.object();
        boolean active = body.required("active", FLAG).orElse(true);
        long version = present == null ? 0 : body.required("version", VERSION).orElse(0L);
        List<Question> questions = new ArrayList<>();
        for (Body each : body.each("questions")) {
            questions.add(new Question(
                    each.required("key", KEY).orElse(""),
                    each.required("label", NAME).orElse(""),
                    each.optional("help", TEXT).orElse(null),
                    each.optional("required", FLAG).orElse(false),
                    each.optional("field", KEY).orElse(null),
                    each.optional("parameter", KEY).orElse(null)));
            each.refuseUnasked();
        }
        Map<String, Object> constants = new HashMap<>();
        body.object("constants")
                .ifPresent(given -> given.properties()
                        .forEach(entry -> constants.put(
                                entry.getKey(), JsonMapper.shared().treeToValue(entry.getValue(), Object.class))));
        Design design = new Design(
                body.optional("heading", NAME).orElse(name),
                body.optional("intro", TEXT).orElse(null),
                body.optional("button", KEY).orElse(null),
                body.optional("thanks", TEXT).orElse(null),
                body.optional("redirect", TEXT).orElse(null),
                questions,
                constants);
        MailboxDraft mailbox = kind.equals(Kind.MAIL.wire()) ? mailbox(body) : null;
        body.done();
        Kind read = Arrays.stream(Kind.values())
                .filter(each -> each.wire().equals(kind))
                .findFirst()
                .orElseThrow(() -> Refusal.Invalid.at("kind", Message.of("identity.unknown")));
        IntakeSource source = new IntakeSource(
                present == null ? 0 : present.id(),
                present == null ? "" : present.key(),
                read,
                name,
                object,
                active,
                design,
                version);
        return new Wanted(source, mailbox);
    }

    /** The account under {@code mailbox}; null where the body names none. */
    static @Nullable MailboxDraft mailbox(Body body) {
        Optional<Body> given = body.inside("mailbox");
        if (given.isEmpty()) {
            return null;
        }
        Body account = given.get();
        MailboxDraft draft = new MailboxDraft(
                account.required("host", HOST).orElse(""),
                account.required("port", PORT).orElse(0L).intValue(),
                MailSecurity.of(account.required("security", SECURITY).orElse("")),
                account.required("user", HOST).orElse(""),
                account.optional("password", PASSWORD).orElse(null),
                account.optional("folder", NAME).orElse("INBOX"),
                account.optional("markSeen", FLAG).orElse(false),
                account.optional("days", DAYS).orElse(0L).intValue());
        if (!draft.host().isEmpty()) {
            draft.wrongHost().ifPresent(wrong -> account.refuse("host", wrong));
        }
        account.refuseUnasked();
        return draft;
    }
}
