package hengke.capability.owner;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.problem.Message;
import java.util.Optional;
import org.jooq.DSLContext;

/** What may speak against giving records to somebody, beside rights. Offered as a bean by a capability that counts. */
public interface Receiving {
    /** Counts what is given within one transaction. */
    Counter counter(DSLContext database, ObjectDefinition object, boolean newOnes);

    /** Whom records are given to, one after the other. */
    interface Counter {
        /** Why the person cannot take this record as well; counts it when nothing speaks against it. */
        Optional<Message> refuses(long person, Row record);
    }
}
