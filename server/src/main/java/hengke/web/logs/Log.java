package hengke.web.logs;

import hengke.kernel.access.Actor;
import hengke.kernel.metadata.Label;
import hengke.kernel.problem.Language;
import hengke.kernel.transfer.writing.CellValue;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jooq.Record;
import tools.jackson.databind.node.ObjectNode;

/** One log: where its rows are, what they are searched by, and what is told of each. */
interface Log {
    /** As it stands in addresses. */
    String name();

    Label label();

    /** Its table, with ascending ids. */
    String table();

    /** What it can be searched by besides the time. */
    Map<String, Search> searches();

    /** The column that says when. */
    default String at() {
        return "at";
    }

    /** The rows as they go over the wire, in the same order. */
    List<ObjectNode> told(Actor reader, Language language, List<Record> rows);

    /** The columns of its export. */
    List<Column> columns();

    /** @param cell what a told row says in it */
    record Column(Label label, int width, BiFunction<ObjectNode, Cells, CellValue> cell) {}
}
