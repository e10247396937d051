package hengke.receivables;

import hengke.capability.owner.Owned;
import hengke.kernel.access.Access;
import hengke.kernel.access.Actor;
import hengke.kernel.access.Verb;
import hengke.kernel.metadata.DefaultValue;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Label;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.metadata.type.DateType;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.metadata.type.TextualType;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.query.Criterion;
import hengke.kernel.records.Draft;
import hengke.kernel.records.HeldCommand;
import hengke.kernel.records.Verdict;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes an issued invoice back, wholly or in part, by a red letter: an invoice with a negative amount. */
@Component
@Order(22)
final class RedLetter extends HeldCommand {
    private static final Field<String> NUMBER = Field.of(
                    "invoiceNumber", new TextualType(TextualType.Form.TEXT, 60), "红字发票号码", "Number of the red letter")
            .required();
    private static final Field<LocalDate> ISSUED_ON =
            Field.of("issuedOn", new DateType(), "开票日期", "Issued on").required().byDefault(new DefaultValue.Now());
    private static final Field<Money> PART = Field.of("amount", new MoneyType(), "红冲金额（含税）", "Amount with tax")
            .help("不填为未红冲的全部金额", "All that is left where nothing is said");

    private final Invoice invoice;

    RedLetter(Invoice invoice, Access access) {
        super(access);
        this.invoice = invoice;
    }

    @Override
    public String name() {
        return "redLetter";
    }

    @Override
    public Label label() {
        return new Label("红冲", "Red letter");
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(invoice.name());
    }

    @Override
    public List<Field<?>> input(ObjectDefinition object) {
        return List.of(NUMBER, ISSUED_ON, PART);
    }

    @Override
    public boolean dangerous() {
        return true;
    }

    @Override
    public Optional<String> makes(ObjectDefinition object) {
        return Optional.of(invoice.name());
    }

    @Override
    public Criterion offered(ObjectDefinition object, Actor actor) {
        return Criterion.all(
                Criterion.is(invoice.status, Invoice.ISSUED),
                Criterion.not(Criterion.present(invoice.redOf)),
                access().visibility(actor, object, Verb.EDIT).criterion());
    }

    @Override
    protected Verdict run(Run run, Row issued) {
        if (!Invoice.ISSUED.equals(issued.get(invoice.status)) || issued.get(invoice.redOf) != null) {
            return refused("notIssued", "receivables.notIssued");
        }
        Money whole = issued.need(invoice.amount);
        BigDecimal before = Stored.sums(
                        run.database(),
                        run.object().table(),
                        invoice.amount,
                        invoice.redOf,
                        List.of(issued.id()),
                        List.of(),
                        DSL.noCondition())
                .getOrDefault(issued.id(), BigDecimal.ZERO);
        BigDecimal left = whole.amount().add(before);
        Money asked = run.input().get(PART);
        BigDecimal part = asked == null ? left : asked.amount();
        if (part.signum() <= 0 || part.compareTo(left) > 0) {
            return new Verdict.Refused(
                    Refusal.Invalid.at(PART.name(), Message.of("receivables.beyondInvoice", Shown.of(left))));
        }
        Verdict made = run.write(
                        List.of(Draft.create(values(run, issued, Money.asked(part.negate(), whole.currency())))))
                .getFirst();
        if (made instanceof Verdict.Refused || part.compareTo(left) < 0) {
            return made instanceof Verdict.Refused ? made : new Verdict.Written(issued, false);
        }
        return Objects.requireNonNull(run.write(
                        List.of(Draft.update(issued.id(), issued.version(), Map.of(invoice.status, Invoice.REVERSED))))
                .getFirst());
    }

    private Map<Field<?>, @Nullable Object> values(Run run, Row issued, Money amount) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        List.<Field<?>>of(
                        invoice.contract,
                        invoice.order,
                        invoice.taxRate,
                        invoice.kind,
                        invoice.title,
                        invoice.taxNumber,
                        invoice.addressPhone,
                        invoice.bankAccount,
                        invoice.content,
                        invoice.email,
                        Owned.OWNER)
                .forEach(field -> values.put(field, issued.get(field)));
        values.put(invoice.amount, amount);
        values.put(invoice.redOf, issued.id());
        values.put(invoice.status, Invoice.ISSUED);
        values.put(invoice.invoiceNumber, run.input().need(NUMBER));
        values.put(invoice.issuedOn, run.input().need(ISSUED_ON));
        return values;
    }
}
