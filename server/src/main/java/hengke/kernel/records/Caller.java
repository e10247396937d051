package hengke.kernel.records;

import hengke.kernel.access.Actor;

/**
 * Who asks for something and by what way.
 *
 * @param through {@code web}, {@code api}, {@code import}, {@code demo}, {@code system}: kept with every operation
 * @param unlimited the product itself acts, in this person's name: rights are not asked
 */
public record Caller(Actor actor, String through, boolean unlimited) {
    public static final Caller SYSTEM = new Caller(Actor.SYSTEM, "system", true);

    public static Caller of(Actor actor, String through) {
        return new Caller(actor, through, actor.system());
    }

    /** The product, following up on what this person did. */
    Caller asProduct() {
        return new Caller(actor, through, true);
    }
}
