package hengke.kernel.records;

import hengke.kernel.access.Verb;
import java.util.Locale;

/** What happens to a record in a write. */
public enum Action {
    CREATE(Verb.CREATE),
    UPDATE(Verb.EDIT),
    DELETE(Verb.DELETE),
    RESTORE(Verb.DELETE);

    private final Verb verb;

    Action(Verb verb) {
        this.verb = verb;
    }

    /** The verb somebody needs for it; who may delete may also restore. */
    public Verb verb() {
        return verb;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
