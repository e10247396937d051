package hengke.capability.approval;

import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An object of which more is known than that its records can be approved: what nobody may do before, and what becomes of
 * a record by it. Its definition implements this; any other object that is {@link Approved} just carries its state.
 */
public interface Approvable {
    /** The object. */
    String name();

    /** The fields that tell how far a record is, and not what it is: they may change once it is approved. */
    Set<Field<?>> stages();

    /** Does this change do what needs the approval, where a template applies? */
    boolean binds(Row before, Row after);

    /** Can the record be submitted as it is now? */
    default boolean open(Row row) {
        return true;
    }

    /** Why an approval can no longer be taken back: what needed it has been done. */
    default Optional<Message> stands(Row row) {
        return open(row) ? Optional.empty() : Optional.of(Message.of("approval.stands"));
    }

    /** Is a stage one of these? A record that has none yet is at none of them. */
    static boolean at(@Nullable String stage, Collection<String> stages) {
        return stage != null && stages.contains(stage);
    }

    /** Are its lines part of what is approved? Otherwise they are worked on before, meanwhile and afterwards. */
    default boolean coversLines() {
        return true;
    }

    /** What is written to the record with the news of its approval. */
    default Map<Field<?>, @Nullable Object> follows(News news, Row row) {
        return Map.of();
    }

    /**
     * What has become of an approval.
     *
     * @param state as {@link Approved} tells it
     * @param by who has done it
     * @param why what they have said
     */
    record News(String state, long by, String why, LocalDate today) {
        public boolean submitted() {
            return state.equals(Approved.PENDING);
        }

        public boolean approved() {
            return state.equals(Approved.APPROVED);
        }

        /** Refused, or sent back. */
        public boolean turnedDown() {
            return state.equals(Approved.REJECTED) || state.equals(Approved.RETURNED);
        }
    }
}
