package hengke.kernel.outbound;

import hengke.kernel.problem.Message;
import java.io.IOException;
import java.util.Locale;

/** A request that got no answer; why is for administrators, because it tells of the network within. */
public final class OutboundFault extends IOException {
    private final Kind kind;

    /** What went wrong. */
    public enum Kind {
        /** The name leads into a network that may not be called. */
        ADDRESS,
        /** Plain http, to where only https may be used. */
        PLAIN,
        /** Nobody knows the name. */
        NAME,
        /** Nobody listens there, or they hung up. */
        CONNECTION,
        /** Whoever answered could not prove who they are, or does not speak TLS. */
        SECURITY,
        /** There was no whole answer in time. */
        TIME,
        /** What came is no answer. */
        ANSWER
    }

    OutboundFault(Kind kind, String message) {
        super(kind + ": " + message);
        this.kind = kind;
    }

    OutboundFault(Kind kind, String message, Throwable cause) {
        super(kind + ": " + message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** For a person. */
    public Message reason() {
        return Message.of("outbound." + kind.name().toLowerCase(Locale.ROOT));
    }
}
