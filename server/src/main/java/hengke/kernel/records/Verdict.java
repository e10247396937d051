package hengke.kernel.records;

import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Refusal;

/** What became of one draft. */
public sealed interface Verdict {
    /**
     * It stands.
     *
     * @param changed false when everything was so already
     */
    record Written(Row row, boolean changed) implements Verdict {}

    /** It was refused and nothing of it stands. */
    record Refused(Refusal refusal) implements Verdict {}
}
