package hengke.receivables;

import hengke.kernel.text.Folding;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an entry of a bank is recognised by: the bank's own reference with the amount, or else all that is said of it. */
final class BankMark {
    private BankMark() {}

    /** @param nth of how many alike on one statement it is, from 0 on */
    static String of(
            @Nullable String reference,
            BigDecimal amount,
            @Nullable LocalDate day,
            List<@Nullable String> said,
            int nth) {
        String sum = amount.stripTrailingZeros().toPlainString();
        String its = reference == null ? "" : Folding.compact(reference);
        if (!its.isEmpty()) {
            return "ref:" + its + ":" + sum;
        }
        String all = Stream.concat(
                        Stream.of(String.valueOf(day), sum),
                        said.stream().map(each -> Folding.compact(Objects.requireNonNullElse(each, ""))))
                .collect(Collectors.joining("|"));
        return "row:" + hash(all) + (nth == 0 ? "" : ":" + nth);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
