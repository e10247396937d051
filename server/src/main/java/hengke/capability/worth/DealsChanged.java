package hengke.capability.worth;

import hengke.kernel.events.EventKind;
import java.util.List;

/**
 * Deals of these records were made, changed or taken away.
 *
 * @param ids who bought, and who had bought before
 */
record DealsChanged(List<Long> ids) {
    static final EventKind<DealsChanged> KIND = new EventKind<>("deals.changed", DealsChanged.class);

    DealsChanged {
        ids = List.copyOf(ids);
    }
}
