package hengke.kernel.transfer.exporting;

import hengke.kernel.access.Actor;
import hengke.kernel.problem.Language;
import hengke.kernel.problem.Message;
import hengke.kernel.transfer.writing.CellValue;
import hengke.kernel.transfer.writing.WrittenColumn;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Something that can be exported; every bean of this type is one. */
public interface ExportSource {
    /** Its name, kept with every export. */
    String name();

    /** What this person may take out now; refuses what they may not. */
    Sheet open(Actor actor, ObjectNode asked, Language language);

    /** A table to be written, read as its rows are wanted. */
    interface Sheet {
        /** What it is a table of. */
        Message.Spoken title();

        /** The name of the object whose records it holds; null for anything else. */
        @Nullable
        String object();

        List<WrittenColumn> columns();

        /** How many rows there are at this moment. */
        long count();

        /** All rows, part by part, within a transaction. */
        void read(DSLContext transaction, Consumer<List<List<CellValue>>> part);
    }
}
