package hengke.kernel.access;

/**
 * A right that a role gives: one verb on the records of one object, as far as the scope reaches.
 *
 * @param object the name of the object, or {@code *} for every object
 */
public record Grant(String object, Verb verb, Scope scope) {
    public static final String EVERY = "*";

    boolean on(String objectName, Verb wanted) {
        return verb == wanted && (object.equals(EVERY) || object.equals(objectName));
    }
}
