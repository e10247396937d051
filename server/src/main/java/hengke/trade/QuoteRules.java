package hengke.trade;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.problem.Message;
import hengke.kernel.records.Action;
import hengke.kernel.records.Batch;
import hengke.kernel.records.Edit;
import hengke.kernel.records.Rule;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Until when a quote is valid. */
@Component
final class QuoteRules implements Rule {
    private static final int USUAL_DAYS = 30;

    private final Quote quote;

    QuoteRules(Quote quote) {
        this.quote = quote;
    }

    @Override
    public boolean concerns(ObjectDefinition object) {
        return object.name().equals(quote.name());
    }

    @Override
    public void before(Batch batch) {
        batch.open().stream()
                .filter(edit -> edit.action() == Action.CREATE || edit.action() == Action.UPDATE)
                .forEach(this::check);
    }

    private void check(Edit edit) {
        LocalDate date = edit.after().get(Lined.DATE);
        LocalDate until = edit.after().get(quote.validUntil);
        if (date == null) {
            return; // refused as required
        }
        if (until == null && edit.action() == Action.CREATE && !edit.asked(quote.validUntil)) {
            edit.set(quote.validUntil, date.plusDays(USUAL_DAYS));
        } else if (until != null && until.isBefore(date) && edit.asked(Lined.DATE) && edit.asked(quote.validUntil)) {
            edit.refuse(quote.validUntil, Message.of("trade.validBeforeDate"));
        }
    }
}
