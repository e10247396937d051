package hengke.kernel.events;

import java.time.Instant;

/** An event as it reaches a subscriber; its id is the same each time, should it come more than once. */
public record Delivery<P>(long id, Instant at, Event<P> event) {
    public P payload() {
        return event.payload();
    }
}
