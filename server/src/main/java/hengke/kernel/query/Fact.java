package hengke.kernel.query;

import hengke.kernel.metadata.Row;
import org.jooq.Condition;

/** What a kernel package knows about records from tables of its own. Never made from a request. */
public interface Fact {
    /** The fact about the row that this alias stands for; never null in SQL's sense. */
    Condition sql(Alias row);

    /** The same fact about a row in memory. */
    boolean holds(Row row);
}
