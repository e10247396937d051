package hengke.capability.stage;

import hengke.kernel.metadata.Capability;
import hengke.kernel.metadata.Field;
import hengke.kernel.metadata.Transitions;
import java.util.Map;

/**
 * The record goes through the values of a choice, and not every move is allowed to everybody.
 *
 * @param status the choice
 * @param shipped the rules until the company lays its own over them
 */
public record Staged(Field<String> status, Transitions shipped) implements Capability {
    @Override
    public String name() {
        return "staged";
    }

    @Override
    public Map<String, Transitions> transitions() {
        return Map.of(status.name(), shipped);
    }
}
