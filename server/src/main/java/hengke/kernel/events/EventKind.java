package hengke.kernel.events;

/** A sort of event, such as {@code record.changed}, with the type of what it carries; declared once as a constant. */
public record EventKind<P>(String name, Class<P> payload) {
    public EventKind {
        if (!name.matches("[a-z][a-zA-Z0-9]*([.-][a-z][a-zA-Z0-9]*)*")) {
            throw new IllegalArgumentException("Not a name of an event kind: " + name);
        }
    }
}
