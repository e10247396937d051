package hengke.kernel.settings;

import java.util.Set;
import org.jooq.DSLContext;

/** Does what follows from a change of settings, in the same transaction. Offered as a bean. */
@FunctionalInterface
public interface SettingWatch {
    /** @param names of the settings that have changed */
    void changed(DSLContext within, Set<String> names);
}
