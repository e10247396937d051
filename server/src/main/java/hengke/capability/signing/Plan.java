package hengke.capability.signing;

import hengke.kernel.signing.Mark;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is to sign a paper, in which order and where.
 *
 * @param days until it ends unsigned
 * @param message a word to whom it goes; empty for none
 */
public record Plan(List<Signer> signers, int days, String message) {
    public Plan {
        signers = List.copyOf(signers);
    }

    /**
     * One of them.
     *
     * @param name of somebody else; of somebody of the company it is known
     * @param codeBy how somebody else gets their code
     * @param person of the company, with a seal
     */
    public record Signer(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            CodeWay codeBy,
            @Nullable Long person,
            @Nullable Long seal,
            boolean edge,
            Mark mark) {}
}
