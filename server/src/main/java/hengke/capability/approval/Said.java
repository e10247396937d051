package hengke.capability.approval;

import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/**
 * What somebody says with what they do.
 *
 * @param comment empty for none
 * @param files that they have uploaded
 */
public record Said(String comment, List<Long> files) {
    public static final Said NOTHING = new Said("", List.of());

    public Said {
        files = List.copyOf(files);
    }

    boolean nothing() {
        return comment.isBlank() && files.isEmpty();
    }

    /** Nobody makes a file readable to others that is not theirs. */
    void require(DSLContext within, long by) {
        Long[] asked = files.toArray(Long[]::new);
        boolean own = files.isEmpty()
                || within.fetchSingle(
                                        "select count(*) from file where id = any(?) and created_by = ?",
                                        (Object) asked,
                                        by)
                                .get(0, Integer.class)
                        == Set.of(asked).size();
        if (!own) {
            throw Refusal.Invalid.at("files", Message.of("records.noSuchFile"));
        }
    }
}
