package hengke.kernel.history;

/**
 * What has become of the operation that a change belongs to.
 *
 * @param through how it was asked for: the interface, an import, a token
 */
public record Fate(String through, long actor, boolean undoable) {}
