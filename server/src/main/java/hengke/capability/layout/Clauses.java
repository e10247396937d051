package hengke.capability.layout;

import hengke.kernel.metadata.LiveCatalog;
import hengke.kernel.metadata.ObjectDefinition;
import hengke.kernel.metadata.Row;
import hengke.kernel.paper.Layout;
import hengke.kernel.query.Pages;
import hengke.kernel.query.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Puts the texts of the library in the places of a layout where it names them. */
@Component
public final class Clauses {
    private final Clause clause;
    private final LiveCatalog live;
    private final DSLContext database;

    Clauses(Clause clause, LiveCatalog live, DSLContext database) {
        this.clause = clause;
        this.live = live;
        this.database = database;
    }

    /** With the texts as they are now; a clause that is gone has none. */
    public Layout filled(Layout layout) {
        List<Layout.Block> blocks = new ArrayList<>();
        for (Layout.Block block : layout.blocks()) {
            blocks.add(
                    block instanceof Layout.Clause(long id, long _, String name, String _)
                            ? find(id).orElse(new Layout.Clause(id, 0, name, ""))
                            : block);
        }
        return new Layout(blocks, layout.foot());
    }

    private Optional<Layout.Clause> find(long id) {
        ObjectDefinition object = live.current().object(clause.name());
        return new Pages(database)
                .byIds(object, Visibility.EVERYTHING, List.of(id), object.fields()).stream()
                        .findFirst()
                        .map(this::block);
    }

    private Layout.Clause block(Row row) {
        return new Layout.Clause(
                row.id(),
                Objects.requireNonNullElse(row.get(clause.edition), 1L),
                row.need(clause.title),
                row.need(clause.text));
    }
}
