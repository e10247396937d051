package hengke.trade;

import hengke.kernel.metadata.Transitions;
import hengke.kernel.metadata.Transitions.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How the status of documents may change. */
final class Documents {
    private Documents() {}

    /**
     * A new document may be in any status, as those that are brought from elsewhere are; what is no draft any more never
     * becomes one again.
     *
     * @param closed the statuses from which there is no way back to the draft
     * @param more what else is to be said of moves
     */
    static Transitions closing(String draft, List<String> closed, List<Move> more) {
        List<Move> moves = new ArrayList<>(more);
        closed.forEach(status -> moves.add(new Move(status, draft, Set.of(), List.of(), true, false)));
        return new Transitions(false, moves);
    }
}
