package hengke.kernel.transfer.importing;

import hengke.kernel.metadata.Label;
import hengke.kernel.problem.Message;
import hengke.kernel.problem.Refusal;
import hengke.kernel.transfer.importing.ImportJob.RowError;
import java.util.List;

/** What is wrong with a row, in words of every language that are kept with its verdict. */
final class RowErrors {
    private RowErrors() {}

    /** About the row as a whole. */
    static RowError of(String key, Object... arguments) {
        return at("", key, arguments);
    }

    static RowError at(String target, String key, Object... arguments) {
        return at(target, Message.of(key, arguments));
    }

    static RowError at(String target, Message message) {
        return new RowError(target, Label.of(message));
    }

    /** Everything that a refusal says, each at its target. */
    static List<RowError> of(String prefix, Refusal refusal) {
        return refusal instanceof Refusal.Invalid invalid
                ? invalid.errors().stream()
                        .map(error -> at(prefix + error.field(), error.message()))
                        .toList()
                : List.of(at("", refusal.reason()));
    }
}
