package hengke.kernel.merging;

import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.records.Draft;
import java.util.List;
import java.util.function.Function;

/**
 * What records of a kind need when they go over from a merged record to the surviving one and find others of their kind
 * there. Offered as a bean by whoever says what makes two of them the same.
 */
public interface Moving {
    boolean concerns(ObjectDefinition object);

    /**
     * @param there those that the surviving record has already
     * @param coming those of the merged records
     * @param moved what moves one of them
     * @return what is written: moves, changes and deletions
     */
    List<Draft> move(List<Row> there, List<Row> coming, Function<Row, Draft> moved);
}
