package hengke.kernel.query;

import hengke.kernel.metadata.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;

/** Reads everything a selection finds from one cursor, part by part, so that memory does not grow with it. */
public final class WholeSelection {
    private static final int PART = 1_000;

    private final Selection selection;
    private final Alias row;
    private final PageOrder order;
    private final RowReader reader;

    /** @param selection its limit and its cursor say nothing here */
    public WholeSelection(Selection selection) {
        this.selection = selection;
        this.row = Alias.of(selection.object());
        this.order = PageOrder.of(selection.sort());
        this.reader = new RowReader(selection.fields());
    }

    /** Must be called within a transaction, which keeps the cursor open. */
    public void read(DSLContext transaction, Consumer<List<Row>> part) {
        Criterion criterion = Criterion.all(selection.visibility().criterion(), selection.criterion());
        if (criterion instanceof Criterion.Never) {
            return;
        }
        List<SelectField<?>> columns = new ArrayList<>(order.select(row));
        columns.addAll(reader.columns(row));
        int keys = order.keys().size();
        try (Cursor<Record> cursor = transaction
                .select(columns)
                .from(row.table())
                .where(new Visible(selection, row).condition(criterion))
                .orderBy(order.by())
                .fetchSize(PART)
                .fetchLazy()) {
            while (cursor.hasNext()) {
                part.accept(cursor.fetchNext(PART).map(found -> reader.read(found, keys + 1)));
            }
        }
    }
}
