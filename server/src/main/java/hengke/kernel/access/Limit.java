package hengke.kernel.access;

import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import hengke.kernel.query.Criterion;
import java.util.function.Function;

/**
 * What has to hold of a record beside a right to change it.
 *
 * @param within the records that may be changed
 * @param rule what is asked, in words
 * @param refusal why this record may not be changed
 * @param locks nobody may change it for a while, whoever they are
 */
public record Limit(Criterion within, Message rule, Function<Row, Message> refusal, boolean locks) {
    public Limit(Criterion within, Message rule, Function<Row, Message> refusal) {
        this(within, rule, refusal, false);
    }

    /** Records are kept from change for a while. */
    public static Limit locking(Criterion within, Message rule, Function<Row, Message> refusal) {
        return new Limit(within, rule, refusal, true);
    }
}
