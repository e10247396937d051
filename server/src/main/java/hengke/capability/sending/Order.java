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
 * @param layout which of the company's; null for its standard
 */
public record Order(
        List<String> to,
        @Nullable String reader,
        String subject,
        String text,
        boolean attached,
        @Nullable Integer days,
        Language language,
        @Nullable Long layout) {
    public Order {
        to = to.stream().distinct().toList();
    }
}
