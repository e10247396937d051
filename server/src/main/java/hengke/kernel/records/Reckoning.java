package hengke.kernel.records;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.type.Money;
import hengke.kernel.metadata.type.MoneyType;
import hengke.kernel.metadata.type.Unreadable;
import hengke.kernel.money.Books;
import hengke.kernel.money.ExchangeRates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives amounts their currency, where nobody has said it, and what they are worth in the company's, at the rate of the
 * day. An amount that stays as it is keeps what it was worth.
 */
final class Reckoning {
    private final Books books;
    private final Clock clock;

    Reckoning(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    void reckon(Batch batch) {
        List<Field<Money>> fields = amounts(batch);
        List<Edit> open = batch.open().stream()
                .filter(edit -> fields.stream().anyMatch(field -> asked(edit, field) != null))
                .toList();
        if (open.isEmpty()) {
            return;
        }
        ExchangeRates rates = books.held(batch.database());
        LocalDate today = rates.day(clock.instant());
        for (Edit edit : open) {
            for (Field<Money> field : fields) {
                Money asked = asked(edit, field);
                if (asked != null) {
                    reckon(edit, field, asked, rates, today);
                }
            }
        }
    }

    @SuppressWarnings("unchecked") // the values of a field of this kind
    private static List<Field<Money>> amounts(Batch batch) {
        return batch.object().fields().stream()
                .filter(field -> field.type() instanceof MoneyType && field.computation() == null)
                .map(field -> (Field<Money>) field)
                .toList();
    }

    private static @Nullable Money asked(Edit edit, Field<Money> field) {
        Money money = edit.after().get(field);
        return money != null && money.base() == null ? money : null;
    }

    private static void reckon(Edit edit, Field<Money> field, Money asked, ExchangeRates rates, LocalDate today) {
        Money present = edit.before().get(field);
        String standing = present == null ? rates.base() : present.currency();
        String currency = asked.currency().isEmpty() ? standing : asked.currency();
        boolean same = present != null
                && present.currency().equals(currency)
                && present.amount().compareTo(asked.amount()) == 0;
        try {
            edit.set(field, same ? present : rates.reckon(asked.amount(), currency, today));
        } catch (Unreadable e) {
            edit.set(field, present);
            edit.refuse(field, e.reason());
        }
    }
}
