package hengke.web.receivables;

import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.IntegerType;
import hengke.kernel.metadata.type.Link;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Pages;
import hengke.kernel.records.Caller;
import hengke.receivables.BankEntry;
import hengke.receivables.BankStatements;
import hengke.receivables.Proposals;
import hengke.web.Body;
import hengke.web.records.OperationJson;
import hengke.web.records.Reading;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.node.ObjectNode;

/** Statements of banks, and what their entries may be. */
@RestController
@RequestMapping("/api/receivables")
final class BankController {
    private static final int MOST = 100;
    private static final int MOST_FAULTY = 50;
    private static final IntegerType ID = new IntegerType(1, Long.MAX_VALUE);

    private final BankStatements statements;
    private final Proposals proposals;
    private final BankEntry entry;
    private final Reading reading;
    private final Access access;
    private final Pages pages;
    private final DSLContext database;

    BankController(
            BankStatements statements,
            Proposals proposals,
            BankEntry entry,
            Reading reading,
            Access access,
            Pages pages,
            DSLContext database) {
        this.statements = statements;
        this.proposals = proposals;
        this.entry = entry;
        this.reading = reading;
        this.access = access;
        this.pages = pages;
        this.database = database;
    }

    /** What became of a statement: entries that are new, that were there, rows of money that went out, and of no use. */
    record TakenJson(int created, int known, int outgoing, int faulty, List<FaultyJson> problems) {}

    record FaultyJson(int row, String message) {}

    /** What is proposed for entries. */
    record ProposalsJson(List<ProposalJson> items) {}

    /** @param sure may it be accepted without looking? */
    record ProposalJson(
            long entry,
            @Nullable LabelledJson customer,
            String whose,
            List<PartJson> terms,
            String what,
            boolean sure) {}

    /** A term that may be paid, how much of it is open, and how much would be paid. */
    record PartJson(long plan, String name, BillJson bill, LocalDate dueDate, String open, String amount) {}

    record BillJson(String object, long id, @Nullable String label) {}

    record LabelledJson(long id, @Nullable String label) {}

    @PostMapping("/statements")
    ResponseEntity<TakenJson> take(
            Caller caller,
            Language language,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file)
            throws IOException {
        if (file == null) {
            throw Refusal.Invalid.at("file", Message.of("import.fileMissing"));
        }
        BankStatements.Taken taken;
        try (var content = file.getInputStream()) {
            taken = statements.take(
                    caller, content, Objects.requireNonNullElse(file.getOriginalFilename(), "statement"));
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (taken.operation() != null) {
            answer.header(OperationJson.HEADER, String.valueOf(taken.operation().id()));
        }
        return answer.body(new TakenJson(
                taken.created(),
                taken.known(),
                taken.outgoing(),
                taken.faulty().size(),
                taken.faulty().stream()
                        .limit(MOST_FAULTY)
                        .map(each -> new FaultyJson(each.row(), each.reason().in(language)))
                        .toList()));
    }

    @PostMapping("/proposals")
    ProposalsJson proposals(Actor actor, Language language, @RequestBody ObjectNode asked) {
        Body body = new Body(asked);
        List<Long> ids = body.list("ids", ID);
        Long customer = body.optional("customer", ID).orElse(null);
        if (ids.size() > MOST) {
            body.refuse("ids", Message.of("records.commandIds", MOST));
        }
        body.done();
        ObjectDefinition entries = reading.object(actor, entry.name());
        List<Row> rows = pages.byIds(
                entries,
                access.visibility(actor, entries, Verb.READ),
                ids,
                List.of(entry.amount, entry.payer, entry.remark));
        if (customer != null
                && reading.titles(actor, reading.object(actor, "customer"), List.of(customer))
                        .isEmpty()) {
            throw Refusal.Invalid.at("customer", Message.of("receivables.customerUnknown"));
        }
        if (!List.of(entry.amount, entry.payer, entry.remark).stream()
                .allMatch(field -> access.readsThroughout(actor, entries, field))) {
            throw new Refusal.Forbidden(Message.of("receivables.hidden"));
        }
        List<Proposals.Proposal> found = proposals.of(database, actor, rows, customer);
        Map<Link, @Nullable String> labels = labels(actor, found);
        return new ProposalsJson(
                found.stream().map(each -> json(each, language, labels)).toList());
    }

    private Map<Link, @Nullable String> labels(Actor actor, List<Proposals.Proposal> found) {
        Map<Link, @Nullable String> labels = new HashMap<>();
        name(
                actor,
                labels,
                "customer",
                found.stream()
                        .map(Proposals.Proposal::customer)
                        .filter(Objects::nonNull)
                        .toList());
        for (String object : List.of("contract", "order")) {
            name(
                    actor,
                    labels,
                    object,
                    found.stream()
                            .flatMap(each -> each.parts().stream())
                            .map(part -> part.term().bill())
                            .filter(bill -> bill.object().equals(object))
                            .map(Link::id)
                            .toList());
        }
        return labels;
    }

    private void name(Actor actor, Map<Link, @Nullable String> labels, String object, List<Long> ids) {
        if (!ids.isEmpty()) {
            ObjectDefinition its = reading.catalog().object(object);
            reading.titles(actor, its, ids).forEach(row -> {
                Object title = reading.title(actor, its, row);
                labels.put(new Link(object, row.id()), title == null ? null : title.toString());
            });
        }
    }

    private static ProposalJson json(
            Proposals.Proposal proposal, Language language, Map<Link, @Nullable String> labels) {
        Long customer = proposal.customer();
        return new ProposalJson(
                proposal.entry(),
                customer == null ? null : new LabelledJson(customer, labels.get(new Link("customer", customer))),
                proposal.whose().in(language),
                proposal.parts().stream().map(part -> part(part, labels)).toList(),
                proposal.what().in(language),
                proposal.sure());
    }

    private static PartJson part(Proposals.Part part, Map<Link, @Nullable String> labels) {
        Proposals.Term term = part.term();
        return new PartJson(
                term.id(),
                term.name(),
                new BillJson(term.bill().object(), term.bill().id(), labels.get(term.bill())),
                term.dueDate(),
                plain(term.open()),
                plain(part.amount()));
    }

    private static String plain(BigDecimal amount) {
        return amount.setScale(Math.max(2, amount.stripTrailingZeros().scale())).toPlainString();
    }
}
