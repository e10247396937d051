package hengke.kernel.metadata;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a filter may ask of a field. */
public enum Operator {
    EQ("eq"),
    NE("ne"),
    LT("lt"),
    LE("le"),
    GT("gt"),
    GE("ge"),
    BETWEEN("between"),
    IN("in"),
    NOT_IN("notIn"),
    CONTAINS("contains"),
    STARTS_WITH("startsWith"),
    EMPTY("empty"),
    NOT_EMPTY("notEmpty"),
    UNDER("under"),
    DURING("during"),
    ANY("any"),
    ALL("all"),
    NONE("none");

    public static final Set<Operator> PRESENCE = Set.copyOf(EnumSet.of(EMPTY, NOT_EMPTY));
    public static final Set<Operator> EQUALITY = Set.copyOf(EnumSet.of(EQ, NE, IN, NOT_IN, EMPTY, NOT_EMPTY));
    public static final Set<Operator> FLAG = Set.copyOf(EnumSet.of(EQ, NE, EMPTY, NOT_EMPTY));
    public static final Set<Operator> TEXT =
            Set.copyOf(EnumSet.of(EQ, NE, IN, NOT_IN, CONTAINS, STARTS_WITH, EMPTY, NOT_EMPTY));
    public static final Set<Operator> PROSE = Set.copyOf(EnumSet.of(CONTAINS, EMPTY, NOT_EMPTY));
    public static final Set<Operator> ORDER =
            Set.copyOf(EnumSet.of(EQ, NE, LT, LE, GT, GE, BETWEEN, IN, NOT_IN, EMPTY, NOT_EMPTY));
    public static final Set<Operator> TIME =
            Set.copyOf(EnumSet.of(EQ, NE, LT, LE, GT, GE, BETWEEN, DURING, EMPTY, NOT_EMPTY));
    public static final Set<Operator> TREE = Set.copyOf(EnumSet.of(EQ, NE, IN, NOT_IN, UNDER, EMPTY, NOT_EMPTY));
    public static final Set<Operator> MEMBERS = Set.copyOf(EnumSet.of(ANY, ALL, NONE, EMPTY, NOT_EMPTY));

    private final String wire;

    Operator(String wire) {
        this.wire = wire;
    }

    /** The name in the filter language. */
    public String wire() {
        return wire;
    }

    public static Optional<Operator> of(String wire) {
        return Arrays.stream(values())
                .filter(operator -> operator.wire.equals(wire))
                .findFirst();
    }
}
