package hengke.trade;

import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Draft;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The amount of a contract with lines is what they come to; one without lines is agreed by hand. */
@Component
@Order(20)
final class ContractRules implements Rule {
    private static final String DIFFERING = """
            select id, total, total_amount, total_currency from contract c
            where id = any(?) and exists (select from contract_line l where l.document = c.id and l.deleted_at is null)
              and (amount_amount is distinct from total_amount or amount_currency is distinct from total_currency
                   or amount is distinct from total)
            order by id""";

    private final Contract contract;
    private final ContractLine line;
    private final LiveCatalog live;

    ContractRules(Contract contract, ContractLine line, LiveCatalog live) {
        this.contract = contract;
        this.line = line;
        this.live = live;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return Set.of(contract.name(), line.name()).contains(object.name());
    }

    @Override
    public void before(Batch batch) {
        if (batch.object().name().equals(contract.name())) {
            batch.open().stream()
                    .filter(edit -> edit.action() == Action.CREATE || edit.action() == Action.UPDATE)
                    .forEach(this::check);
        }
    }

    private void check(Edit edit) {
        LocalDate start = edit.after().get(contract.startDate);
        LocalDate end = edit.after().get(contract.endDate);
        if (start != null && end != null && end.isBefore(start)) {
            edit.refuse(contract.endDate, Message.of("products.endsBeforeItBegins"));
        }
        Money amount = edit.after().get(contract.amount);
        if (amount != null && amount.amount().signum() < 0) {
            edit.refuse(contract.amount, Message.of("products.negative"));
        }
        Long main = edit.after().get(contract.supplements);
        if (main != null
                && edit.action() == Action.UPDATE
                && main == edit.after().id()) {
            edit.refuse(contract.supplements, Message.of("trade.ownSupplement"));
        }
    }

    @Override
    public void after(Batch batch) {
        boolean lines = batch.object().name().equals(line.name());
        Long[] contracts = batch.open().stream()
                .flatMap(edit -> lines
                        ? Stream.of(
                                edit.before().get(line.document), edit.after().get(line.document))
                        : Stream.of(edit.after().id()))
                .filter(Objects::nonNull)
                .distinct()
                .toArray(Long[]::new);
        List<Draft> following = batch.database().fetch(DIFFERING, (Object) contracts).stream()
                .map(row -> Draft.update(
                        row.get("id", Long.class),
                        null,
                        Map.of(
                                contract.amount,
                                new Money(
                                        row.get("total_amount", BigDecimal.class),
                                        row.get("total_currency", String.class),
                                        row.get("total", BigDecimal.class)))))
                .toList();
        if (!following.isEmpty()) {
            batch.nested().write(live.current().object(contract.name()), following);
        }
    }
}
