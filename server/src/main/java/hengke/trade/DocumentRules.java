package hengke.trade;

import hengke.kernel.metadata.Catalog;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.money.ExchangeRate;
import hengke.kernel.money.ExchangeRates;
import hengke.kernel.money.LiveRates;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** What documents with lines say of their amounts, and until when it may be changed. */
@Component
final class DocumentRules implements Rule {
    private static final int RATE_DIGITS = 10;

    private final LiveRates rates;
    private final LiveCatalog live;

    DocumentRules(LiveRates rates, LiveCatalog live) {
        this.rates = rates;
        this.live = live;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.has(Lined.class);
    }

    @Override
    public void before(Batch batch) {
        Lined lined = batch.object().capability(Lined.class).orElseThrow();
        List<Edit> written = batch.open().stream()
                .filter(edit -> edit.action() == Action.CREATE || edit.action() == Action.UPDATE)
                .toList();
        written.forEach(edit -> keepTerms(batch, lined, edit));
        List<Edit> priced = written.stream()
                .filter(edit -> edit.action() == Action.CREATE
                        || edit.changes(Lined.CURRENCY)
                        || edit.changes(Lined.DATE)
                        || edit.after().get(Lined.RATE) == null)
                .toList();
        if (!priced.isEmpty()) {
            ExchangeRates now = rates.held(batch.database());
            priced.forEach(edit -> price(edit, now));
        }
    }

    /** What has left the house stays as it was sent. */
    private static void keepTerms(Batch batch, Lined lined, Edit edit) {
        String before = edit.before().get(lined.status());
        if (edit.action() != Action.UPDATE
                || before == null
                || lined.open().contains(before)
                || batch.caller().unlimited()) {
            return;
        }
        Stream.concat(Stream.of(Lined.DATE, Lined.CURRENCY, Lined.TAX_INCLUDED), lined.terms().stream())
                .filter(edit::changes)
                .forEach(field -> edit.refuse(
                        field, Message.of("trade.closed", batch.object().label())));
    }

    private static void price(Edit edit, ExchangeRates now) {
        String currency = Objects.requireNonNullElse(edit.after().get(Lined.CURRENCY), now.base());
        LocalDate day = edit.after().get(Lined.DATE);
        if (day == null) {
            return; // refused as required
        }
        if (!now.usable().contains(currency)) {
            edit.refuse(Lined.CURRENCY, Message.of("money.notInUse", currency, String.join(" ", now.usable())));
            return;
        }
        Optional<BigDecimal> rate = currency.equals(now.base())
                ? Optional.of(BigDecimal.ONE)
                : now.on(currency, day).map(ExchangeRate::rate);
        rate.ifPresentOrElse(
                its -> edit.set(Lined.RATE, its.setScale(RATE_DIGITS, RoundingMode.HALF_UP)),
                () -> edit.refuse(Lined.CURRENCY, Message.of("money.noRate", currency, day.toString())));
    }

    /** Other terms reckon all lines anew, and an order that ends gives back what it had taken of its quote. */
    @Override
    public void after(Batch batch) {
        Lined lined = batch.object().capability(Lined.class).orElseThrow();
        List<Field<?>> reckonedBy = List.of(Lined.CURRENCY, Lined.RATE, Lined.TAX_INCLUDED, lined.status());
        Long[] changed = batch.open().stream()
                .filter(edit -> edit.action() == Action.UPDATE)
                .filter(edit -> reckonedBy.stream().anyMatch(edit::changes))
                .map(edit -> edit.after().id())
                .toArray(Long[]::new);
        Catalog.Child lines = live.current().lines(batch.object()).getFirst();
        if (changed.length > 0) {
            var id = DSL.field(DSL.name("id"), SQLDataType.BIGINT);
            batch.nested()
                    .write(
                            lines.object(),
                            batch
                                    .database()
                                    .select(id)
                                    .from(DSL.table(DSL.name(lines.object().table())))
                                    .where(DSL.field(DSL.name(lines.reference().column()), SQLDataType.BIGINT)
                                            .eq(DSL.any(changed)))
                                    .and(DSL.field(DSL.name("deleted_at")).isNull())
                                    .orderBy(id)
                                    .fetch(id)
                                    .stream()
                                    .map(line -> Draft.update(Objects.requireNonNull(line), null, Map.of()))
                                    .toList());
        }
    }
}
