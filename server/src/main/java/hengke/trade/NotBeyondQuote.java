package hengke.trade;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All orders of a line of a quote together never order more than was quoted; of two at once the second is told. */
@Component
final class NotBeyondQuote implements Rule {
    private static final String HELD =
            "select id, quantity, ordered from quote_line where id = any(?) order by id for no key update";

    private final OrderLine line;

    NotBeyondQuote(OrderLine line) {
        this.line = line;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(line.name());
    }

    @Override
    public void before(Batch batch) {
        List<Edit> taking = batch.open().stream()
                .filter(edit -> edit.action() != Action.DELETE
                        && edit.after().get(line.quoted) != null
                        && edit.after().get(line.quantity) != null)
                .filter(edit ->
                        edit.action() != Action.UPDATE || edit.changes(line.quantity) || edit.changes(line.quoted))
                .toList();
        if (taking.isEmpty()) {
            return;
        }
        Long[] ids = taking.stream()
                .map(edit -> edit.after().need(line.quoted))
                .distinct()
                .toArray(Long[]::new);
        Map<Long, Record> quoted = new HashMap<>();
        batch.database().fetch(HELD, (Object) ids).forEach(row -> quoted.put(row.get("id", Long.class), row));
        Map<Long, BigDecimal> ordered = new HashMap<>();
        quoted.forEach((id, row) -> ordered.put(id, orZero(row.get("ordered", BigDecimal.class))));
        taking.forEach(edit -> giveBack(edit, ordered));
        taking.forEach(edit -> take(edit, quoted, ordered));
    }

    private void giveBack(Edit edit, Map<Long, BigDecimal> ordered) {
        Long before = edit.before().get(line.quoted);
        if (edit.action() == Action.UPDATE && before != null && ordered.containsKey(before)) {
            ordered.merge(before, orZero(edit.before().get(line.held)).negate(), BigDecimal::add);
        }
    }

    private void take(Edit edit, Map<Long, Record> quoted, Map<Long, BigDecimal> ordered) {
        Long id = edit.after().need(line.quoted);
        Record row = quoted.get(id);
        if (row == null) {
            return; // refused as a reference that is not there
        }
        BigDecimal most = row.get("quantity", BigDecimal.class);
        BigDecimal taken = Objects.requireNonNull(ordered.get(id));
        BigDecimal wanted = edit.after().need(line.quantity);
        if (taken.add(wanted).compareTo(most) > 0) {
            edit.refuse(
                    line.quantity,
                    Message.of("trade.overOrdered", shown(most), shown(taken), shown(most.subtract(taken))));
        } else {
            ordered.merge(id, wanted, BigDecimal::add);
        }
    }

    static String shown(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static BigDecimal orZero(@Nullable BigDecimal number) {
        return Objects.requireNonNullElse(number, BigDecimal.ZERO);
    }
}
