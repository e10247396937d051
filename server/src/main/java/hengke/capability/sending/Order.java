package hengke.capability.sending;

import hengke.kernel.problem.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to leave, and how.
 *
 * @param to addresses; none for a link that is handed over otherwise
 * @param reader for whom the link is, where it goes to no address
 * @param days for how long the link is good; null for none
 */
public record Order(
        List<String> to,
        @Nullable String reader,
        String subject,
        String text,
        boolean attached,
        @Nullable Integer days,
        Language language) {
    public Order {
        to = to.stream().distinct().toList();
    }
}
