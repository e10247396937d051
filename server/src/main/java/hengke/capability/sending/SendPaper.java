package hengke.capability.sending;

import hengke.capability.sending.FrozenPapers.Frozen;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.paper.LinkSecret;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import hengke.kernel.records.Caller;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Operation;
import hengke.kernel.records.OperationLog;
import hengke.kernel.records.Verdict;
import hengke.kernel.records.Writer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends the paper of a record: prints it, keeps it as it is, promises the mails, and moves the record's status by its
 * own rules; all of it or nothing.
 */
@Component
public final class SendPaper {
    private static final int MOST = 10;

    private final Access access;
    private final Writer writer;
    private final FrozenPapers frozen;
    private final SentPapers papers;
    private final PaperMails mails;
    private final Clock clock;

    SendPaper(Access access, Writer writer, FrozenPapers frozen, SentPapers papers, PaperMails mails, Clock clock) {
        this.access = access;
        this.writer = writer;
        this.frozen = frozen;
        this.papers = papers;
        this.mails = mails;
        this.clock = clock;
    }

    /**
     * One that left.
     *
     * @param secret of its link, told only now; null without a link
     */
    public record Left(long id, String recipient, @Nullable LinkSecret secret) {}

    /** @param address where a link leads, by its secret */
    public List<Left> send(
            Caller caller, ObjectDefinition object, long id, Order order, Function<LinkSecret, String> address) {
        check(order);
        return writer.inTransaction(transaction -> {
            require(transaction, caller.actor(), object, id);
            move(transaction, caller, object, id);
            Frozen paper = frozen.print(caller.actor(), object, id, order);
            return leave(transaction, caller.actor(), new Link(object.name(), id), order, paper, address);
        });
    }

    private void check(Order order) {
        if (order.to().size() > MOST) {
            throw Refusal.Invalid.at("to", Message.of("sending.tooMany", MOST));
        }
        if (!order.to().isEmpty() && !mails.ready()) {
            throw Refusal.Invalid.at("to", Message.of("mail.noAccount"));
        }
        if (order.to().isEmpty() && order.days() == null) {
            throw Refusal.Invalid.at("to", Message.of("web.required"));
        }
        if (!order.to().isEmpty() && !order.attached() && order.days() == null) {
            throw Refusal.Invalid.at("attached", Message.of("sending.nothing"));
        }
        if (order.to().isEmpty() && order.reader() == null) {
            throw Refusal.Invalid.at("reader", Message.of("web.required"));
        }
        if (!order.to().isEmpty() && order.subject().isBlank()) {
            throw Refusal.Invalid.at("subject", Message.of("web.required"));
        }
    }

    /** What leaves speaks for the company: whoever may change the record may send it. */
    private void require(DSLContext transaction, Actor actor, ObjectDefinition object, long id) {
        if (!access.reached(transaction, actor, object, Verb.READ, List.of(id)).contains(id)) {
            throw new Refusal.NotFound();
        }
        if (!access.reached(transaction, actor, object, Verb.EDIT, List.of(id)).contains(id)) {
            throw new Refusal.Forbidden(Message.of("records.verb.edit", object.label()));
        }
    }

    private void move(DSLContext transaction, Caller caller, ObjectDefinition object, long id) {
        Sent sent = object.capability(Sent.class).orElse(null);
        if (sent == null) {
            return;
        }
        Row row = new Pages(transaction)
                .byIds(object, Visibility.EVERYTHING, List.of(id), List.of(sent.status())).stream()
                        .findFirst()
                        .orElseThrow(Refusal.NotFound::new);
        if (!sent.from().equals(row.get(sent.status()))) {
            return;
        }
        Operation operation = OperationLog.open(
                transaction,
                caller,
                Operation.Kind.COMMAND,
                object.name(),
                "发送 " + object.label().chinese(),
                Operation.Status.DONE,
                1);
        Draft draft = Draft.update(id, null, Map.of(sent.status(), sent.to()));
        if (writer.write(transaction, caller, operation, object, List.of(draft)).getFirst()
                instanceof Verdict.Refused(Refusal refusal)) {
            throw refusal;
        }
    }

    private List<Left> leave(
            DSLContext transaction,
            Actor actor,
            Link about,
            Order order,
            Frozen paper,
            Function<LinkSecret, String> address) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Left> left = new ArrayList<>();
        boolean mailed = !order.to().isEmpty();
        for (String recipient : mailed ? order.to() : List.of(Objects.requireNonNull(order.reader()))) {
            Integer days = order.days();
            LinkSecret secret = days == null ? null : LinkSecret.random();
            SentPaper sent = new SentPaper(
                    0,
                    about,
                    paper.name(),
                    now,
                    actor.user(),
                    recipient,
                    mailed,
                    mailed && order.attached(),
                    mailed ? order.subject() : null,
                    order.language().tag(),
                    paper.file(),
                    secret == null ? null : frozen.marked(paper, recipient, now, order.language()),
                    paper.pages(),
                    days == null ? null : now.plus(Duration.ofDays(days)),
                    null,
                    null,
                    0,
                    null,
                    null,
                    paper.layout());
            left.add(new Left(papers.keep(transaction, sent, secret), recipient, secret));
            if (mailed) {
                mails.send(transaction, actor, sent, order.text(), secret == null ? null : address.apply(secret));
            }
        }
        return left;
    }
}
