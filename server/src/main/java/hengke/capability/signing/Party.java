package hengke.capability.signing;

import hengke.kernel.signing.Mark;
import hengke.kernel.sms.MobileNumber;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who signs, in which turn: somebody of the company with a seal, or somebody else with an address or a mobile.
 *
 * @param turn from 1
 * @param codeBy how somebody else gets their code; once one was sent, how the last went
 * @param person of the company; null for somebody else
 * @param seal with which somebody of the company signs
 * @param edge also over the edges of all pages
 * @param way {@code drawn}, {@code typed} or {@code seal}
 * @param reason why it was declined
 */
public record Party(
        long id,
        int turn,
        String name,
        @Nullable String email,
        @Nullable String phone,
        CodeWay codeBy,
        @Nullable Long person,
        @Nullable Long seal,
        boolean edge,
        Mark mark,
        State state,
        @Nullable Instant askedAt,
        @Nullable Instant remindedAt,
        @Nullable Instant verifiedAt,
        @Nullable Instant readAt,
        @Nullable Instant signedAt,
        @Nullable String way,
        @Nullable String reason) {

    /** How far it is. */
    public enum State {
        WAITING,
        ASKED,
        SIGNED,
        DECLINED;

        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    /** The mobile that codes go to; none where they go by mail. */
    public Optional<String> mobile() {
        return codeBy.texted() ? Optional.ofNullable(phone) : Optional.empty();
    }

    /** The same as far as its owner recognises it. */
    public Optional<String> maskedMobile() {
        return mobile().map(MobileNumber::masked);
    }

    /** Of the company itself. */
    public boolean ours() {
        return person != null;
    }
}
