package hengke.kernel.metadata;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which values a choice may take after which, who may make the move, and what must be filled in by then.
 *
 * @param onlyListed moves that are not listed are refused; otherwise they are free
 * @param moves at most one for each pair of values
 */
public record Transitions(boolean onlyListed, List<Move> moves) {
    /** As {@link Move#from}: whatever the value was, but not "none". */
    public static final String ANY = "*";

    /** Every move is free. */
    public static final Transitions FREE = new Transitions(false, List.of());

    /**
     * One move.
     *
     * @param from the value before; null for a new record or one without a value, {@link #ANY} for every other
     * @param to the value afterwards; null when it is cleared
     * @param roles ids of the roles that may make it; empty for everybody
     * @param required names of fields that must have a value by then
     * @param forbidden nobody may make it, also where unlisted moves are free
     * @param lasting once made, it is not taken back by undoing
     */
    public record Move(
            @Nullable String from,
            @Nullable String to,
            Set<Long> roles,
            List<String> required,
            boolean forbidden,
            boolean lasting) {
        public Move {
            roles = forbidden ? Set.of() : Set.copyOf(roles);
            required = forbidden ? List.of() : List.copyOf(required);
        }

        /** One that may be made, and taken back. */
        public Move(@Nullable String from, @Nullable String to, Set<Long> roles, List<String> required) {
            this(from, to, roles, required, false, false);
        }

        /** May somebody with these roles make it? */
        public boolean open(Set<Long> held) {
            return !forbidden && (roles.isEmpty() || held.stream().anyMatch(roles::contains));
        }
    }

    /** What the rules say about one move. */
    public sealed interface Judgement permits Free, Unlisted, Reserved, Demanding {}

    /** Nothing stands in its way. */
    public record Free() implements Judgement {}

    /** Nobody may make it. */
    public record Unlisted() implements Judgement {}

    /** Only some roles may make it, and none of them is held. */
    public record Reserved(Set<Long> roles) implements Judgement {}

    /** It may be made once these fields have a value. */
    public record Demanding(List<String> required) implements Judgement {}

    public Transitions {
        moves = List.copyOf(moves);
    }

    /**
     * What holds for a change of the value: the move listed for exactly these two values, else the one from any value,
     * else whether unlisted moves are free.
     *
     * @param mayMake is the person among those who may make a move?
     */
    public Judgement judge(@Nullable String from, @Nullable String to, Predicate<Move> mayMake) {
        return listed(from, to)
                .<Judgement>map(move -> {
                    if (move.forbidden()) {
                        return new Unlisted();
                    }
                    if (!mayMake.test(move)) {
                        return new Reserved(move.roles());
                    }
                    return move.required().isEmpty() ? new Free() : new Demanding(move.required());
                })
                .orElseGet(() -> onlyListed ? new Unlisted() : new Free());
    }

    /** Fields that every listed move to this value requires: while it stands, they stay filled. */
    public Set<String> held(@Nullable String value) {
        List<Move> into = moves.stream()
                .filter(move -> move.from() != null && !move.forbidden() && Objects.equals(move.to(), value))
                .toList();
        return into.stream()
                .flatMap(move -> move.required().stream())
                .filter(field -> into.stream().allMatch(move -> move.required().contains(field)))
                .collect(Collectors.toSet());
    }

    /** May this move, once made, not be taken back by undoing? */
    public boolean lasts(@Nullable String from, @Nullable String to) {
        return listed(from, to).filter(Move::lasting).isPresent();
    }

    private Optional<Move> listed(@Nullable String from, @Nullable String to) {
        return find(from, to).or(() -> from == null ? Optional.empty() : find(ANY, to));
    }

    private Optional<Move> find(@Nullable String from, @Nullable String to) {
        return moves.stream()
                .filter(move -> Objects.equals(move.from(), from) && Objects.equals(move.to(), to))
                .findFirst();
    }
}
