package hengke.kernel.transfer.importing;

import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.transfer.importing.ImportJob.RowError;
import java.util.List;

/** What is wrong with a row, in words that are kept with its verdict. */
final class RowErrors {
    private RowErrors() {}

    /** About the row as a whole. */
    static RowError of(String key, Object... arguments) {
        return at("", key, arguments);
    }

    static RowError at(String target, String key, Object... arguments) {
        return new RowError(target, Message.of(key, arguments).in(Language.CHINESE));
    }

    /** Everything that a refusal says, each at its target. */
    static List<RowError> of(String prefix, Refusal refusal) {
        return refusal instanceof Refusal.Invalid invalid
                ? invalid.errors().stream()
                        .map(error -> new RowError(
                                prefix + error.field(), error.message().in(Language.CHINESE)))
                        .toList()
                : List.of(new RowError("", refusal.reason().in(Language.CHINESE)));
    }
}
