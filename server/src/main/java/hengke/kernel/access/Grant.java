package hengke.kernel.access;

import hengke.kernel.metadata.ObjectDefinition;

/**
 * A right that a role gives: one verb on the records of one object, as far as the scope reaches.
 *
 * @param object the name of the object, or {@code *} for every object that stands for itself
 */
public record Grant(String object, Verb verb, Scope scope) {
    public static final String EVERY = "*";

    /**
     * What appears only inside other objects follows them. Were it among "every object", whoever may create would share
     * any record with himself, since the share is his own.
     */
    boolean on(ObjectDefinition wanted, Verb wantedVerb) {
        return verb == wantedVerb && (object.equals(wanted.name()) || object.equals(EVERY) && !wanted.embedded());
    }
}
